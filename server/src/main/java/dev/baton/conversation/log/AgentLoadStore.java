package dev.baton.conversation.log;

import dev.baton.conversation.AgentView;
import dev.baton.conversation.Availability;
import dev.baton.identity.AgentId;
import dev.baton.identity.GroupId;
import dev.baton.platform.SqlArray;
import dev.baton.platform.database.RoundTrip;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The load of agents, counted under the lock of their rows and never by counting conversations. */
final class AgentLoadStore {

    static final String VIEW = """
      SELECT a.id, x.enabled, a.connected, a.availability, a.capacity, a.load,
             ARRAY(SELECT m.group_id FROM group_members m WHERE m.agent = a.id) AS groups
      FROM agents a JOIN accounts x ON x.id = a.id
      """;

    /**
     * @param guarded whether the change must keep the load within the capacity
     * @param assigned whether a conversation came to the agent
     */
    record Change(AgentId agent, int delta, boolean guarded, boolean assigned) {}

    private AgentLoadStore() {}

    /** Locks the rows in ascending order: the second step of the lock order. */
    static Map<AgentId, AgentView> lock(Handle handle, Collection<AgentId> agents) {
        if (agents.isEmpty()) {
            return Map.of();
        }
        return handle.createQuery(VIEW + "WHERE a.id = ANY(:ids) ORDER BY a.id FOR UPDATE OF a")
                .bind(
                        "ids",
                        SqlArray.of("uuid", agents.stream().map(AgentId::value).toList()))
                .map((row, context) -> read(row))
                .collect(Collectors.toMap(AgentView::id, agent -> agent));
    }

    /** A2: the guard is in the statement, whatever was read before it; the trip fails when one does not hold. */
    static void change(RoundTrip trip, List<Change> changes, Instant now) {
        if (changes.isEmpty()) {
            return;
        }
        trip.update("""
                UPDATE agents a SET load = a.load + c.delta,
                       last_assigned_at = CASE WHEN c.assigned THEN :now ELSE a.last_assigned_at END
                FROM unnest(:ids::uuid[], :deltas::integer[], :guarded::boolean[], :assigned::boolean[])
                    AS c (id, delta, guarded, assigned)
                WHERE a.id = c.id AND (NOT c.guarded OR a.load + c.delta <= a.capacity)
                """, changes.size())
                .bind("now", now)
                .bind(
                        "ids",
                        SqlArray.of(
                                "uuid",
                                changes.stream().map(c -> c.agent().value()).toList()))
                .bind(
                        "deltas",
                        SqlArray.of(
                                "integer", changes.stream().map(Change::delta).toList()))
                .bind(
                        "guarded",
                        SqlArray.of(
                                "boolean", changes.stream().map(Change::guarded).toList()))
                .bind(
                        "assigned",
                        SqlArray.of(
                                "boolean",
                                changes.stream().map(Change::assigned).toList()));
    }

    static AgentView read(ResultSet row) throws SQLException {
        var groups = (UUID[]) row.getArray("groups").getArray();
        return new AgentView(
                new AgentId(ConversationColumns.uuid(row, "id")),
                row.getBoolean("enabled"),
                row.getBoolean("connected"),
                Availability.ofWire(row.getString("availability")),
                Arrays.stream(groups).map(GroupId::new).collect(Collectors.toUnmodifiableSet()),
                row.getInt("capacity"),
                row.getInt("load"));
    }
}
