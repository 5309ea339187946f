package dev.baton.platform.database;

import dev.baton.platform.Ids;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * One embedded PostgreSQL for all tests of a JVM, as durable as the real one; every caller gets a database of its own in it.
 *
 * <p>The test framework loads classes more than once, so what is shared lives in a system property.
 */
final class TestCluster {
    private TestCluster() {}

    private static final String ADDRESS = "baton.test.cluster";

    /** A new empty database, as {@code postgresql://user:password@host:port/name}. */
    static String newDatabase() {
        return created("template1");
    }

    /** A new database like another one, to which nobody may be connected. */
    static String copyOf(String url) {
        return created(url.substring(url.lastIndexOf('/') + 1));
    }

    private static String created(String template) {
        String name = "t" + Ids.next().toString().replace("-", "");
        String cluster = address();
        // Not through DriverManager, which knows the driver of one of the framework's class loaders only.
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(jdbc(cluster + "/postgres"));
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + " TEMPLATE " + template);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return cluster + "/" + name;
    }

    static String jdbc(String url) {
        DatabaseAddress address = DatabaseAddress.parse(url);
        return address.jdbcUrl() + "?user=" + address.user() + "&password=" + address.password();
    }

    private static String address() {
        synchronized (System.getProperties()) {
            if (System.getProperty(ADDRESS) == null) System.setProperty(ADDRESS, started());
            return System.getProperty(ADDRESS);
        }
    }

    private static String started() {
        try {
            Path data = Files.createTempDirectory("baton-test-");
            EmbeddedPostgres postgres = EmbeddedPostgres.start(data, 90, true);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> removed(postgres, data), "test-cluster-end"));
            return "postgresql://%s:%s@127.0.0.1:%d".formatted(postgres.user(), postgres.password(), postgres.port());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void removed(EmbeddedPostgres postgres, Path data) {
        postgres.close();
        try {
            Folders.delete(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
