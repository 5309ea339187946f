package dev.baton.platform.database;

import dev.baton.platform.Settings;
import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;

/**
 * The one database of the server: decides which one it is, refuses one that is not durable, brings its tables up to date
 * and hands out {@link Jdbi}. It is open before any other part of the server starts.
 */
@ApplicationScoped
public class Database {

    private static final int FIRST = 1;
    private static final int LAST = Integer.MAX_VALUE;

    /** Connection lost or refused, resources, shutting down, cut off for idling within a transaction. */
    private static final List<String> AWAY = List.of("08", "53", "57P", "25P03");

    private final Settings settings;
    private DataFolder folder;
    private EmbeddedPostgres embedded;
    private AgroalDataSource pool;
    private Jdbi jdbi;

    Database(Settings settings) {
        this.settings = settings;
    }

    void open(@Observes @Priority(FIRST) StartupEvent starting) {
        opened();
    }

    void close(@Observes @Priority(LAST) ShutdownEvent stopping) {
        shut();
    }

    /** For SQL; every `…Store` takes it. */
    @Produces
    @Singleton
    public Jdbi jdbi() {
        return opened();
    }

    /** Runs on every new connection's pool, for what has to speak JDBC itself. */
    public DataSource source() {
        opened();
        return pool;
    }

    private synchronized Jdbi opened() {
        if (jdbi != null) return jdbi;
        try {
            DatabaseAddress address = address();
            pool = ConnectionPool.open(address, settings);
            Durability.demand(pool, address, settings);
            Migrations.run(pool, address);
            jdbi = Jdbi.create(new ConnectionsInTurn(pool, settings.get(Settings.DATABASE_CONNECTIONS)))
                    .installPlugin(new PostgresPlugin())
                    .installPlugin(new SqlValues());
            return jdbi;
        } catch (RuntimeException e) {
            shut();
            throw e;
        }
    }

    private DatabaseAddress address() {
        String url = settings.get(Settings.DATABASE_URL);
        if (!url.isEmpty()) {
            folder = DataFolder.take(settings.data());
            return DatabaseAddress.parse(url);
        }
        EarlyStart.Started started = EarlyStart.await(settings);
        folder = started.folder();
        embedded = started.postgres();
        return new DatabaseAddress(embedded.url(), embedded.user(), embedded.password());
    }

    private synchronized void shut() {
        if (pool != null) pool.close();
        if (embedded != null) embedded.close();
        if (folder != null) folder.close();
        pool = null;
        embedded = null;
        folder = null;
        jdbi = null;
    }

    /** Whether this is the constraint that refused; the way a store tells one violation from another. */
    public static boolean violates(SQLException refused, String constraint) {
        return refused instanceof org.postgresql.util.PSQLException sql
                && sql.getServerErrorMessage() != null
                && constraint.equals(sql.getServerErrorMessage().getConstraint());
    }

    /**
     * Whether it is the database that failed and not what it was asked: it is away, was lost on the way, has no room or no
     * connection left. Whatever else it is asked now fails as well; and whether it kept what it was just given is not known.
     */
    public static boolean isAway(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof SQLException sql) return isAway(sql.getSQLState());
        }
        return false;
    }

    /** A pool that has no connection left says no state. */
    private static boolean isAway(String state) {
        return state == null || AWAY.stream().anyMatch(state::startsWith);
    }
}
