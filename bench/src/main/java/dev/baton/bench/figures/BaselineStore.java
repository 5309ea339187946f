package dev.baton.bench.figures;

import dev.baton.bench.figures.Latency.Quantiles;
import dev.baton.bench.rig.PackagedServer.DatabaseAccess;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The bare database: one row, one commit, into a table with the shape and the indexes of the entries. */
final class BaselineStore {

    private static final String INSERT = """
            INSERT INTO bench_entries (conversation, seq, public_seq, at, actor_kind, actor, kind, body, client_id)
            VALUES (?, ?, ?, clock_timestamp(), 'customer', ?, 'message', ?, ?)
            """;

    private static final String BODY = "您好，我上周买的杯子还没收到，麻烦帮我查一下快递吧";

    private final DatabaseAccess access;
    private final Latency latency = new Latency();
    private volatile boolean running;

    BaselineStore(DatabaseAccess access) {
        this.access = access;
    }

    record Result(double perSecond, Quantiles commit) {}

    /** @param connections each on a thread of its own */
    Result measure(int connections, double seconds) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS bench_entries");
            statement.execute("CREATE TABLE bench_entries (LIKE conversation_entries INCLUDING ALL)");
            try {
                return run(connections, seconds);
            } finally {
                statement.execute("DROP TABLE bench_entries");
            }
        }
    }

    private Result run(int connections, double seconds) {
        running = true;
        List<CompletableFuture<Void>> writers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
            for (int i = 0; i < connections; i++) writers.add(CompletableFuture.runAsync(this::write, threads));
            Window.pause(seconds / 4);
            latency.take();
            long begin = System.nanoTime();
            Window.pause(seconds);
            Quantiles commit = latency.take();
            double took = (System.nanoTime() - begin) / 1e9;
            running = false;
            writers.forEach(CompletableFuture::join);
            return new Result(commit.count() / took, commit);
        }
    }

    private void write() {
        UUID conversation = UUID.randomUUID();
        UUID actor = UUID.randomUUID();
        try (Connection connection = connect();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (long seq = 1; running; seq++) {
                long begin = System.nanoTime();
                insert.setObject(1, conversation);
                insert.setLong(2, seq);
                insert.setLong(3, seq);
                insert.setObject(4, actor);
                insert.setString(5, BODY);
                insert.setObject(6, UUID.randomUUID());
                insert.executeUpdate();
                latency.since(begin);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the baseline failed", e);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(access.url(), access.user(), access.password());
    }
}
