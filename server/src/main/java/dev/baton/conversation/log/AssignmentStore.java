package dev.baton.conversation.log;

import dev.baton.conversation.ConversationId;
import dev.baton.identity.AgentId;
import dev.baton.identity.GroupId;
import dev.baton.platform.SqlArray;
import dev.baton.platform.database.RoundTrip;
import java.time.Instant;
import java.util.List;

/** Who had which conversation when. */
final class AssignmentStore {

    record Opening(ConversationId conversation, AgentId agent, GroupId group) {}

    private AssignmentStore() {}

    /** A database's clock can be set back (a correction, another machine that takes over): nothing ends before it began. */
    static void close(RoundTrip trip, List<ConversationId> conversations, Instant now) {
        if (conversations.isEmpty()) {
            return;
        }
        trip.update("""
            UPDATE assignments SET ended_at = GREATEST(:now, started_at)
            WHERE conversation = ANY(:conversations) AND ended_at IS NULL
            """)
                .bind("now", now)
                .bind(
                        "conversations",
                        SqlArray.of(
                                "uuid",
                                conversations.stream()
                                        .map(ConversationId::value)
                                        .toList()));
    }

    static void open(RoundTrip trip, List<Opening> openings, Instant now) {
        if (openings.isEmpty()) {
            return;
        }
        trip.update("""
            INSERT INTO assignments (conversation, agent, group_id, started_at)
            SELECT conversation, agent, group_id, :now
            FROM unnest(:conversations::uuid[], :agents::uuid[], :groups::uuid[])
                AS new (conversation, agent, group_id)
            """)
                .bind("now", now)
                .bind(
                        "conversations",
                        SqlArray.of(
                                "uuid",
                                openings.stream()
                                        .map(o -> o.conversation().value())
                                        .toList()))
                .bind(
                        "agents",
                        SqlArray.of(
                                "uuid",
                                openings.stream().map(o -> o.agent().value()).toList()))
                .bind(
                        "groups",
                        SqlArray.of(
                                "uuid",
                                openings.stream().map(o -> o.group().value()).toList()));
    }
}
