package dev.baton.platform.database;

import dev.baton.platform.StartFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * A real PostgreSQL that lives in the data folder and belongs to this server alone.
 *
 * <p>It is a process of its own: killing the server leaves it running, and the next start finds and stops it. It listens
 * on the loopback address only, on a port of its own, with a password that is made with the database.
 */
final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(EmbeddedPostgres.class);
    private static final Duration LONGEST_START = Duration.ofSeconds(60);
    private static final String USER = "baton";

    /** So that a crash surely loses something: what the control of the crash test has to find. */
    private static final String FORGETFUL = """
            wal_writer_delay = 10s
            wal_writer_flush_after = 1GB
            """;

    private final Path files;
    private final Path log;
    private final Path password;
    private final PostgresBinaries binaries = new PostgresBinaries();
    private final PostgresPrograms programs;
    private final boolean durable;
    private final int connections;
    private final int port;
    private volatile boolean closing;

    private EmbeddedPostgres(Path data, int connections, boolean durable) throws IOException {
        this.files = data.resolve("postgres");
        this.log = files.resolve("server.log");
        this.password = data.resolve("postgres.password");
        this.connections = connections;
        this.durable = durable;
        this.programs = PostgresPrograms.unpacked(binaries, data);
        this.port = freePort();
    }

    /**
     * Starts the database of a data folder, making it first where there is none.
     *
     * @param data the folder; the caller holds its lock
     * @param connections how many connections the server opens at most
     * @param durable false only for the control of the crash test
     * @throws StartFailure when a person has to do something about it
     */
    static EmbeddedPostgres start(Path data, int connections, boolean durable) {
        try {
            EmbeddedPostgres postgres = new EmbeddedPostgres(data, connections, durable);
            postgres.refuseForeignFiles();
            postgres.stopOrphan();
            if (!Files.exists(postgres.files)) postgres.create();
            postgres.launch();
            return postgres;
        } catch (IOException e) {
            throw new StartFailure("the embedded database in %s does not start: %s".formatted(data, e.getMessage()), e);
        }
    }

    /** Where it listens, for JDBC. */
    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    int port() {
        return port;
    }

    String user() {
        return USER;
    }

    String password() {
        try {
            return Files.readString(password);
        } catch (IOException e) {
            throw new StartFailure("cannot read " + password);
        }
    }

    private void refuseForeignFiles() throws IOException {
        Path marker = files.resolve("PG_VERSION");
        if (!Files.exists(marker)) return;
        String found = Files.readString(marker).strip();
        if (!found.equals(String.valueOf(binaries.major()))) {
            throw new StartFailure("%s holds a database of PostgreSQL %s, but this Baton brings PostgreSQL %d"
                    .formatted(files, found, binaries.major()));
        }
    }

    /** Made beside its place and moved there when complete, so that an interrupted first start leaves nothing half-made. */
    private void create() throws IOException {
        Path fresh = files.resolveSibling("postgres.new");
        Folders.delete(fresh);
        byte[] secret = new byte[24];
        new SecureRandom().nextBytes(secret);
        Files.deleteIfExists(password);
        Folders.writePrivate(password, HexFormat.of().formatHex(secret));
        programs.own(password);
        Folders.createPrivate(fresh);
        programs.own(fresh);
        programs.run(
                "initdb",
                List.of(
                        "-D",
                        fresh.toString(),
                        "-U",
                        USER,
                        "--pwfile=" + password,
                        "-A",
                        "scram-sha-256",
                        "-E",
                        "UTF8",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--locale=C",
                        "--no-instructions"));
        Files.move(fresh, files, StandardCopyOption.ATOMIC_MOVE);
    }

    private void launch() throws IOException {
        Files.writeString(files.resolve("postgresql.conf"), configuration());
        Files.deleteIfExists(log);
        programs.run("pg_ctl", List.of("start", "-W", "-s", "-D", files.toString(), "-l", log.toString()));
        awaitReady();
        watch();
    }

    private String configuration() {
        return """
                # Written by Baton at every start; changes made here do not last.
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                max_connections = %d
                fsync = on
                full_page_writes = on
                synchronous_commit = %s
                # Small on purpose: everything together stays below 300 MB when idle.
                shared_buffers = 96MB
                work_mem = 8MB
                maintenance_work_mem = 64MB
                max_wal_size = 1GB
                min_wal_size = 128MB
                wal_compression = on
                checkpoint_timeout = 15min
                wal_level = minimal
                max_wal_senders = 0
                io_method = sync
                max_worker_processes = 4
                max_parallel_workers_per_gather = 0
                autovacuum_max_workers = 2
                jit = off
                timezone = 'UTC'
                log_timezone = 'UTC'
                lc_messages = 'C'
                log_min_messages = warning
                log_checkpoints = off
                """.formatted(port, connections + 10, durable ? "on" : "off") + (durable ? "" : FORGETFUL);
    }

    private void awaitReady() throws IOException {
        long deadline = System.nanoTime() + LONGEST_START.toNanos();
        while (!ready()) {
            if (System.nanoTime() > deadline || failedToLaunch()) throw new IOException(lastWords());
            Pause.forMillis(10);
        }
    }

    private boolean ready() throws IOException {
        List<String> lines = pidLines();
        return lines.size() > 7 && lines.get(7).startsWith("ready");
    }

    /** The postmaster ends at once when it dislikes its files; then it leaves words in the log and no pid. */
    private boolean failedToLaunch() throws IOException {
        return pidLines().isEmpty()
                && Files.exists(log)
                && Files.readString(log).contains("FATAL");
    }

    private String lastWords() throws IOException {
        if (!Files.exists(log)) return "it did not start";
        return Files.readString(log)
                .lines()
                .filter(line -> line.contains("FATAL") || line.contains("PANIC"))
                .reduce((earlier, later) -> later)
                .orElse("not ready after " + LONGEST_START.toSeconds() + " s, see " + log);
    }

    /** Postgres writes its pid, folder, start time, port, … and state, a line each; none when it does not run. */
    private List<String> pidLines() throws IOException {
        Path file = files.resolve("postmaster.pid");
        try {
            return Files.readAllLines(file);
        } catch (java.nio.file.NoSuchFileException e) {
            return List.of();
        }
    }

    /** The postmaster of these files, when one runs. A pid alone proves nothing: after a crash another may have it. */
    private Optional<ProcessHandle> postmaster() throws IOException {
        List<String> lines = pidLines();
        if (lines.isEmpty()) return Optional.empty();
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                .filter(ProcessHandle::isAlive)
                .filter(found -> found.info().command().orElse("").contains("postgres"));
    }

    private void stopOrphan() throws IOException {
        Optional<ProcessHandle> orphan = postmaster();
        if (orphan.isPresent()) {
            LOG.infof(
                    "Stopping the database that an earlier run left behind (pid %d).",
                    orphan.get().pid());
            stop();
        }
        Files.deleteIfExists(files.resolve("postmaster.pid"));
    }

    /** When the postmaster dies under us (somebody killed it), it is started again on the same port and the pool reconnects. */
    private void watch() throws IOException {
        postmaster().ifPresent(found -> found.onExit().thenRun(this::revive));
    }

    private void revive() {
        if (closing) return;
        LOG.error("The embedded database ended unexpectedly; starting it again.");
        try {
            Files.deleteIfExists(files.resolve("postmaster.pid"));
            launch();
            LOG.info("The embedded database is back.");
        } catch (IOException | RuntimeException e) {
            LOG.error("The embedded database cannot be started again.", e);
        }
    }

    private void stop() throws IOException {
        try {
            programs.run("pg_ctl", List.of("stop", "-s", "-w", "-t", "20", "-m", "fast", "-D", files.toString()));
        } catch (IOException e) {
            programs.run("pg_ctl", List.of("stop", "-s", "-w", "-t", "20", "-m", "immediate", "-D", files.toString()));
        }
    }

    @Override
    public void close() {
        closing = true;
        try {
            if (postmaster().isPresent()) stop();
        } catch (IOException e) {
            LOG.warnf("The embedded database did not stop: %s", e.getMessage());
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }

    /** The only place of the server that waits by sleeping: nobody tells us when another program is ready. */
    private static final class Pause {
        static void forMillis(long milliseconds) {
            try {
                TimeUnit.MILLISECONDS.sleep(milliseconds);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StartFailure("interrupted while starting the database");
            }
        }
    }
}
