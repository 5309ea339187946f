package dev.baton.conversation.log;

import dev.baton.conversation.Conversation;
import dev.baton.conversation.ConversationDraft;
import dev.baton.conversation.ConversationId;
import dev.baton.conversation.State;
import dev.baton.conversation.TransferTerms;
import dev.baton.identity.AgentId;
import dev.baton.identity.CategoryId;
import dev.baton.identity.CustomerId;
import dev.baton.identity.GroupId;
import dev.baton.identity.SiteId;
import dev.baton.platform.Json;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How the fields of a conversation lie in its row: one list, read by every statement. */
final class ConversationColumns {

    /**
     * @param changesWithWords whether plain words may change it; the others change rarely, and a
     *     statement that leaves them out costs half
     */
    record Column(String name, String type, boolean changesWithWords, Function<Conversation, Object> value) {

        /** An array of arrays must be rectangular, so sets travel as text. */
        String travelsAs() {
            return isSet() ? "text" : type;
        }

        boolean isSet() {
            return type.endsWith("[]");
        }
    }

    static final List<Column> ALL = List.of(
            rare("id", "uuid", c -> c.id().value()),
            rare("site", "uuid", c -> c.site().value()),
            rare("customer", "uuid", c -> c.customer().value()),
            words("state", "text", c -> c.state().wire()),
            rare("group_id", "uuid", c -> c.group().value()),
            rare(
                    "category",
                    "uuid",
                    c -> c.category() == null ? null : c.category().value()),
            rare("agent", "uuid", c -> uuid(c.agent())),
            rare("last_agent", "uuid", c -> uuid(c.lastAgent())),
            rare("holds_slot", "boolean", Conversation::holdsSlot),
            rare("silent", "boolean", Conversation::silent),
            rare("parked", "boolean", Conversation::parked),
            rare("parked_until", "timestamptz", Conversation::parkedUntil),
            rare("overflow_groups", "uuid[]", c -> list(c.overflowGroups())),
            rare("queue_alarmed", "boolean", Conversation::queueAlarmed),
            rare("handed_back_by", "uuid", c -> uuid(c.handedBackBy())),
            rare("offered_to", "uuid", c -> uuid(c.offeredTo())),
            rare("offered_at", "timestamptz", Conversation::offeredAt),
            rare("transfer_offer", "jsonb", c -> c.transferOffer() == null ? null : Json.write(c.transferOffer())),
            rare("priority", "integer", Conversation::priority),
            rare("ageing_seconds", "bigint", Conversation::ageingSeconds),
            rare("slots", "integer", Conversation::slots),
            rare("rank_at", "timestamptz", Conversation::rankAt),
            rare("opened_at", "timestamptz", Conversation::openedAt),
            rare("waiting_since", "timestamptz", Conversation::waitingSince),
            rare("queued_since", "timestamptz", Conversation::queuedSince),
            words("state_since", "timestamptz", Conversation::stateSince),
            rare("assigned_at", "timestamptz", Conversation::assignedAt),
            words("unanswered_since", "timestamptz", Conversation::unansweredSince),
            words("owed_since", "timestamptz", Conversation::owedSince),
            words("quiet_since", "timestamptz", Conversation::quietSince),
            rare("reminded_at", "timestamptz", Conversation::remindedAt),
            rare("nudged", "boolean", Conversation::nudged),
            rare("alarms", "integer", Conversation::alarms),
            rare("alarmed_at", "timestamptz", Conversation::alarmedAt),
            rare("reminders", "integer", Conversation::reminders),
            rare("round", "integer", Conversation::round),
            rare("unresolved_count", "integer", Conversation::unresolvedCount),
            rare("end_reason", "text", Conversation::endReason),
            rare("ended_at", "timestamptz", Conversation::endedAt),
            rare("rating_score", "integer", Conversation::ratingScore),
            rare("rating_comment", "text", Conversation::ratingComment),
            rare("excluded", "uuid[]", c -> list(c.excluded())),
            rare("received", "uuid[]", c -> list(c.received())),
            rare(
                    "follows",
                    "uuid",
                    c -> c.follows() == null ? null : c.follows().value()),
            rare("policy_version", "integer", Conversation::policyVersion),
            words("seq", "bigint", Conversation::seq),
            words("public_seq", "bigint", Conversation::publicSeq),
            words("last_at", "timestamptz", Conversation::lastAt),
            words("last_customer_seq", "bigint", Conversation::lastCustomerSeq),
            words("last_words", "text", Conversation::lastWords),
            words("last_words_by", "text", Conversation::lastWordsBy),
            words("last_words_at", "timestamptz", Conversation::lastWordsAt));

    private static final List<Column> RARE =
            ALL.stream().filter(column -> !column.changesWithWords()).toList();

    private ConversationColumns() {}

    private static Column rare(String name, String type, Function<Conversation, Object> value) {
        return new Column(name, type, false, value);
    }

    private static Column words(String name, String type, Function<Conversation, Object> value) {
        return new Column(name, type, true, value);
    }

    /** True when nothing but what words change differs. */
    static boolean onlyWordsDiffer(Conversation before, Conversation after) {
        return RARE.stream()
                .allMatch(column -> java.util.Objects.equals(
                        column.value().apply(before), column.value().apply(after)));
    }

    static Conversation read(ResultSet row) throws SQLException {
        var c = new ConversationDraft();
        c.id = new ConversationId(uuid(row, "id"));
        c.site = new SiteId(uuid(row, "site"));
        c.customer = new CustomerId(uuid(row, "customer"));
        c.state = State.ofWire(row.getString("state"));
        c.group = new GroupId(uuid(row, "group_id"));
        c.category = wrap(uuid(row, "category"), CategoryId::new);
        c.agent = wrap(uuid(row, "agent"), AgentId::new);
        c.lastAgent = wrap(uuid(row, "last_agent"), AgentId::new);
        c.holdsSlot = row.getBoolean("holds_slot");
        c.silent = row.getBoolean("silent");
        c.parked = row.getBoolean("parked");
        c.overflowGroups = set(row.getArray("overflow_groups"), GroupId::new);
        c.queueAlarmed = row.getBoolean("queue_alarmed");
        c.handedBackBy = wrap(uuid(row, "handed_back_by"), AgentId::new);
        c.offeredTo = wrap(uuid(row, "offered_to"), AgentId::new);
        c.priority = row.getInt("priority");
        c.ageingSeconds = row.getLong("ageing_seconds");
        c.slots = row.getInt("slots");
        c.nudged = row.getBoolean("nudged");
        c.alarms = row.getInt("alarms");
        c.reminders = row.getInt("reminders");
        c.round = row.getInt("round");
        c.unresolvedCount = row.getInt("unresolved_count");
        c.endReason = row.getString("end_reason");
        c.ratingScore = row.getObject("rating_score", Integer.class);
        c.ratingComment = row.getString("rating_comment");
        c.transferOffer = terms(row.getString("transfer_offer"));
        c.received = List.of((UUID[]) row.getArray("received").getArray());
        c.excluded = set(row.getArray("excluded"), AgentId::new);
        c.follows = wrap(uuid(row, "follows"), ConversationId::new);
        c.policyVersion = row.getInt("policy_version");
        c.seq = row.getLong("seq");
        c.publicSeq = row.getLong("public_seq");
        c.lastAt = instant(row, "last_at");
        c.lastCustomerSeq = row.getLong("last_customer_seq");
        c.lastWords = row.getString("last_words");
        c.lastWordsBy = row.getString("last_words_by");
        readTimes(c, row);
        return c.done();
    }

    private static void readTimes(ConversationDraft c, ResultSet row) throws SQLException {
        c.offeredAt = instant(row, "offered_at");
        c.parkedUntil = instant(row, "parked_until");
        c.openedAt = instant(row, "opened_at");
        c.waitingSince = instant(row, "waiting_since");
        c.queuedSince = instant(row, "queued_since");
        c.stateSince = instant(row, "state_since");
        c.assignedAt = instant(row, "assigned_at");
        c.unansweredSince = instant(row, "unanswered_since");
        c.owedSince = instant(row, "owed_since");
        c.quietSince = instant(row, "quiet_since");
        c.remindedAt = instant(row, "reminded_at");
        c.alarmedAt = instant(row, "alarmed_at");
        c.endedAt = instant(row, "ended_at");
        c.lastWordsAt = instant(row, "last_words_at");
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    static UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private static UUID uuid(AgentId agent) {
        return agent == null ? null : agent.value();
    }

    private static <T> T wrap(UUID value, Function<UUID, T> wrapper) {
        return value == null ? null : wrapper.apply(value);
    }

    private static TransferTerms terms(String stored) {
        return stored == null ? null : Json.read(stored, TransferTerms.class);
    }

    private static String list(Collection<?> ids) {
        return ids.stream().map(Object::toString).sorted().collect(Collectors.joining(",", "{", "}"));
    }

    private static <T> Set<T> set(Array array, Function<UUID, T> wrapper) throws SQLException {
        return Arrays.stream((UUID[]) array.getArray()).map(wrapper).collect(Collectors.toUnmodifiableSet());
    }
}
