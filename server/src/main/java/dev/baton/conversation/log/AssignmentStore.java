package dev.baton.conversation.log;

import dev.baton.conversation.Conversation;
import dev.baton.conversation.ConversationId;
import dev.baton.identity.AgentId;
import dev.baton.identity.GroupId;
import dev.baton.platform.SqlArray;
import dev.baton.platform.database.RoundTrip;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jdbi.v3.core.argument.Argument;

/** Who had which conversation when. */
final class AssignmentStore {

    private record Closing(ConversationId conversation, Instant at) {}

    private record Opening(ConversationId conversation, AgentId agent, GroupId group, Instant at) {}

    private AssignmentStore() {}

    /**
     * Closes and opens what changed hands, by the time of each log and not of the transaction: a database's clock can be set
     * back (a correction, another machine that takes over), and nothing begins before what came before it has ended.
     *
     * @param before as the transaction found them; those that it started are not in it
     */
    static void change(RoundTrip trip, Map<ConversationId, Conversation> before, Collection<Conversation> changed) {
        var closing = new ArrayList<Closing>();
        var opening = new ArrayList<Opening>();
        for (var after : changed) {
            var from = before.get(after.id());
            var agentBefore = from == null ? null : from.agent();
            if (Objects.equals(agentBefore, after.agent())) {
                continue;
            }
            if (agentBefore != null) {
                closing.add(new Closing(after.id(), after.lastAt()));
            }
            if (after.agent() != null) {
                opening.add(new Opening(after.id(), after.agent(), after.group(), after.lastAt()));
            }
        }
        close(trip, closing);
        open(trip, opening);
    }

    private static void close(RoundTrip trip, List<Closing> closing) {
        if (closing.isEmpty()) {
            return;
        }
        trip.update("""
            UPDATE assignments a SET ended_at = GREATEST(closed.at, a.started_at)
            FROM unnest(:conversations::uuid[], :ats::timestamptz[]) AS closed (conversation, at)
            WHERE a.conversation = closed.conversation AND a.ended_at IS NULL
            """)
                .bind("conversations", array("uuid", closing, c -> c.conversation.value()))
                .bind("ats", array("timestamptz", closing, Closing::at));
    }

    private static void open(RoundTrip trip, List<Opening> openings) {
        if (openings.isEmpty()) {
            return;
        }
        trip.update("""
            INSERT INTO assignments (conversation, agent, group_id, started_at)
            SELECT conversation, agent, group_id, at
            FROM unnest(:conversations::uuid[], :agents::uuid[], :groups::uuid[], :ats::timestamptz[])
                AS new (conversation, agent, group_id, at)
            """)
                .bind("conversations", array("uuid", openings, o -> o.conversation.value()))
                .bind("agents", array("uuid", openings, o -> o.agent.value()))
                .bind("groups", array("uuid", openings, o -> o.group.value()))
                .bind("ats", array("timestamptz", openings, Opening::at));
    }

    private static <T> Argument array(String type, List<T> rows, Function<T, Object> value) {
        return SqlArray.of(type, rows.stream().map(value).toArray());
    }
}
