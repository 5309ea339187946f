package dev.baton.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.bench.client.LiveSocketClient;
import dev.baton.bench.client.RestClient;
import dev.baton.bench.replay.Replay;
import dev.baton.bench.replay.ReplayCommand;
import dev.baton.bench.replay.Report;
import dev.baton.bench.rig.Company;
import dev.baton.bench.rig.PackagedServer;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * R1 and R2, M1 to M6: {@code kill -9} of the server and of every process of the database, at moments that nobody chose, while
 * dialogues run. What was acknowledged is there afterwards, once, in its order; the judge works from its own notes. That it
 * would notice is shown by the same crash of a database that answers before the disk has it.
 */
@Tag("slow")
class CrashTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int CUSTOMERS = 24;
    private static final int AGENTS = 4;

    @Test
    void m1_r1_r2_nothing_acknowledged_is_lost_when_server_and_database_are_killed_again_and_again() throws Exception {
        long seed = System.nanoTime();
        Random chance = new Random(seed);
        try (PackagedServer server = new PackagedServer(ReplayCommand.SETTINGS)) {
            server.start();
            RestClient nobody = RestClient.ofNobody(new RestClient.Lines(server.address()), PATIENCE);
            try (LiveSocketClient sockets = new LiveSocketClient(1);
                    Company company = Company.inPackaged(server, nobody);
                    Replay replay =
                            new Replay(OwnDialogues.withoutEnd(), CUSTOMERS, AGENTS, company, sockets, PATIENCE)) {
                Thread playing = Thread.ofVirtual().start(replay::run);
                List<Crash> crashes = List.of(Crash.SERVER, Crash.DATABASE, Crash.BOTH, Crash.DATABASE, Crash.SERVER);
                for (Crash crash : crashes) {
                    long before = replay.messages();
                    awaitMore(server, replay, before + 20);
                    Thread.sleep(chance.nextInt(200, 2_000));
                    crash.happensTo(server);
                }
                awaitMore(server, replay, replay.messages() + 20);
                replay.stop();
                playing.join();
                Report report = replay.report();
                assertThat(report.isClean())
                        .as("seed %d%n%s", seed, report.text())
                        .isTrue();
                assertThat(report.verdict().messages()).isGreaterThan(100);
                assertThat(brokenInvariants(server)).as("seed %d", seed).isEmpty();
            }
        }
    }

    @Test
    void a_database_that_answers_before_the_disk_has_it_loses_words_and_the_judge_notices() throws Exception {
        Map<String, String> settings = new HashMap<>(ReplayCommand.SETTINGS);
        settings.put("BATON_UNSAFE_SYNCHRONOUS_COMMIT_OFF", "true");
        try (PackagedServer server = new PackagedServer(settings)) {
            server.start();
            RestClient nobody = RestClient.ofNobody(new RestClient.Lines(server.address()), PATIENCE);
            try (LiveSocketClient sockets = new LiveSocketClient(1)) {
                Company company = Company.inPackaged(server, nobody);
                Replay replay = new Replay(OwnDialogues.withoutEnd(), CUSTOMERS, AGENTS, company, sockets, PATIENCE);
                Thread.ofVirtual().start(replay::run);
                awaitMore(server, replay, 100);
                // The tables, the people and the first words reach the disk; what follows may not.
                execute(server, "CHECKPOINT");
                awaitMore(server, replay, replay.messages() + 100);
                Crash.DATABASE.happensTo(server);
                replay.stop();
                List<UUID> acknowledged = replay.acknowledgedIds();
                assertThat(stored(server, acknowledged)).isLessThan(acknowledged.size());
                assertThat(replay.report().verdict().lost()).isPositive();
            }
        }
    }

    private enum Crash {
        SERVER,
        DATABASE,
        BOTH;

        void happensTo(PackagedServer server) {
            if (this != SERVER) assertThat(server.killDatabase()).isGreaterThan(1);
            if (this == DATABASE) return;
            server.kill();
            server.start();
        }
    }

    private static void awaitMore(PackagedServer server, Replay replay, long messages) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (replay.messages() < messages) {
            boolean late = System.nanoTime() > deadline;
            assertThat(late)
                    .as(late ? "the replay stands still; the server:\n" + server.lastWords() : "")
                    .isFalse();
            Thread.sleep(20);
        }
    }

    private static void execute(PackagedServer server, String sql) throws SQLException {
        try (Connection connection = connected(server);
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }

    private static int stored(PackagedServer server, List<UUID> clientIds) throws SQLException {
        try (Connection connection = connected(server);
                PreparedStatement count = connection.prepareStatement(
                        "SELECT count(DISTINCT client_id) FROM conversation_entries WHERE client_id = ANY (?)")) {
            Array wanted = connection.createArrayOf("uuid", clientIds.toArray());
            count.setArray(1, wanted);
            try (ResultSet answer = count.executeQuery()) {
                answer.next();
                return answer.getInt(1);
            }
        }
    }

    private static List<String> brokenInvariants(PackagedServer server) throws SQLException {
        List<String> broken = new ArrayList<>();
        try (Connection connection = connected(server);
                PreparedStatement ask = connection.prepareStatement("SELECT * FROM assert_invariants()");
                ResultSet answer = ask.executeQuery()) {
            while (answer.next()) {
                broken.add(answer.getString(1) + ": " + answer.getString(2) + " " + answer.getString(3));
            }
        }
        return broken;
    }

    /** As soon as the database is back. */
    private static Connection connected(PackagedServer server) throws SQLException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                PackagedServer.DatabaseAccess access = server.database();
                return DriverManager.getConnection(access.url(), access.user(), access.password());
            } catch (SQLException | IllegalStateException starting) {
                if (System.nanoTime() > deadline) throw starting;
                LockSupport.parkNanos(50_000_000);
            }
        }
    }
}
