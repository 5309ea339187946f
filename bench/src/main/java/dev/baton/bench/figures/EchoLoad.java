package dev.baton.bench.figures;

import dev.baton.bench.client.LiveListener;
import dev.baton.bench.client.LiveSocketClient;
import dev.baton.bench.client.ServerAddress;
import dev.baton.bench.figures.Latency.Quantiles;
import dev.baton.bench.rig.ProcessProbe;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Frames that come straight back: from a bare engine in a process of its own, or as heartbeats from the server itself. */
final class EchoLoad {

    private static final byte[] HEARTBEAT = "{\"type\":\"heartbeat\"}".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] FRAME = ("{\"type\":\"send\",\"conversation\":\"019e0f60-0000-7000-8000-000000000000\","
                    + "\"client_id\":\"00000000-0000-4000-8000-000000000000\",\"body\":\"" + "x".repeat(78) + "\"}")
            .getBytes(StandardCharsets.US_ASCII);

    private final LiveSocketClient sockets;
    private final Latency latency = new Latency();
    private volatile boolean running;

    EchoLoad(LiveSocketClient sockets) {
        this.sockets = sockets;
    }

    /** @param perFrame microseconds of processor time of the answering process for one frame */
    record Result(double perSecond, Quantiles echo, double perFrame) {}

    Result bareEngine(int connections, double seconds) {
        Process process = started();
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            ServerAddress address = new ServerAddress("127.0.0.1", Integer.parseInt(said.readLine()));
            List<Echo> echoes = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                Echo echo = new Echo();
                echoes.add(echo);
                sockets.connect(address, "/", null, null, echo);
            }
            echoes.forEach(echo -> Ground.within(echo.open));
            echoes.forEach(echo -> sockets.later().execute(echo::next));
            Result result = measure(process.pid(), seconds);
            echoes.forEach(echo -> echo.line.drop());
            return result;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            process.destroyForcibly();
        }
    }

    private static Process started() {
        try {
            return new ProcessBuilder(
                            ProcessHandle.current().info().command().orElse("java"),
                            "-XX:+UseSerialGC",
                            "-XX:+UseCompactObjectHeaders",
                            "--sun-misc-unsafe-memory-access=allow",
                            "-cp",
                            System.getProperty("java.class.path"),
                            "dev.baton.bench.Main",
                            "echo")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Result server(Ground ground, int connections, double seconds) {
        List<Visitor> visitors = ground.visitors(connections);
        for (Visitor visitor : visitors) {
            long[] sent = {System.nanoTime()};
            visitor.frames = _ -> {
                latency.since(sent[0]);
                sent[0] = System.nanoTime();
                if (running) visitor.send(HEARTBEAT);
            };
        }
        running = true;
        visitors.forEach(visitor -> sockets.later().execute(() -> visitor.send(HEARTBEAT)));
        Result result = measure(ground.server.pid(), seconds);
        visitors.forEach(Visitor::drop);
        return result;
    }

    private Result measure(long pid, double seconds) {
        running = true;
        Window.pause(seconds / 2);
        latency.take();
        long cpu = ProcessProbe.cpuMicros(pid);
        long begin = System.nanoTime();
        Window.pause(seconds);
        Quantiles echo = latency.take();
        double took = (System.nanoTime() - begin) / 1e9;
        double perFrame = (double) (ProcessProbe.cpuMicros(pid) - cpu) / Math.max(1, echo.count());
        running = false;
        Window.pause(0.2);
        return new Result(echo.count() / took, echo, perFrame);
    }

    private final class Echo implements LiveListener {
        private final CompletableFuture<Void> open = new CompletableFuture<>();
        private volatile LiveSocketClient.Line line;
        private long sentNanos;

        @Override
        public void opened(LiveSocketClient.Line opened) {
            line = opened;
            open.complete(null);
        }

        @Override
        public void received(byte[] frame) {
            latency.since(sentNanos);
            if (running) next();
        }

        void next() {
            sentNanos = System.nanoTime();
            line.send(FRAME);
        }

        @Override
        public void closed(int code, String reason) {
            open.completeExceptionally(new IllegalStateException("the echo was closed: " + code + " " + reason));
        }
    }
}
