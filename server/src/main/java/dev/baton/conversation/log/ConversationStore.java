package dev.baton.conversation.log;

import dev.baton.conversation.Conversation;
import dev.baton.conversation.ConversationId;
import dev.baton.conversation.Deadline;
import dev.baton.conversation.Lifecycle;
import dev.baton.conversation.log.ConversationColumns.Column;
import dev.baton.conversation.policy.Policy;
import dev.baton.identity.CustomerId;
import dev.baton.platform.SqlArray;
import dev.baton.platform.database.RoundTrip;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** The rows of conversations, read and written many at a time. */
final class ConversationStore {

    /**
     * A row to write.
     *
     * @param next the earliest of its clocks, null when none runs
     */
    record Row(Conversation conversation, Deadline next) {

        static Row of(Conversation conversation, Policy policy) {
            return new Row(
                    conversation,
                    Lifecycle.deadlines(conversation, policy).stream()
                            .findFirst()
                            .orElse(null));
        }

        private Instant nextDue() {
            return next == null ? null : next.due();
        }

        private String nextClock() {
            return next == null ? null : next.clock().wire();
        }
    }

    private static final String COLUMNS = names(ConversationColumns.ALL);

    private static final String LOCK =
            "SELECT " + COLUMNS + " FROM conversations WHERE id = ANY(:ids) ORDER BY id FOR UPDATE";

    private static final List<Column> WITH_WORDS = ConversationColumns.ALL.stream()
            .filter(column -> column.changesWithWords() || column.name().equals("id"))
            .toList();

    private static final String INSERT =
            """
      INSERT INTO conversations (%s, next_due, next_clock)
      SELECT %s, next_due, next_clock FROM unnest(%s) AS new (%s, next_due, next_clock)
      """.formatted(COLUMNS, values(ConversationColumns.ALL), parameters(ConversationColumns.ALL), COLUMNS);

    private static final String UPDATE_ALL = update(ConversationColumns.ALL);
    private static final String UPDATE_WORDS = update(WITH_WORDS);

    private ConversationStore() {}

    /** Locks rows in ascending order of their ids: the first step of the lock order. */
    static void lock(RoundTrip trip, Collection<ConversationId> ids, Consumer<Conversation> locked) {
        trip.query(LOCK, row -> locked.accept(ConversationColumns.read(row)))
                .bind(
                        "ids",
                        SqlArray.of(
                                "uuid", ids.stream().map(ConversationId::value).toList()));
    }

    /** Waits for whoever changes these just now. */
    static void await(Handle handle, Collection<ConversationId> ids) {
        var trip = new RoundTrip();
        lock(trip, ids, locked -> {});
        trip.run(handle);
    }

    static Optional<Conversation> find(Handle handle, ConversationId id) {
        return handle.createQuery("SELECT " + COLUMNS + " FROM conversations WHERE id = :id")
                .bind("id", id.value())
                .map((row, context) -> ConversationColumns.read(row))
                .findOne();
    }

    /** The open conversations of these customers, not locked. */
    static void openOf(RoundTrip trip, Collection<CustomerId> customers, BiConsumer<CustomerId, ConversationId> found) {
        trip.query(
                        """
            SELECT customer, id FROM conversations
            WHERE customer = ANY(:customers) AND state NOT IN ('ended', 'system_ended')
            """,
                        row -> found.accept(
                                new CustomerId(ConversationColumns.uuid(row, "customer")),
                                new ConversationId(ConversationColumns.uuid(row, "id"))))
                .bind(
                        "customers",
                        SqlArray.of(
                                "uuid",
                                customers.stream().map(CustomerId::value).toList()));
    }

    /** Writes what has become of each; those that are not in {@code before} are new. */
    static void change(
            RoundTrip trip,
            Map<ConversationId, Conversation> before,
            Collection<Conversation> now,
            PolicyStore policies) {
        var inserts = new ArrayList<Row>();
        var wordsOnly = new ArrayList<Row>();
        var all = new ArrayList<Row>();
        for (var after : now) {
            var from = before.get(after.id());
            var row = Row.of(after, policies.of(after.policyVersion()));
            if (from == null) {
                inserts.add(row);
            } else if (from != after) {
                (ConversationColumns.onlyWordsDiffer(from, after) ? wordsOnly : all).add(row);
            }
        }
        insert(trip, inserts);
        updateWords(trip, wordsOnly);
        updateAll(trip, all);
    }

    private static void insert(RoundTrip trip, List<Row> rows) {
        write(trip, INSERT, ConversationColumns.ALL, rows);
    }

    private static void updateAll(RoundTrip trip, List<Row> rows) {
        write(trip, UPDATE_ALL, ConversationColumns.ALL, rows);
    }

    private static void updateWords(RoundTrip trip, List<Row> rows) {
        write(trip, UPDATE_WORDS, WITH_WORDS, rows);
    }

    private static void write(RoundTrip trip, String sql, List<Column> columns, List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        var update = trip.update(sql, rows.size());
        for (var column : columns) {
            var values = rows.stream()
                    .map(row -> column.value().apply(row.conversation()))
                    .toList();
            update.bind(column.name(), SqlArray.of(column.travelsAs(), values));
        }
        update.bind(
                "next_due",
                SqlArray.of("timestamptz", rows.stream().map(Row::nextDue).toArray()));
        update.bind(
                "next_clock",
                SqlArray.of("text", rows.stream().map(Row::nextClock).toArray()));
    }

    private static String update(List<Column> columns) {
        var changed =
                columns.stream().filter(column -> !column.name().equals("id")).toList();
        return """
        UPDATE conversations c SET %s, next_due = new.next_due, next_clock = new.next_clock
        FROM unnest(%s) AS new (%s, next_due, next_clock) WHERE c.id = new.id
        """.formatted(
                        changed.stream()
                                .map(column -> column.name() + " = " + value(column))
                                .collect(Collectors.joining(", ")),
                        parameters(columns),
                        names(columns));
    }

    private static String names(List<Column> columns) {
        return columns.stream().map(Column::name).collect(Collectors.joining(", "));
    }

    private static String values(List<Column> columns) {
        return columns.stream().map(ConversationStore::value).collect(Collectors.joining(", "));
    }

    private static String value(Column column) {
        return "new." + column.name() + (column.isSet() ? "::" + column.type() : "");
    }

    private static String parameters(List<Column> columns) {
        return Stream.concat(
                        columns.stream().map(column -> ":" + column.name() + "::" + column.travelsAs() + "[]"),
                        Stream.of(":next_due::timestamptz[]", ":next_clock::text[]"))
                .collect(Collectors.joining(", "));
    }
}
