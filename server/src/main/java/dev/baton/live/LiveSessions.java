package dev.baton.live;

import dev.baton.identity.AgentId;
import dev.baton.identity.CustomerId;
import dev.baton.identity.SessionKey;
import dev.baton.identity.SignedIn;
import dev.baton.identity.Viewer;
import dev.baton.identity.Viewers;
import dev.baton.platform.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** Everybody who is connected, and who follows which stream. The doorway of this package. */
@ApplicationScoped
public class LiveSessions {

    private static final Logger LOG = Logger.getLogger(LiveSessions.class);
    private static final int PROTOCOL = 1;

    /** Longer than any greeting takes from the lookup of the credential to its registration. */
    private static final int GREETING_SECONDS = 60;

    private final UUID epoch = Ids.next();
    private final long startNanos = System.nanoTime();
    private final Set<LiveSession> all = ConcurrentHashMap.newKeySet();
    private final Map<Object, Set<LiveSession>> byViewer = new ConcurrentHashMap<>();
    private final Set<LiveSession> staff = ConcurrentHashMap.newKeySet();
    private final Map<UUID, LiveStream> streams = new ConcurrentHashMap<>();
    private final Map<SessionKey, Integer> revokedAtSecond = new ConcurrentHashMap<>();

    private final Viewers viewers;
    private final LiveDesk desk;
    private final LiveLimits limits;
    private final LiveClock time;

    LiveSessions(Viewers viewers, LiveDesk desk, LiveLimits limits, LiveClock time) {
        this.viewers = viewers;
        this.desk = desk;
        this.limits = limits;
        this.time = time;
    }

    // --- for the floor above

    /** The connections of one agent. */
    public Collection<LiveSession> of(AgentId agent) {
        return snapshot(agent);
    }

    /** The connections of one customer. */
    public Collection<LiveSession> of(CustomerId customer) {
        return snapshot(customer);
    }

    /** Every connection of a member of staff. */
    public Collection<LiveSession> staff() {
        return staff;
    }

    /** Whether anybody follows this stream: what nobody follows need not be rendered. */
    public boolean isFollowed(UUID stream) {
        return streams.containsKey(stream);
    }

    /**
     * Hands a step of a stream to everybody who follows it. Steps of one stream come in order, from one thread at a time.
     *
     * @param position where the step leaves the stream; grows with every step
     * @param frames the frame for one session, or null for nothing
     */
    public void tell(UUID stream, long position, Function<LiveSession, Frame> frames) {
        LiveStream followed = streams.get(stream);
        if (followed == null) {
            return;
        }
        for (LiveSession session : followed.followers()) {
            Frame frame = frames.apply(session);
            if (frame != null) {
                session.deliver(stream, position, frame);
            }
        }
    }

    /** Something that has no place in the stream's order and may be lost. */
    public void whisper(UUID stream, Function<LiveSession, Frame> frames) {
        LiveStream followed = streams.get(stream);
        if (followed == null) {
            return;
        }
        for (LiveSession session : followed.followers()) {
            Frame frame = frames.apply(session);
            if (frame != null) {
                session.send(frame);
            }
        }
    }

    /** How far a stream has come, for heartbeats: all of it, and what customers see of it. */
    public void reached(UUID stream, long head, long visibleHead) {
        LiveStream followed = streams.get(stream);
        if (followed != null) {
            followed.reached(head, visibleHead);
        }
    }

    // --- for what carries the frames

    LiveSession open(Wire wire, Handshake handshake) {
        Pace pace = new Pace(limits.framesPerSecond, limits.framesBurst, System.nanoTime());
        LiveSession session = new LiveSession(wire, handshake, this, pace);
        session.openedSecond = second();
        session.heardSecond = second();
        // Spread, so that many who come back at once are not all served in the same second for ever.
        session.beatSecond = second()
                + limits.heartbeatSeconds
                - ThreadLocalRandom.current().nextInt(limits.heartbeatSeconds / 5 + 1);
        all.add(session);
        return session;
    }

    // --- for sessions

    /** Seconds since the start: small enough to keep in every session. */
    int second() {
        return (int) ((System.nanoTime() - startNanos) / 1_000_000_000L);
    }

    void greet(LiveSession session, ClientFrame.Hello hello) {
        if (hello.protocol() != PROTOCOL) {
            session.close(CloseCode.MALFORMED, "protocol is not " + PROTOCOL);
            return;
        }
        Optional<SignedIn> proof = proof(session.handshake(), hello);
        if (proof.isEmpty()) {
            session.close(CloseCode.SIGN_IN, "not signed in");
            return;
        }
        session.signIn(proof.get(), speaking(proof.get().viewer(), hello.language()));
        register(session);
        if (revokedAtSecond.containsKey(proof.get().key())) {
            session.close(CloseCode.REVOKED, "revoked");
            return;
        }
        session.send(ServerFrames.hello(epoch, time.now(), limits, desk.limits()));
        desk.arrived(session);
    }

    private Optional<SignedIn> proof(Handshake handshake, ClientFrame.Hello hello) {
        if (hello.token() != null) {
            return viewers.ofCustomer(hello.token());
        }
        return handshake.bearer() != null
                ? viewers.ofCustomer(handshake.bearer())
                : viewers.ofStaff(handshake.cookie());
    }

    static Viewer speaking(Viewer viewer, String language) {
        if (!"zh".equals(language) && !"en".equals(language)) {
            return viewer;
        }
        return switch (viewer) {
            case Viewer.Customer customer -> new Viewer.Customer(customer.id(), customer.site(), language);
            case Viewer.Agent agent -> new Viewer.Agent(agent.id(), agent.groups(), language);
            case Viewer.Supervisor supervisor -> new Viewer.Supervisor(supervisor.id(), supervisor.groups(), language);
            case Viewer.Admin admin -> new Viewer.Admin(admin.id(), admin.groups(), language);
            case Viewer.Machine machine -> machine;
        };
    }

    void act(LiveSession session, ClientFrame frame) {
        switch (frame) {
            case ClientFrame.Hello _ -> session.close(CloseCode.MALFORMED, "hello comes once");
            case ClientFrame.Resume resume -> session.chore(() -> resume(session, resume));
            case ClientFrame.Leave(var stream) -> session.leave(stream, false);
            case ClientFrame.Send send -> desk.send(session, send);
            case ClientFrame.Typing typing -> desk.typing(session, typing);
            case ClientFrame.Cursor cursor -> desk.cursor(session, cursor);
            case ClientFrame.Watch(var everything) -> session.chore(() -> desk.watch(session, everything));
            case ClientFrame.Heartbeat _ -> session.send(session.heartbeat(time.now()));
        }
    }

    private void resume(LiveSession session, ClientFrame.Resume resume) {
        resume.streams().forEach(position -> desk.resume(session, position.stream(), position.after()));
    }

    /** A chore that fails ends the connection, not the server: the client comes back and starts over. */
    void guarded(LiveSession session, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failed) {
            LOG.warnf(failed, "a live session is sent away");
            int seconds = ThreadLocalRandom.current().nextInt(1, 6);
            session.close(CloseCode.GOING_AWAY, ServerFrames.goingAway(seconds));
        }
    }

    LiveStream following(UUID stream, LiveSession session) {
        return streams.compute(stream, (key, existing) -> {
            LiveStream followed = existing == null ? new LiveStream(key) : existing;
            followed.add(session);
            return followed;
        });
    }

    void unfollow(UUID stream, LiveSession session) {
        streams.computeIfPresent(stream, (key, followed) -> {
            followed.remove(session);
            return followed.isDeserted() ? null : followed;
        });
    }

    void forget(LiveSession session) {
        all.remove(session);
        staff.remove(session);
        if (session.viewer() == null) {
            return;
        }
        byViewer.computeIfPresent(name(session.viewer()), (_, sessions) -> {
            Set<LiveSession> left = new LinkedHashSet<>(sessions);
            left.remove(session);
            return left.isEmpty() ? null : left;
        });
        desk.departed(session);
    }

    private void register(LiveSession session) {
        Set<LiveSession> now = byViewer.compute(name(session.viewer()), (_, sessions) -> {
            Set<LiveSession> more = sessions == null ? new LinkedHashSet<>() : new LinkedHashSet<>(sessions);
            more.add(session);
            return more;
        });
        if (session.isStaff()) {
            staff.add(session);
        }
        if (session.phase() == LiveSession.Phase.CLOSED) {
            forget(session);
            return;
        }
        if (now.size() > limits.connectionsPerViewer) {
            now.iterator().next().close(CloseCode.DISPLACED, "too many connections of one viewer");
        }
    }

    private Collection<LiveSession> snapshot(Object name) {
        return byViewer.getOrDefault(name, Set.of());
    }

    private static Object name(Viewer viewer) {
        return switch (viewer) {
            case Viewer.Customer customer -> customer.id();
            case Viewer.Staff member -> member.id();
            case Viewer.Machine machine -> machine;
        };
    }

    // --- for the sweep and for revocations

    Collection<LiveSession> everybody() {
        return all;
    }

    /** Closes what was opened with these credentials, and what is just being opened with them. */
    void revoke(Set<SessionKey> keys) {
        int now = second();
        revokedAtSecond.values().removeIf(since -> now - since > GREETING_SECONDS);
        keys.forEach(key -> revokedAtSecond.put(key, now));
        for (LiveSession session : all) {
            SignedIn proof = session.signedIn();
            if (proof != null && keys.contains(proof.key())) {
                session.close(CloseCode.REVOKED, "revoked");
            }
        }
    }
}
