package dev.baton.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.arc.Arc;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database for a test: with all tables, and a clock that the test moves.
 *
 * <p>{@code TestDatabase.fresh()} is for tests without a server. Tests with one ({@code @QuarkusTest}) use
 * {@code TestDatabase.ofServer()}; there the invariants are checked and the clock is set right after every test.
 */
public final class TestDatabase {

    static final String SERVED = "baton.test.served";
    private static final String MIGRATED = "baton.test.migrated";

    private final String url;
    private final Jdbi jdbi;

    private TestDatabase(String url) {
        this.url = url;
        this.jdbi = Jdbi.create(source(url)).installPlugin(new PostgresPlugin()).installPlugin(new SqlValues());
    }

    /** A new database of its own, with all tables. */
    public static TestDatabase fresh() {
        return new TestDatabase(TestCluster.copyOf(migrated()));
    }

    /** Migrated once in a JVM: copying it takes a tenth of the time. */
    private static String migrated() {
        synchronized (System.getProperties()) {
            if (System.getProperty(MIGRATED) == null) {
                String url = TestCluster.newDatabase();
                Migrations.run(source(url), DatabaseAddress.parse(url));
                System.setProperty(MIGRATED, url);
            }
            return System.getProperty(MIGRATED);
        }
    }

    /** The database under the server that this test runs. */
    public static TestDatabase ofServer() {
        String url = System.getProperty(SERVED);
        if (url == null) throw new IllegalStateException("no server runs in this test");
        return new TestDatabase(url);
    }

    /** As {@code postgresql://user:password@host:port/name}. */
    public String url() {
        return url;
    }

    public Jdbi jdbi() {
        return jdbi;
    }

    /** Moves the time of everything that shares this database. */
    public void forward(Duration duration) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE clock_offset SET \"offset\" = \"offset\" + make_interval(secs => :seconds)")
                .bind("seconds", duration.toMillis() / 1000.0)
                .execute());
        tellServer();
    }

    /** Back to the real time. */
    public void resetClock() {
        int moved = jdbi.withHandle(handle -> {
            int rows = handle.execute(
                    "UPDATE clock_offset SET \"offset\" = interval '0' WHERE \"offset\" <> interval '0'");
            // What was tried in the future would make the next who sign in look hasty.
            if (rows > 0) handle.execute("DELETE FROM sign_in_failures");
            return rows;
        });
        if (moved > 0) tellServer();
    }

    /** A server in this JVM would notice the moved clock by itself, a second later. */
    private static void tellServer() {
        if (Arc.container() == null || !Arc.container().isRunning()) return;
        Arc.container().instance(DatabaseTime.class).get().lookAgain();
    }

    /** Fails with every row that {@code assert_invariants()} finds wrong. */
    public void assertInvariants() {
        assertThat(brokenInvariants()).as("rows of assert_invariants()").isEmpty();
    }

    public List<Map<String, Object>> brokenInvariants() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM assert_invariants()")
                .mapToMap()
                .list());
    }

    private static PGSimpleDataSource source(String url) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(TestCluster.jdbc(url));
        return source;
    }
}
