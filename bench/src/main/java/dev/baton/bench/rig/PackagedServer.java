package dev.baton.bench.rig;

import dev.baton.bench.client.ServerAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * The packaged server, as {@code ./baton up} runs it, on a free port with a database of its own in a temporary folder. It can
 * be killed and started again on the same port and data; closing it ends what is left and removes the folder.
 */
public final class PackagedServer implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofSeconds(90);
    private static final long LONGEST_STOP_SECONDS = 25;
    private static final int POLL_MILLIS = 5;
    private static final int OK = 200;

    private final Path jar;
    private final Path folder;
    private final Map<String, String> environment;
    private final ServerAddress address;
    private final Thread lastResort = new Thread(this::killAll, "end-server");
    private Process process;

    /** @throws IllegalStateException when the server has not been packaged */
    public PackagedServer(Map<String, String> settings) {
        jar = jar();
        try {
            folder = Files.createTempDirectory(scratch(), "bench-");
            address = new ServerAddress("127.0.0.1", freePort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        environment = new TreeMap<>(settings);
        environment.put("BATON_PORT", String.valueOf(address.port()));
        environment.put("BATON_DATA", folder.resolve("data").toString());
        environment.putIfAbsent("BATON_DEMO_PASSWORD", secret());
        // Ctrl-C must not leave a server behind.
        Runtime.getRuntime().addShutdownHook(lastResort);
    }

    /** Beside the repository: a system's temporary folder may lie in memory, where a commit costs nothing. */
    private static Path scratch() throws IOException {
        String home = System.getProperty("baton.home");
        Path folder = home == null ? Path.of("target") : Path.of(home, ".baton");
        return Files.createDirectories(folder.toAbsolutePath());
    }

    private static Path jar() {
        Path jar = Path.of(System.getProperty("baton.server.jar", "../server/target/quarkus-app/quarkus-run.jar"))
                .toAbsolutePath()
                .normalize();
        if (!Files.exists(jar)) throw new IllegalStateException("the server is not packaged: there is no " + jar);
        return jar;
    }

    /** Random, and as long as passwords have to be. */
    public static String secret() {
        byte[] bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    public ServerAddress address() {
        return address;
    }

    public String demoPassword() {
        return environment.get("BATON_DEMO_PASSWORD");
    }

    public long pid() {
        return process.pid();
    }

    /** What the server has said. */
    public Path log() {
        return folder.resolve("server.log");
    }

    // --- starting and ending

    /** Starts, or starts again. @return how long it took until it was ready */
    public Duration start() {
        long begin = System.nanoTime();
        List<String> command =
                new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java")));
        // The same options as `./baton up`.
        command.add("@" + jar.resolve("../../../java.options").normalize());
        Path quickStart = jar.resolveSibling("app.aot");
        if (Files.exists(quickStart)) {
            command.addAll(List.of("-XX:AOTCache=" + quickStart, "-Xlog:aot=off", "-Xlog:cds=off"));
        }
        command.addAll(List.of("-jar", jar.toString()));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("BATON_"));
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        awaitReady(begin + LONGEST_START.toNanos());
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private void awaitReady(long deadline) {
        while (!isReady()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException("the server did not start:\n" + lastWords());
            }
            pause(POLL_MILLIS);
        }
    }

    /** Whether it says so itself. */
    public boolean isReady() {
        try {
            HttpURLConnection ask = (HttpURLConnection) java.net
                    .URI
                    .create(address.origin() + "/health/ready")
                    .toURL()
                    .openConnection();
            ask.setConnectTimeout(1_000);
            ask.setReadTimeout(5_000);
            return ask.getResponseCode() == OK;
        } catch (IOException away) {
            return false;
        }
    }

    /** The end of its log, for people. */
    public String lastWords() {
        try {
            List<String> lines = Files.readAllLines(log());
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
        } catch (IOException e) {
            return "(it left no words)";
        }
    }

    /** {@code kill -9} of the server; its database stays, as after a real crash. */
    public void kill() {
        process.destroyForcibly();
        await(process);
    }

    /** {@code kill -9} of every process of the database at once. @return how many there were */
    public int killDatabase() {
        List<Long> family = databasePids();
        if (family.isEmpty()) return 0;
        List<String> command = new ArrayList<>(List.of("kill", "-9"));
        family.forEach(pid -> command.add(String.valueOf(pid)));
        try {
            await(new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return family.size();
    }

    /** Asks it to stop, database and all. */
    public void stop() {
        if (process == null) return;
        process.destroy();
        try {
            if (!process.waitFor(LONGEST_STOP_SECONDS, TimeUnit.SECONDS)) kill();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            kill();
        }
    }

    private static void await(Process ending) {
        try {
            ending.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    // --- its database

    /** The postmaster first; empty when none runs. */
    public List<Long> databasePids() {
        List<String> lines = postmasterLines();
        if (lines.isEmpty()) return List.of();
        long postmaster = Long.parseLong(lines.getFirst().strip());
        boolean alive = ProcessHandle.of(postmaster)
                .filter(found -> found.info().command().orElse("").contains("postgres"))
                .isPresent();
        return alive ? ProcessProbe.family(postmaster) : List.of();
    }

    /** For what no API can do: baselines on the same database, a million entries at once. */
    public DatabaseAccess database() {
        try {
            List<String> lines = postmasterLines();
            if (lines.size() < 4) throw new IllegalStateException("the database does not run");
            String port = lines.get(3).strip();
            String password = Files.readString(folder.resolve("data/postgres.password"));
            return new DatabaseAccess("jdbc:postgresql://127.0.0.1:" + port + "/postgres", "baton", password);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How to sign in at the database. */
    public record DatabaseAccess(String url, String user, String password) {}

    private List<String> postmasterLines() {
        try {
            return Files.readAllLines(folder.resolve("data/postgres/postmaster.pid"));
        } catch (IOException none) {
            return List.of();
        }
    }

    private void killAll() {
        if (process != null) process.destroyForcibly();
        killDatabase();
        removeFolder();
    }

    @Override
    public void close() {
        stop();
        killDatabase();
        Runtime.getRuntime().removeShutdownHook(lastResort);
        removeFolder();
    }

    private void removeFolder() {
        try {
            Files.walkFileTree(folder, new Remover());
        } catch (IOException e) {
            System.err.println("baton: " + folder + " could not be removed: " + e.getMessage());
        }
    }

    private static final class Remover extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException gone) {
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException problem) throws IOException {
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }
}
