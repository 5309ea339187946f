package dev.baton.conversation.log;

import dev.baton.conversation.Actor;
import dev.baton.conversation.ConversationId;
import dev.baton.conversation.Entry;
import dev.baton.identity.AgentId;
import dev.baton.identity.CustomerId;
import dev.baton.platform.SqlArray;
import dev.baton.platform.database.RoundTrip;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.argument.Argument;

/** The one ordered log of each conversation. */
final class EntryStore {

    private static final String COLUMNS =
            "e.conversation, e.seq, e.public_seq, e.at, e.actor_kind, e.actor, e.kind, e.body,"
                    + " e.attachments::text AS attachments, e.data::text AS data, e.client_id";

    /** A client id as it would stand in the log. */
    record Key(ConversationId conversation, UUID actor, UUID clientId) {}

    private EntryStore() {}

    /** The time, after the locks, and the entries that already bear one of the client ids. */
    static void known(RoundTrip trip, Collection<Key> keys, Consumer<Instant> now, Consumer<Entry> entries) {
        trip.query("SELECT baton_now() AS now", row -> now.accept(ConversationColumns.instant(row, "now")));
        if (!keys.isEmpty()) {
            trip.query("""
                SELECT %s FROM unnest(:conversations::uuid[], :actors::uuid[], :client_ids::uuid[])
                    AS asked (conversation, actor, client_id)
                JOIN conversation_entries e USING (conversation, actor, client_id)
                """.formatted(COLUMNS), row -> entries.accept(read(row)))
                    .bind("conversations", array(keys, key -> key.conversation().value()))
                    .bind("actors", array(keys, Key::actor))
                    .bind("client_ids", array(keys, Key::clientId));
        }
    }

    /** Where the customers' latest conversations bear these client ids: a retried start finds its first. */
    static void ofCustomers(RoundTrip trip, List<CustomerId> customers, List<UUID> clientIds, Consumer<Entry> entries) {
        trip.query("""
            SELECT %s FROM unnest(:customers::uuid[], :client_ids::uuid[]) AS asked (customer, client_id)
            CROSS JOIN LATERAL (
                SELECT id FROM conversations WHERE customer = asked.customer
                ORDER BY opened_at DESC LIMIT 20) c
            JOIN conversation_entries e
              ON e.conversation = c.id AND e.actor = asked.customer AND e.client_id = asked.client_id
            """.formatted(COLUMNS), row -> entries.accept(read(row)))
                .bind("customers", array(customers, CustomerId::value))
                .bind("client_ids", SqlArray.of("uuid", clientIds));
    }

    static void insert(RoundTrip trip, List<Entry> entries) {
        trip.update("""
            INSERT INTO conversation_entries
                (conversation, seq, public_seq, at, actor_kind, actor, kind, body, attachments, data, client_id)
            SELECT conversation, seq, public_seq, at, actor_kind, actor, kind, body, attachments::uuid[],
                   data::jsonb, client_id
            FROM unnest(:conversations::uuid[], :seqs::bigint[], :public_seqs::bigint[], :ats::timestamptz[],
                        :actor_kinds::text[], :actors::uuid[], :kinds::text[], :bodies::text[],
                        :attachments::text[], :data::text[], :client_ids::uuid[])
                AS new (conversation, seq, public_seq, at, actor_kind, actor, kind, body, attachments, data,
                        client_id)
            """, entries.size())
                .bind(
                        "conversations",
                        array(entries, entry -> entry.conversation().value()))
                .bind(
                        "seqs",
                        SqlArray.of("bigint", entries.stream().map(Entry::seq).toArray()))
                .bind(
                        "public_seqs",
                        SqlArray.of(
                                "bigint",
                                entries.stream()
                                        .map(e -> e.publicSeq() == 0 ? null : e.publicSeq())
                                        .toArray()))
                .bind(
                        "ats",
                        SqlArray.of(
                                "timestamptz", entries.stream().map(Entry::at).toArray()))
                .bind("actor_kinds", texts(entries, entry -> kind(entry.by())))
                .bind("actors", array(entries, entry -> id(entry.by())))
                .bind("kinds", texts(entries, entry -> EventCodec.kind(entry.event())))
                .bind("bodies", texts(entries, entry -> EventCodec.body(entry.event())))
                .bind("attachments", texts(entries, EntryStore::attachments))
                .bind("data", texts(entries, entry -> EventCodec.data(entry.event())))
                .bind("client_ids", array(entries, Entry::clientId));
    }

    /** Whether exactly these are in the log: all of them, or none, since one transaction was to write them. */
    static boolean areStored(Handle handle, List<Entry> entries) {
        return handle.createQuery("""
                SELECT count(*) = :entries
                FROM unnest(:conversations::uuid[], :seqs::bigint[], :ats::timestamptz[], :kinds::text[])
                    AS asked (conversation, seq, at, kind)
                JOIN conversation_entries e USING (conversation, seq, at, kind)
                """)
                .bind("entries", entries.size())
                .bind(
                        "conversations",
                        array(entries, entry -> entry.conversation().value()))
                .bind(
                        "seqs",
                        SqlArray.of("bigint", entries.stream().map(Entry::seq).toArray()))
                .bind(
                        "ats",
                        SqlArray.of(
                                "timestamptz", entries.stream().map(Entry::at).toArray()))
                .bind("kinds", texts(entries, entry -> EventCodec.kind(entry.event())))
                .mapTo(Boolean.class)
                .one();
    }

    /** Ascending, from the one after. */
    static List<Entry> after(Handle handle, ConversationId conversation, boolean publicOnly, long after, int limit) {
        return handle.createQuery(
                        // public_seq is never more than seq: for the public numbers, too, the key bounds the scan.
                        """
            SELECT %s FROM conversation_entries e
            WHERE conversation = :conversation AND seq > :after AND (NOT :public OR public_seq > :after)
            ORDER BY seq LIMIT :limit
            """.formatted(COLUMNS))
                .bind("conversation", conversation.value())
                .bind("public", publicOnly)
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> read(row))
                .list();
    }

    /** Ascending, the last ones before. */
    static List<Entry> before(Handle handle, ConversationId conversation, boolean publicOnly, long before, int limit) {
        var entries = handle.createQuery("""
                SELECT %s FROM conversation_entries e
                WHERE conversation = :conversation
                  AND CASE WHEN :public THEN public_seq < :before ELSE seq < :before END
                ORDER BY seq DESC LIMIT :limit
                """.formatted(COLUMNS))
                .bind("conversation", conversation.value())
                .bind("public", publicOnly)
                .bind("before", before)
                .bind("limit", limit)
                .map((row, context) -> read(row))
                .list();
        return entries.reversed();
    }

    private static Entry read(ResultSet row) throws SQLException {
        return new Entry(
                new ConversationId(ConversationColumns.uuid(row, "conversation")),
                row.getLong("seq"),
                row.getLong("public_seq"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                actor(row.getString("actor_kind"), ConversationColumns.uuid(row, "actor")),
                EventCodec.read(
                        row.getString("kind"),
                        row.getString("body"),
                        attachments(row.getString("attachments")),
                        row.getString("data")),
                ConversationColumns.uuid(row, "client_id"));
    }

    static String kind(Actor by) {
        return switch (by) {
            case Actor.Customer customer -> "customer";
            case Actor.Agent agent -> "agent";
            case Actor.System system -> "system";
        };
    }

    static UUID id(Actor by) {
        return switch (by) {
            case Actor.Customer customer -> customer.id().value();
            case Actor.Agent agent -> agent.id().value();
            case Actor.System system -> null;
        };
    }

    private static Actor actor(String kind, UUID id) {
        return switch (kind) {
            case "customer" -> new Actor.Customer(new CustomerId(id));
            case "agent" -> new Actor.Agent(new AgentId(id));
            default -> Actor.SYSTEM;
        };
    }

    private static String attachments(Entry entry) {
        var ids = EventCodec.attachments(entry.event());
        return ids.isEmpty() ? null : ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }

    private static List<UUID> attachments(String array) {
        return array == null
                ? List.of()
                : Arrays.stream(array.substring(1, array.length() - 1).split(","))
                        .map(UUID::fromString)
                        .toList();
    }

    private static <T> Argument array(Collection<T> items, Function<T, UUID> value) {
        return SqlArray.of("uuid", items.stream().map(value).toArray());
    }

    private static <T> Argument texts(Collection<T> items, Function<T, String> value) {
        return SqlArray.of("text", items.stream().map(value).toArray());
    }
}
