package dev.baton.platform.database;

import dev.baton.platform.Settings;
import dev.baton.platform.StartFailure;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration;
import io.agroal.api.configuration.supplier.AgroalConnectionFactoryConfigurationSupplier;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** Opens the pool. No statement of the server may wait long: for a lock 2 s, for anything 5 s. */
final class ConnectionPool {
    private ConnectionPool() {}

    private static final String LIMITS =
            "-c lock_timeout=2s -c statement_timeout=5s -c idle_in_transaction_session_timeout=5s -c timezone=UTC";

    /**
     * Every statement of the server finds its few rows by an index. A plan that was made, and kept, while a table was still
     * small would read all of it long after it has grown: until the first statistics, a minute later, every send would read
     * all messages. Plans that read whole tables are therefore not considered, and compiling plans never pays.
     */
    private static final String PLANS =
            " -c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off -c jit=off";

    static AgroalDataSource open(DatabaseAddress address, Settings settings) {
        try {
            AgroalDataSource pool = AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                    .connectionPoolConfiguration(shape -> shape.maxSize(settings.get(Settings.DATABASE_CONNECTIONS))
                            .minSize(0)
                            .acquisitionTimeout(Duration.ofSeconds(5))
                            .reapTimeout(Duration.ofMinutes(2))
                            .idleValidationTimeout(Duration.ofSeconds(1))
                            .exceptionSorter(ConnectionPool::isLost)
                            .connectionValidator(
                                    AgroalConnectionPoolConfiguration.ConnectionValidator.defaultValidatorWithTimeout(
                                            2))
                            .connectionFactoryConfiguration(login(address, settings))));
            try (Connection probe = pool.getConnection()) {
                if (probe.getMetaData().getDatabaseMajorVersion() < 16) {
                    throw new StartFailure("the database at %s is PostgreSQL %s; Baton needs 16 or newer"
                            .formatted(address.shown(), probe.getMetaData().getDatabaseProductVersion()));
                }
            }
            return pool;
        } catch (SQLException e) {
            throw new StartFailure("cannot reach the database at %s: %s".formatted(address.shown(), firstLine(e)), e);
        }
    }

    private static UnaryOperator<AgroalConnectionFactoryConfigurationSupplier> login(
            DatabaseAddress address, Settings settings) {
        return factory -> {
            factory.jdbcUrl(address.jdbcUrl())
                    .connectionProviderClassName("org.postgresql.Driver")
                    .jdbcProperty("options", LIMITS + PLANS + durability(settings))
                    .jdbcProperty("ApplicationName", "baton")
                    .jdbcProperty("reWriteBatchedInserts", "true")
                    .jdbcProperty("connectTimeout", "5")
                    .jdbcProperty("socketTimeout", "30")
                    .jdbcProperty("tcpKeepAlive", "true")
                    .autoCommit(true);
            if (address.user() != null) factory.principal(new NamePrincipal(address.user()));
            if (address.password() != null) factory.credential(new SimplePassword(address.password()));
            return factory;
        };
    }

    /**
     * Whether the connection is of no use any more, by its SQL state: connection exceptions, or a server that shuts down.
     * Without this, a busy pool hands dead connections round for ever: they are never idle for long enough to be validated.
     */
    private static boolean isLost(SQLException failure) {
        String state = failure.getSQLState();
        return state != null && (state.startsWith("08") || state.startsWith("57P"));
    }

    private static String durability(Settings settings) {
        return settings.get(Settings.UNSAFE_SYNCHRONOUS_COMMIT_OFF) ? " -c synchronous_commit=off" : "";
    }

    private static String firstLine(SQLException e) {
        Throwable root = e;
        while (root.getCause() != null) root = root.getCause();
        String said = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        return said.lines().findFirst().orElse("");
    }
}
