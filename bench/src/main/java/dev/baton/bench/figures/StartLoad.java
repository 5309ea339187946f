package dev.baton.bench.figures;

import dev.baton.bench.figures.Latency.Quantiles;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Customers who start a conversation; done when their own screen shows who will answer. */
final class StartLoad {

    private static final byte[] UPDATE = "update\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ASSIGNED = "\"kind\":\"assigned\"".getBytes(StandardCharsets.US_ASCII);

    private final Ground ground;
    private final Latency toAgent = new Latency();
    private final List<Runnable> endings = new ArrayList<>();

    StartLoad(Ground ground) {
        this.ground = ground;
    }

    /** @param perStart processor time of server and database for each, in microseconds */
    record Result(double perSecond, Quantiles toAgent, double perStart) {}

    /** @param most conversations; they end after the window */
    Result measure(int atOnce, double seconds, int most) {
        ground.makeRoomFor(most, 1);
        List<Visitor> visitors = ground.visitors(most);
        Queue<Visitor> waiting = new ConcurrentLinkedQueue<>(visitors);
        endings.clear();
        Window.Running window = Window.open(ground.server);
        long begin = System.nanoTime();
        long deadline = begin + (long) (seconds * 1e9);
        toAgent.take();
        List<CompletableFuture<Void>> workers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(atOnce)) {
            for (int i = 0; i < atOnce; i++) {
                workers.add(CompletableFuture.runAsync(() -> work(waiting, deadline), threads));
            }
        }
        workers.forEach(CompletableFuture::join);
        Window taken = window.end();
        Quantiles quantiles = toAgent.take();
        ground.forEach(endings, Runnable::run);
        visitors.forEach(Visitor::drop);
        return new Result(
                quantiles.count() / taken.seconds(),
                quantiles,
                (taken.serverMicros() + taken.databaseMicros()) / Math.max(1, quantiles.count()));
    }

    private void work(Queue<Visitor> waiting, long deadline) {
        for (Visitor next = waiting.poll(); next != null && System.nanoTime() < deadline; next = waiting.poll()) {
            start(next);
        }
    }

    private void start(Visitor visitor) {
        CompletableFuture<Void> assigned = new CompletableFuture<>();
        visitor.frames = frame -> {
            if (showsAssignment(frame)) assigned.complete(null);
        };
        long begin = System.nanoTime();
        UUID conversation = visitor.customer
                .start(UUID.randomUUID(), ground.company().category(), "您好，请问在吗？")
                .conversation();
        Ground.within(assigned);
        toAgent.since(begin);
        synchronized (endings) {
            endings.add(() -> visitor.customer.end(conversation));
        }
    }

    /** Whether this frame tells a customer who will answer. */
    static boolean showsAssignment(byte[] frame) {
        return Visitor.is(UPDATE, frame) && contains(frame);
    }

    private static boolean contains(byte[] frame) {
        for (int from = 0; from + ASSIGNED.length <= frame.length; from++) {
            int i = 0;
            while (i < ASSIGNED.length && frame[from + i] == ASSIGNED[i]) i++;
            if (i == ASSIGNED.length) return true;
        }
        return false;
    }
}
