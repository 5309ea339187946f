package dev.baton.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The packaged server as a program of its own, with its own port, data folder and database: to measure it, to kill it, to
 * start it again. Build it first ({@code ./mvnw package}); {@code -Dbaton.server.jar=…} names another one.
 */
public final class ServerUnderTest implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofSeconds(120);

    private final Path data;
    private final Map<String, String> environment;
    private final int port;
    private Process server;

    private ServerUnderTest(Path data, int port, Map<String, String> environment) {
        this.data = data;
        this.port = port;
        this.environment = environment;
    }

    /** A server that is not started yet. @param environment settings by their variable, such as {@code BATON_SEED_DEMO} */
    public static ServerUnderTest in(Path data, Map<String, String> environment) {
        return new ServerUnderTest(data, freePort(), environment);
    }

    /** Starts it and waits until it is ready. @throws IllegalStateException with its words, when it ends instead */
    public ServerUnderTest start() {
        launch();
        long deadline = System.nanoTime() + LONGEST_START.toNanos();
        while (!isReady()) {
            if (!server.isAlive()) throw new IllegalStateException("the server ended: " + words());
            if (System.nanoTime() > deadline) throw new IllegalStateException("the server is not ready: " + words());
            pause(20);
        }
        return this;
    }

    /** Starts it without waiting. */
    public ServerUnderTest launch() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        Path options = jar().resolve("../../../java.options").normalize();
        if (Files.exists(options)) command.add("@" + options);
        Path quickStart = jar().resolveSibling("app.aot");
        if (Files.exists(quickStart))
            command.addAll(List.of("-XX:AOTCache=" + quickStart, "-Xlog:aot=off", "-Xlog:cds=off"));
        command.addAll(List.of("-jar", jar().toString()));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log().toFile());
        builder.environment().putAll(settings());
        try {
            Files.createDirectories(log().getParent());
            server = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Where it answers, without a slash at the end. */
    public String url() {
        return "http://127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

    public Path data() {
        return data;
    }

    /** What it wrote to its console since the last start. */
    public String words() {
        try {
            return Files.readString(log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As a power cut would: no last words. The database stays behind, running. */
    public void killHard() {
        server.destroyForcibly();
        awaitEnd();
    }

    /** Kills the database's first program the same way; its others notice and end. */
    public void killDatabaseHard() {
        postmaster().ifPresent(ProcessHandle::destroyForcibly);
    }

    /** Kills every program of the database at once. */
    public void killAllOfDatabaseHard() {
        postmaster().ifPresent(first -> {
            List<ProcessHandle> children = first.children().toList();
            first.destroyForcibly();
            children.forEach(ProcessHandle::destroyForcibly);
        });
    }

    /** Asks it to stop and waits; the database stops with it. */
    public void stop() {
        if (server == null) return;
        server.destroy();
        awaitEnd();
    }

    /** The code it ended with, waiting for the end. */
    public int exitCode() {
        awaitEnd();
        return server.exitValue();
    }

    /** Resident memory of the server alone, in KiB; Linux only. */
    public long serverKibibytes() {
        return proportional(server.pid());
    }

    /**
     * Resident memory of the server and of every program of its database, in KiB, with shared pages counted once; Linux
     * only.
     */
    public long allKibibytes() {
        return serverKibibytes()
                + postmaster().stream()
                        .flatMap(first -> Stream.concat(Stream.of(first), first.descendants()))
                        .mapToLong(program -> proportional(program.pid()))
                        .sum();
    }

    /** CPU time used so far by the server and its database. */
    public Duration cpu() {
        return Stream.concat(
                        Stream.of(server.toHandle()),
                        postmaster().stream().flatMap(first -> Stream.concat(Stream.of(first), first.descendants())))
                .map(program -> program.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** The first program of the embedded database, when one runs. */
    public Optional<ProcessHandle> postmaster() {
        try {
            Path file = data.resolve("postgres/postmaster.pid");
            if (!Files.exists(file)) return Optional.empty();
            return ProcessHandle.of(
                    Long.parseLong(Files.readAllLines(file).getFirst().strip()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean isReady() {
        try (HttpClient http =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build()) {
            HttpRequest ask = HttpRequest.newBuilder(URI.create(url() + "/health/ready"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return http.send(ask, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        stop();
        postmaster()
                .filter(ProcessHandle::isAlive)
                .ifPresent(left -> left.descendants().forEach(ProcessHandle::destroyForcibly));
        postmaster().ifPresent(ProcessHandle::destroyForcibly);
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("BATON_PORT", String.valueOf(port));
        settings.put("BATON_HOST", "127.0.0.1");
        settings.put("BATON_DATA", data.toString());
        settings.putAll(environment);
        return settings;
    }

    private Path log() {
        return data.resolveSibling(data.getFileName() + ".log");
    }

    private void awaitEnd() {
        try {
            if (!server.waitFor(60, TimeUnit.SECONDS)) throw new IllegalStateException("the server does not end");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Path jar() {
        String named = System.getProperty("baton.server.jar");
        Path jar = named != null
                ? Path.of(named)
                : Stream.of("server", "../server")
                        .map(folder -> Path.of(folder, "target/quarkus-app/quarkus-run.jar"))
                        .filter(Files::exists)
                        .findFirst()
                        .orElseThrow(
                                () -> new IllegalStateException("build the server first: ./mvnw package -DskipTests"));
        return jar.toAbsolutePath().normalize();
    }

    private static long proportional(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException ended) {
            return 0;
        }
    }

    private static int freePort() {
        try (ServerSocket probe = new ServerSocket(0)) {
            return probe.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void pause(long milliseconds) {
        try {
            TimeUnit.MILLISECONDS.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
