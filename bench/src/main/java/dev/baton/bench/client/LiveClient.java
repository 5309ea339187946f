package dev.baton.bench.client;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * One screen's live line for as long as its owner wants it: it comes back after every loss, resumes where it was, and sends
 * what was not answered again under the same client id. Never blocks.
 */
public final class LiveClient implements LiveListener {

    private static final int SIGN_IN = 4001;
    private static final int REVOKED = 4003;
    private static final int DISPLACED = 4009;
    private static final int GOING_AWAY = 4012;
    private static final int MALFORMED = 4400;
    private static final int UNAVAILABLE = 503;
    private static final int TOO_MANY = 429;

    private static final long FIRST_BACK_OFF_MILLIS = 100;
    private static final long LONGEST_BACK_OFF_MILLIS = 2_000;
    private static final long PARK_MILLIS = 250;
    private static final long CARE_SECONDS = 2;
    private static final long RESEND_NANOS = TimeUnit.SECONDS.toNanos(3);
    private static final int BEATS = 10;

    /** Positions in one resume frame; the server takes 200. */
    private static final int RESUMED_AT_ONCE = 50;

    private enum Phase {
        AWAY,
        GREETING,
        RESUMING,
        HERE,
        OVER
    }

    private final LiveSocketClient sockets;
    private final ServerAddress server;
    private final String cookie;
    private final String hello;
    private final Consumer<ServerFrame> others;
    private final Map<UUID, Seen> seen = new ConcurrentHashMap<>();
    private final Outbox outbox = new Outbox();
    private final CompletableFuture<Void> arrived = new CompletableFuture<>();
    private final AtomicInteger reconnects = new AtomicInteger();
    private final AtomicInteger resets = new AtomicInteger();

    private Phase phase = Phase.AWAY;
    private LiveSocketClient.Line line;
    private long backOffMillis = FIRST_BACK_OFF_MILLIS;
    private int catchingUp;
    private int cares;
    private volatile RuntimeException failure;
    private volatile Consumer<ServerFrame.Update> tap;
    private ScheduledFuture<?> care;

    /** @param others gets every frame that is not about words: inbox, hello, refusals of other frames */
    LiveClient(
            LiveSocketClient sockets, ServerAddress server, String cookie, String token, Consumer<ServerFrame> others) {
        this.sockets = sockets;
        this.server = server;
        this.cookie = cookie;
        this.others = others;
        this.hello =
                "{\"type\":\"hello\",\"protocol\":1" + (token == null ? "" : ",\"token\":" + Json.quoted(token)) + "}";
    }

    LiveClient connect() {
        care = sockets.later().scheduleAtFixedRate(this::care, CARE_SECONDS, CARE_SECONDS, TimeUnit.SECONDS);
        reach();
        return this;
    }

    private void reach() {
        sockets.connect(server, "/api/v1/live", cookie, null, this);
    }

    /** Completes at the first greeting. */
    public CompletableFuture<Void> arrived() {
        return arrived;
    }

    public int reconnects() {
        return reconnects.get();
    }

    public int resets() {
        return resets.get();
    }

    // --- what its owner does

    /** Follows a conversation from its beginning. */
    public Seen open(UUID conversation) {
        boolean[] fresh = new boolean[1];
        Seen found = seen.computeIfAbsent(conversation, id -> {
            fresh[0] = true;
            return new Seen(id, cookie != null);
        });
        if (fresh[0]) resume(found);
        RuntimeException over = failure;
        if (over != null) found.fail(over);
        return found;
    }

    /** From now on updates go here and are not remembered: for measuring, where there are too many to keep. */
    public void tap(Consumer<ServerFrame.Update> updates) {
        tap = updates;
    }

    /** Follows it no longer. */
    public void leave(UUID conversation) {
        seen.remove(conversation);
        synchronized (this) {
            if (phase == Phase.HERE) line.send("{\"type\":\"leave\",\"conversation\":\"" + conversation + "\"}");
        }
    }

    /** Says words; completes with the ack, whatever happens to the line in between; fails with {@link Refusal}. */
    public CompletableFuture<ServerFrame.Ack> say(UUID conversation, UUID clientId, String body) {
        Outbox.Pending message = outbox.add(conversation, clientId, body);
        message.sentNanos = System.nanoTime();
        synchronized (this) {
            if (phase == Phase.HERE) line.send(message.frame);
        }
        RuntimeException over = failure;
        if (over != null) message.answer.completeExceptionally(over);
        return message.answer;
    }

    /** Ends it for good. */
    public void close() {
        LiveSocketClient.Line open;
        synchronized (this) {
            phase = Phase.OVER;
            open = line;
            line = null;
        }
        if (care != null) care.cancel(false);
        if (open != null) open.close();
    }

    // --- what happens on the line

    @Override
    public synchronized void opened(LiveSocketClient.Line opened) {
        if (phase == Phase.OVER) {
            opened.close();
            return;
        }
        line = opened;
        phase = Phase.GREETING;
        line.send(hello);
    }

    @Override
    public void received(byte[] bytes) {
        ServerFrame frame = FrameReader.read(bytes);
        switch (frame) {
            case ServerFrame.Hello greeting -> {
                greeted();
                others.accept(greeting);
            }
            case ServerFrame.Update update -> updated(update);
            case ServerFrame.CaughtUp caughtUp -> caughtUp();
            case ServerFrame.Reset reset -> startOver(reset);
            case ServerFrame.Gone gone -> {
                Seen lost = seen.remove(gone.conversation());
                if (lost != null) lost.leave();
                caughtUp();
            }
            case ServerFrame.Ack ack -> {
                Outbox.Pending message = outbox.answered(ack.clientId());
                if (message != null) message.answer.complete(ack);
            }
            case ServerFrame.Refused refused -> refused(refused);
            case ServerFrame.Heartbeat heartbeat -> heartbeat.heads().forEach(this::compare);
            case ServerFrame.Inbox inbox -> others.accept(inbox);
            case ServerFrame.InboxItem item -> others.accept(item);
            case ServerFrame.Other other -> {}
        }
    }

    private synchronized void greeted() {
        backOffMillis = FIRST_BACK_OFF_MILLIS;
        List<Seen> all = List.copyOf(seen.values());
        phase = Phase.RESUMING;
        catchingUp = all.size();
        for (int i = 0; i < all.size(); i += RESUMED_AT_ONCE) {
            line.send(resumeFrame(all.subList(i, Math.min(all.size(), i + RESUMED_AT_ONCE))));
        }
        if (all.isEmpty()) here();
    }

    /** Words go out only now: until then the server takes but a few frames. */
    private void here() {
        phase = Phase.HERE;
        arrived.complete(null);
        outbox.all().forEach(this::send);
    }

    private void send(Outbox.Pending message) {
        message.sentNanos = System.nanoTime();
        line.send(message.frame);
    }

    private synchronized void caughtUp() {
        if (phase == Phase.RESUMING && --catchingUp <= 0) here();
    }

    private void resume(Seen one) {
        synchronized (this) {
            if (phase == Phase.RESUMING) catchingUp++;
            if (phase == Phase.RESUMING || phase == Phase.HERE) line.send(resumeFrame(List.of(one)));
        }
    }

    private static String resumeFrame(List<Seen> streams) {
        StringBuilder json = new StringBuilder("{\"type\":\"resume\",\"streams\":[");
        for (Seen each : streams) {
            if (json.charAt(json.length() - 1) == '}') json.append(',');
            json.append("{\"conversation\":\"")
                    .append(each.conversation())
                    .append("\",\"after\":")
                    .append(each.have())
                    .append('}');
        }
        return json.append("]}").toString();
    }

    private void updated(ServerFrame.Update update) {
        Consumer<ServerFrame.Update> elsewhere = tap;
        if (elsewhere != null) {
            elsewhere.accept(update);
            return;
        }
        // A customer's own conversation that begins comes unasked; staff are told only what they follow.
        Seen known = cookie == null
                ? seen.computeIfAbsent(update.conversation(), id -> new Seen(id, false))
                : seen.get(update.conversation());
        if (known == null || known.apply(update.entries(), System.nanoTime()) == Seen.Applied.ALL) return;
        long had = known.have();
        sockets.later()
                .schedule(
                        () -> {
                            if (known.have() == had) resume(known);
                        },
                        PARK_MILLIS,
                        TimeUnit.MILLISECONDS);
    }

    private void startOver(ServerFrame.Reset reset) {
        resets.incrementAndGet();
        Seen known = seen.get(reset.conversation());
        if (known != null && !reset.earlier()) known.startOver(reset.entries(), System.nanoTime());
    }

    private void compare(ServerFrame.Head head) {
        // Nothing is remembered then, so everything would look missed.
        if (tap != null) return;
        Seen known = seen.get(head.conversation());
        if (known != null && known.have() < head.head()) resume(known);
    }

    private void refused(ServerFrame.Refused refused) {
        if (refused.status() >= UNAVAILABLE || refused.status() == TOO_MANY) return; // the care sends it again
        Outbox.Pending message = outbox.answered(refused.clientId());
        Refusal refusal = new Refusal(refused.status(), refused.code(), refused.frame());
        if (message != null) message.answer.completeExceptionally(refusal);
        else others.accept(refused);
    }

    @Override
    public void closed(int code, String reason) {
        long pause;
        synchronized (this) {
            line = null;
            if (phase == Phase.OVER) return;
            phase = Phase.AWAY;
            backOffMillis = Math.min(LONGEST_BACK_OFF_MILLIS, backOffMillis * 2);
            pause = backOffMillis / 2 + ThreadLocalRandom.current().nextLong(backOffMillis);
        }
        switch (code) {
            case SIGN_IN, REVOKED, DISPLACED, MALFORMED -> giveUp(code, reason);
            default -> {
                long wait = code == GOING_AWAY ? reconnectAfterMillis(reason) : pause;
                reconnects.incrementAndGet();
                sockets.later().schedule(this::reach, wait, TimeUnit.MILLISECONDS);
            }
        }
    }

    private static long reconnectAfterMillis(String reason) {
        return TimeUnit.SECONDS.toMillis(Json.read(reason.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .path("reconnect_after")
                .asLong(1));
    }

    private void giveUp(int code, String reason) {
        RuntimeException over = new IllegalStateException("the live line was closed for good: " + code + " " + reason);
        failure = over;
        close();
        arrived.completeExceptionally(over);
        outbox.all().forEach(message -> message.answer.completeExceptionally(over));
        seen.values().forEach(each -> each.fail(over));
    }

    /** Whatever was not answered for long is sent again, and the server hears from us now and then. */
    private synchronized void care() {
        if (phase != Phase.HERE) return;
        outbox.sentBefore(System.nanoTime() - RESEND_NANOS).forEach(this::send);
        if (++cares % BEATS == 0) line.send("{\"type\":\"heartbeat\"}");
    }
}
