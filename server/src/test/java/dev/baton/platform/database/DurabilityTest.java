package dev.baton.platform.database;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.platform.Settings;
import dev.baton.platform.StartFailure;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** A database that forgets what it confirmed stops the start, whoever runs it. */
class DurabilityTest {

    private final TestDatabase database = TestDatabase.fresh();

    @Test
    void a_durable_database_is_taken() {
        assertThatCode(this::demand).doesNotThrowAnyException();
    }

    @Test
    void one_that_does_not_wait_for_the_disk_is_refused() throws SQLException {
        String name = database.url().replaceFirst(".*/", "");
        run("ALTER DATABASE " + name + " SET synchronous_commit = off");
        refuses("synchronous_commit");
    }

    /** These two hold for the whole cluster, which other tests use after this one. */
    @Test
    void one_that_does_not_flush_or_may_tear_pages_is_refused() throws Exception {
        for (String setting : new String[] {"fsync", "full_page_writes"}) {
            try {
                run("ALTER SYSTEM SET " + setting + " = off");
                await(setting, "off");
                refuses(setting);
            } finally {
                run("ALTER SYSTEM RESET " + setting);
                await(setting, "on");
            }
        }
        demand();
    }

    private void refuses(String setting) {
        assertThatThrownBy(this::demand)
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("runs with " + setting + " = off, which loses acknowledged messages")
                .hasMessageNotContaining(address().password());
    }

    private void demand() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(TestCluster.jdbc(database.url()));
        Durability.demand(source, address(), Settings.ofEnvironment());
    }

    private DatabaseAddress address() {
        return DatabaseAddress.parse(database.url());
    }

    private void run(String statement) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(TestCluster.jdbc(database.url()));
        try (Connection connection = source.getConnection();
                Statement run = connection.createStatement()) {
            run.execute(statement);
            run.execute("SELECT pg_reload_conf()");
        }
    }

    /** The server reads its settings again when it gets to it. */
    private void await(String setting, String value) throws InterruptedException {
        for (int tries = 0; tries < 100 && !shown(setting).equals(value); tries++) TimeUnit.MILLISECONDS.sleep(50);
    }

    private String shown(String setting) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("SHOW " + setting)
                        .mapTo(String.class)
                        .one());
    }
}
