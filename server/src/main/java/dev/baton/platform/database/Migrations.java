package dev.baton.platform.database;

import dev.baton.platform.StartFailure;
import java.util.Arrays;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Brings the tables up to date from the plain SQL files in {@code db/}. */
final class Migrations {
    private Migrations() {}

    static void run(DataSource pool, DatabaseAddress address) {
        Flyway flyway = configuration(pool).load();
        try {
            refuseNewerSchema(flyway, address);
            flyway.migrate();
        } catch (FlywayException e) {
            throw new StartFailure(
                    "the tables at %s cannot be brought up to date: %s"
                            .formatted(
                                    address.shown(),
                                    e.getMessage()
                                            .lines()
                                            .filter(line -> !line.isBlank())
                                            .reduce((a, b) -> a + " " + b)
                                            .orElse("")),
                    e);
        }
    }

    private static FluentConfiguration configuration(DataSource pool) {
        return Flyway.configure(Thread.currentThread().getContextClassLoader())
                .dataSource(pool)
                .locations("classpath:db")
                .sqlMigrationPrefix("V")
                // A big table may take longer to change than any statement of the running server may.
                .initSql(
                        "SET statement_timeout = 0; SET lock_timeout = '60s'; SET idle_in_transaction_session_timeout = 0")
                .validateMigrationNaming(true);
    }

    private static void refuseNewerSchema(Flyway flyway, DatabaseAddress address) {
        Arrays.stream(flyway.info().all())
                .filter(migration -> migration.getState() == MigrationState.FUTURE_SUCCESS)
                .map(MigrationInfo::getVersion)
                .max(java.util.Comparator.naturalOrder())
                .ifPresent(newer -> {
                    throw new StartFailure("the database at %s belongs to a newer Baton (its tables are at version %s)"
                            .formatted(address.shown(), newer));
                });
    }
}
