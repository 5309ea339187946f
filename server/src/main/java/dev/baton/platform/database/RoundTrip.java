package dev.baton.platform.database;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.argument.Argument;

/**
 * Several statements that go to the database together and are answered together: a commit that waits for the network and
 * for both processes to be scheduled four times instead of eight takes half as long. They run one after the other, each
 * sees what those before it did, and none runs after one that failed.
 *
 * <p>Relies on the PostgreSQL driver, which sends the statements of one text with a single Sync
 * (<a href="https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-PIPELINING">pipelining</a>).
 */
public final class RoundTrip {

    /** Takes one row of an answer. */
    public interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    /** One statement with its arguments. */
    public static final class Part {
        private final String sql;
        private final RowReader rows;
        private final int expected;
        private final Map<String, Object> arguments = new LinkedHashMap<>();

        private Part(String sql, RowReader rows, int expected) {
            this.sql = sql;
            this.rows = rows;
            this.expected = expected;
        }

        public Part bind(String name, Object value) {
            arguments.put(name, value);
            return this;
        }
    }

    private static final int ANY = -1;

    /** A name that is bound; not a cast, which has two colons. */
    private static final Pattern BOUND = Pattern.compile("(?<![:\\w]):([a-z_]+)");

    private record Place(int number, String sql) {}

    private static final Map<Place, String> PLACED = new ConcurrentHashMap<>();

    private final List<Part> parts = new ArrayList<>();

    /** A statement whose rows are read. */
    public Part query(String sql, RowReader rows) {
        return added(new Part(sql, rows, ANY));
    }

    /** A statement that changes any number of rows. */
    public Part update(String sql) {
        return added(new Part(sql, null, ANY));
    }

    /** A statement that must change as many rows; otherwise {@link #run} fails and nothing may be committed. */
    public Part update(String sql, int expected) {
        return added(new Part(sql, null, expected));
    }

    /**
     * Ends the transaction in the same trip. Only where no count of rows decides whether to commit: what a part expected is
     * looked at too late then.
     */
    public void commit() {
        update("COMMIT");
    }

    private Part added(Part part) {
        parts.add(part);
        return part;
    }

    public boolean isEmpty() {
        return parts.isEmpty();
    }

    /** @throws IllegalStateException when a part changed another number of rows than it had to */
    public void run(Handle handle) {
        if (parts.isEmpty()) {
            return;
        }
        StringBuilder sql = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            sql.append(i == 0 ? "" : ";\n").append(placed(i, parts.get(i).sql));
        }
        try (var statement = handle.createUpdate(sql.toString())) {
            for (int i = 0; i < parts.size(); i++) {
                String place = "p" + i + "_";
                parts.get(i).arguments.forEach((name, value) -> {
                    if (value instanceof Argument argument) {
                        statement.bind(place + name, argument);
                    } else {
                        statement.bind(place + name, value);
                    }
                });
            }
            statement.execute((supplier, _) -> read(supplier.get()));
        }
    }

    /** Names are unique within a text, so each part's get a prefix of its own. */
    private static String placed(int number, String sql) {
        return PLACED.computeIfAbsent(
                new Place(number, sql), place -> BOUND.matcher(place.sql).replaceAll(":p" + place.number + "_$1"));
    }

    private Void read(PreparedStatement answered) throws SQLException {
        for (int i = 0; i < parts.size(); i++) {
            if (i > 0) {
                answered.getMoreResults();
            }
            read(parts.get(i), answered);
        }
        return null;
    }

    private static void read(Part part, PreparedStatement answered) throws SQLException {
        if (part.rows != null) {
            try (ResultSet rows = answered.getResultSet()) {
                while (rows.next()) {
                    part.rows.read(rows);
                }
            }
        } else if (part.expected != ANY && answered.getUpdateCount() != part.expected) {
            throw new IllegalStateException(
                    answered.getUpdateCount() + " of " + part.expected + " rows written: " + part.sql);
        }
    }
}
