package dev.baton.platform.database;

import dev.baton.platform.Settings;
import dev.baton.platform.StartFailure;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** Refuses a database that would forget what it confirmed. */
final class Durability {
    private Durability() {}

    private static final Logger LOG = Logger.getLogger(Durability.class);

    static void demand(DataSource pool, DatabaseAddress address, Settings settings) {
        boolean control = settings.get(Settings.UNSAFE_SYNCHRONOUS_COMMIT_OFF);
        try (Connection connection = pool.getConnection()) {
            for (String name : List.of("fsync", "synchronous_commit", "full_page_writes")) {
                if (!value(connection, name).equals("off")) continue;
                if (name.equals("synchronous_commit") && control) continue;
                throw new StartFailure(
                        "the database at %s runs with %s = off, which loses acknowledged messages in a crash; switch it on"
                                .formatted(address.shown(), name));
            }
        } catch (SQLException e) {
            throw new StartFailure("cannot ask the database at %s how durable it is".formatted(address.shown()), e);
        }
        if (control)
            LOG.warnf(
                    "%s is set: this server LOSES MESSAGES in a crash.", Settings.UNSAFE_SYNCHRONOUS_COMMIT_OFF.name());
    }

    private static String value(Connection connection, String name) throws SQLException {
        try (Statement ask = connection.createStatement();
                ResultSet answer = ask.executeQuery("SHOW " + name)) {
            answer.next();
            return answer.getString(1);
        }
    }
}
