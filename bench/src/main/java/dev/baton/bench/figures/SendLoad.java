package dev.baton.bench.figures;

import dev.baton.bench.client.Json;
import dev.baton.bench.client.ServerFrame;
import dev.baton.bench.client.StaffClient;
import dev.baton.bench.figures.Latency.Quantiles;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;

/** Customers who say the next thing as soon as the last is acknowledged, and agents who see it. */
final class SendLoad {

    private static final byte[] ACK = "ack\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] REFUSED = "refused\"".getBytes(StandardCharsets.US_ASCII);
    private static final int AGENTS = 16;
    private static final double WARM_UP = 0.3;
    private static final long VARIANT = 1L << 63;
    private static final long VERSION = 4L << 12;

    /** 26 characters, as the average message of the real dialogues has. */
    private static final String BODY = Json.quoted("您好，我上周买的杯子还没收到，麻烦帮我查一下快递吧");

    private final Ground ground;
    private final List<Sender> senders = new ArrayList<>();
    private final Latency toAck = new Latency();
    private final Latency toSeen = new Latency();
    private volatile int running;
    private volatile String fault;

    SendLoad(Ground ground, int most) {
        this.ground = ground;
        ground.keepRoomFor(most, AGENTS);
        List<Visitor> visitors = ground.visitors(most);
        for (int i = 0; i < most; i++) senders.add(new Sender(i, visitors.get(i)));
        ground.company().agents().forEach(agent -> agent.live().tap(this::seen));
        ground.forEach(senders, Sender::begin);
    }

    /**
     * @param acks acknowledged in the window
     * @param perMessage microseconds of processor time of server and database for one message
     */
    record Result(int senders, double perSecond, Quantiles ack, Quantiles seen, double perMessage, Window window) {}

    /** Lets so many of them talk, and measures after a warm-up. */
    Result measure(int count, double seconds) {
        running = count;
        senders.subList(0, count).forEach(Sender::next);
        Window.pause(seconds * WARM_UP);
        toAck.take();
        toSeen.take();
        Window window = Window.over(ground.server, seconds);
        Result result = result(count, window);
        running = 0;
        Window.pause(0.5);
        return result;
    }

    /** One of them says something every so often. */
    Result measureAtPace(int perSecond, double seconds) {
        Sender only = senders.getFirst();
        long periodMicros = TimeUnit.SECONDS.toMicros(1) / perSecond;
        toAck.take();
        toSeen.take();
        ScheduledFuture<?> pace = ground.sockets
                .later()
                .scheduleAtFixedRate(only::say, periodMicros, periodMicros, TimeUnit.MICROSECONDS);
        Window window = Window.over(ground.server, seconds);
        pace.cancel(false);
        return result(1, window);
    }

    private Result result(int count, Window window) {
        if (fault != null) throw new IllegalStateException(fault);
        int cut = ground.company().agents().stream()
                .mapToInt(agent -> agent.live().reconnects())
                .sum();
        if (cut > 0) throw new IllegalStateException(cut + " lines of agents were cut: what they saw is no figure");
        Quantiles ack = toAck.take();
        double perMessage = (window.serverMicros() + window.databaseMicros()) / Math.max(1, ack.count());
        return new Result(count, ack.count() / window.seconds(), ack, toSeen.take(), perMessage, window);
    }

    private void seen(ServerFrame.Update update) {
        update.entries().forEach(entry -> {
            if (!entry.isMessage() || entry.clientId() == null) return;
            int index = (int) (entry.clientId().getMostSignificantBits() >>> 32);
            if (index < senders.size()) senders.get(index).seen(entry.clientId().getLeastSignificantBits());
        });
    }

    /** They hang up; what they have begun stays open. */
    void end() {
        senders.forEach(sender -> sender.visitor.ended = _ -> {});
        senders.forEach(sender -> sender.visitor.drop());
        ground.forEach(senders, sender -> sender.visitor.customer.end(sender.conversation));
    }

    private final class Sender {
        private static final int REMEMBERED = 64;

        private final int index;
        private final Visitor visitor;
        private final AtomicLongArray sentNanos = new AtomicLongArray(REMEMBERED);
        private UUID conversation;
        private String start;
        private long said;
        private long acknowledged;

        Sender(int index, Visitor visitor) {
            this.index = index;
            this.visitor = visitor;
        }

        void begin() {
            conversation = visitor.customer
                    .start(UUID.randomUUID(), ground.company().category(), null)
                    .conversation();
            StaffClient agent = ground.agentOf(conversation);
            agent.live().open(conversation);
            start = "{\"type\":\"send\",\"conversation\":\"" + conversation + "\",\"body\":" + BODY
                    + ",\"client_id\":\"";
            visitor.frames = this::received;
            visitor.ended = why -> fault = why;
        }

        private void received(byte[] frame) {
            if (Visitor.is(ACK, frame)) {
                toAck.since(sentNanos.get((int) (++acknowledged % REMEMBERED)));
                if (index < running) say();
            } else if (Visitor.is(REFUSED, frame)) {
                fault = new String(frame, StandardCharsets.UTF_8);
            }
        }

        void next() {
            ground.sockets.later().execute(this::say);
        }

        /** On the one event loop, like everything here. */
        void say() {
            long number = ++said;
            UUID clientId = new UUID(((long) index << 32) | VERSION, VARIANT | number);
            byte[] frame = (start + clientId + "\"}").getBytes(StandardCharsets.UTF_8);
            sentNanos.set((int) (number % REMEMBERED), System.nanoTime());
            visitor.send(frame);
        }

        void seen(long leastSignificant) {
            toSeen.since(sentNanos.get((int) ((leastSignificant & ~VARIANT) % REMEMBERED)));
        }
    }
}
