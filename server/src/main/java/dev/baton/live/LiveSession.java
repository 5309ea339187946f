package dev.baton.live;

import dev.baton.identity.Permissions;
import dev.baton.identity.SignedIn;
import dev.baton.identity.Viewer;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;

/**
 * One connected screen, whatever carries it. What goes out keeps its order and is bounded; what blocks runs on one virtual
 * thread at a time; what a stream sends while the session still catches up waits its turn.
 */
public final class LiveSession {

    /** The viewer's own list is a stream like any other, except that nobody else follows it. */
    public static final UUID INBOX = new UUID(0, 0);

    private static final long ROOM_SECONDS = 30;

    enum Phase {
        NEW,
        GREETING,
        OPEN,
        CLOSED
    }

    private final Wire wire;
    private final LiveSessions home;
    private final Pace pace;
    private Handshake handshake;
    private Phase phase = Phase.NEW;
    private Map<UUID, Subscription> subscriptions = Map.of();
    private Queue<Runnable> chores;
    private int queuedFrames;
    private int queuedBytes;

    private volatile SignedIn signedIn;
    private volatile Viewer viewer;
    private volatile boolean watchingAll;
    volatile int openedSecond;
    volatile int heardSecond;
    volatile int beatSecond;

    LiveSession(Wire wire, Handshake handshake, LiveSessions home, Pace pace) {
        this.wire = wire;
        this.handshake = handshake;
        this.home = home;
        this.pace = pace;
    }

    // --- who it is

    /** Null until greeted. */
    public Viewer viewer() {
        return viewer;
    }

    public boolean isStaff() {
        return viewer instanceof Viewer.Staff;
    }

    /** Also only as long as the viewer may: a role can be taken away while the screen is open. */
    public boolean isWatchingAll() {
        return watchingAll && Permissions.mayWatchAll(viewer);
    }

    public void setWatchingAll(boolean all) {
        watchingAll = all;
    }

    SignedIn signedIn() {
        return signedIn;
    }

    /** Shown once, for the greeting; forgotten afterwards. */
    Handshake handshake() {
        return handshake;
    }

    void signIn(SignedIn proof, Viewer as) {
        signedIn = proof;
        viewer = as;
        handshake = null;
    }

    // --- what comes in

    /** One frame, in the order of the connection; never blocks. */
    void received(String text) {
        heard();
        if (!pace.allows(System.nanoTime())) {
            close(CloseCode.TOO_FAST, "too many frames");
            return;
        }
        try {
            take(FrameReader.read(text));
        } catch (FrameReader.Malformed malformed) {
            close(CloseCode.MALFORMED, malformed.getMessage());
        }
    }

    /** A sign of life. */
    void heard() {
        heardSecond = home.second();
    }

    private void take(ClientFrame frame) {
        switch (entered(frame)) {
            case NEW -> close(CloseCode.SIGN_IN, "hello comes first");
            case OPEN -> home.act(this, frame);
            case GREETING, CLOSED -> {}
        }
    }

    /**
     * Until the greeting is through, everything waits behind it. In one step with what ends it: no frame that waits is
     * overtaken by the next, which need not.
     */
    private Phase entered(ClientFrame frame) {
        boolean tooMany = false;
        Phase now;
        synchronized (this) {
            if (phase == Phase.NEW && frame instanceof ClientFrame.Hello hello) {
                phase = Phase.GREETING;
                tooMany = put(() -> home.greet(this, hello));
            } else if (phase == Phase.GREETING) {
                tooMany = put(() -> home.act(this, frame));
            }
            now = phase;
        }
        if (tooMany) {
            close(CloseCode.TOO_FAST, "too much at once");
        }
        return now;
    }

    /** Runs what may block, on a virtual thread, after everything that was put here before. */
    void chore(Runnable work) {
        if (put(work)) {
            close(CloseCode.TOO_FAST, "too much at once");
        }
    }

    /** Whether that was too much. */
    private synchronized boolean put(Runnable work) {
        if (phase == Phase.CLOSED) {
            return false;
        }
        boolean idle = chores == null;
        if (idle) {
            chores = new ArrayDeque<>(2);
        }
        boolean tooMany = chores.size() >= LiveLimits.WAITING_CHORES;
        chores.add(work);
        if (idle) {
            Thread.startVirtualThread(this::work);
        }
        return tooMany;
    }

    private void work() {
        for (Runnable next = nextChore(); next != null; next = nextChore()) {
            home.guarded(this, next);
        }
    }

    private synchronized Runnable nextChore() {
        Runnable next = chores.poll();
        if (next == null) {
            chores = null;
            if (phase == Phase.GREETING && viewer != null) {
                phase = Phase.OPEN;
            }
        }
        return next;
    }

    // --- what goes out

    /** Starts to send; never blocks. A connection for which too much waits already is cut: it will resume. */
    public void send(Frame frame) {
        if (!started(frame)) {
            close(CloseCode.TOO_SLOW, "too much was waiting");
        }
    }

    private synchronized boolean started(Frame frame) {
        if (phase == Phase.CLOSED) {
            return true;
        }
        boolean full = queuedFrames >= LiveLimits.OUTBOUND_FRAMES
                || (queuedFrames > 0 && queuedBytes + frame.bytes() > LiveLimits.OUTBOUND_BYTES);
        if (full) {
            return false;
        }
        queuedFrames++;
        queuedBytes += frame.bytes();
        wire.write(frame, () -> written(frame));
        return true;
    }

    private synchronized void written(Frame frame) {
        queuedFrames--;
        queuedBytes -= frame.bytes();
        notifyAll();
    }

    /** Sends once there is room: reading what was missed is not a reason to be cut. Blocks. */
    public void sendPatiently(Frame frame) {
        awaitRoom(frame);
        send(frame);
    }

    private synchronized void awaitRoom(Frame frame) {
        long deadline = System.nanoTime() + ROOM_SECONDS * 1_000_000_000L;
        try {
            while (phase != Phase.CLOSED
                    && queuedFrames > 0
                    && queuedBytes + frame.bytes() > LiveLimits.OUTBOUND_BYTES / 2) {
                long left = (deadline - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    return;
                }
                wait(left);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    void ping() {
        wire.ping();
    }

    // --- what it follows

    /** From now on live frames of the stream wait for {@link #caughtUp}. */
    public void follow(UUID stream) {
        subscribe(stream, true);
    }

    /** From now on live frames of the stream go straight out: for streams that have just begun. */
    public void followFromStart(UUID stream) {
        subscribe(stream, false);
    }

    private void subscribe(UUID stream, boolean catchUp) {
        LiveStream followed = stream.equals(INBOX) ? null : home.following(stream, this);
        boolean tooMany;
        boolean over;
        synchronized (this) {
            over = phase == Phase.CLOSED;
            if (subscriptions.isEmpty()) {
                subscriptions = new HashMap<>(4);
            }
            tooMany = subscriptions.size() >= LiveLimits.SUBSCRIPTIONS && !subscriptions.containsKey(stream);
            if (!over) {
                subscriptions.put(stream, catchUp ? Subscription.catchingUp(followed) : Subscription.live(followed));
            }
        }
        if (over) {
            home.unfollow(stream, this);
        } else if (tooMany) {
            close(CloseCode.TOO_FAST, "too many streams");
        }
    }

    public synchronized boolean follows(UUID stream) {
        return subscriptions.containsKey(stream);
    }

    /** Drops what the reading up to {@code position} had covered, sends the rest, and is live from here on. */
    public void caughtUp(UUID stream, long position) {
        boolean full = false;
        synchronized (this) {
            Subscription subscription = subscriptions.get(stream);
            if (subscription == null) {
                return;
            }
            for (Frame frame : subscription.release(position)) {
                full |= !started(frame);
            }
        }
        if (full) {
            close(CloseCode.TOO_SLOW, "too much was waiting");
        }
    }

    /** A live frame of a stream, at this position of it. Nothing happens when the session does not follow it. */
    public void deliver(UUID stream, long position, Frame frame) {
        boolean full;
        synchronized (this) {
            Subscription subscription = subscriptions.get(stream);
            if (subscription == null) {
                return;
            }
            if (subscription.holds(position, frame)) {
                full = subscription.held() > LiveLimits.OUTBOUND_FRAMES;
            } else {
                full = !started(frame);
            }
        }
        if (full) {
            close(CloseCode.TOO_SLOW, "too much was waiting");
        }
    }

    /** No longer follows; the client is told when it did not ask for it. */
    public void leave(UUID stream, boolean tell) {
        boolean followed;
        synchronized (this) {
            followed = !subscriptions.isEmpty() && subscriptions.remove(stream) != null;
        }
        if (followed) {
            home.unfollow(stream, this);
        }
        if (tell) {
            send(ServerFrames.gone(stream));
        }
    }

    /** The streams that it follows, without the inbox. */
    public synchronized List<UUID> following() {
        return subscriptions.keySet().stream()
                .filter(stream -> !stream.equals(INBOX))
                .toList();
    }

    /** Tells how far each stream has come, from memory. */
    Frame heartbeat(Instant now) {
        boolean staff = isStaff();
        StringBuilder heartbeat = ServerFrames.heartbeat(now);
        synchronized (this) {
            for (Subscription each : subscriptions.values()) {
                if (each.stream != null && each.isLive()) {
                    ServerFrames.head(heartbeat, each.stream.key, each.stream.head(staff));
                }
            }
        }
        return ServerFrames.heartbeat(heartbeat);
    }

    // --- how it ends

    /** Ends it from our side; whoever calls twice changes nothing. */
    public void close(CloseCode code, String reason) {
        if (end()) {
            wire.close(code, reason);
        }
    }

    /** True the first time. */
    boolean end() {
        Map<UUID, Subscription> followed;
        synchronized (this) {
            if (phase == Phase.CLOSED) {
                return false;
            }
            phase = Phase.CLOSED;
            followed = subscriptions;
            subscriptions = Map.of();
            notifyAll();
        }
        followed.keySet().forEach(stream -> home.unfollow(stream, this));
        home.forget(this);
        return true;
    }

    synchronized Phase phase() {
        return phase;
    }
}
