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
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The load of agents, counted under the lock of their rows and never by counting conversations. */
final class AgentLoadStore {

    private static final String LOCK = """
            SELECT id, connected, availability, capacity, load, shift_ends_at
            FROM agents WHERE id = ANY(:ids) ORDER BY id FOR UPDATE
            """;

    /** Behind the locks: a row that was waited for is read anew, but what is looked up beside it in the same statement is not. */
    private static final String ENABLED = "SELECT id FROM accounts WHERE id = ANY(:ids) AND enabled";

    private static final String SEATS = """
            SELECT m.agent, m.group_id,
                   CASE WHEN m.ceiling IS NOT NULL THEN
                       m.ceiling - (SELECT coalesce(sum(c.slots), 0) FROM conversations c
                                    WHERE c.agent = m.agent AND c.group_id = m.group_id AND c.holds_slot) END AS room
            FROM group_members m WHERE m.agent = ANY(:ids)
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
        var ids = SqlArray.of("uuid", agents.stream().map(AgentId::value).toList());
        var rows = new ArrayList<AgentView>();
        var enabled = new HashSet<AgentId>();
        var groups = new HashMap<AgentId, Set<GroupId>>();
        var room = new HashMap<AgentId, Map<GroupId, Integer>>();
        var trip = new RoundTrip();
        trip.query(LOCK, row -> rows.add(locked(row))).bind("ids", ids);
        trip.query(ENABLED, row -> enabled.add(new AgentId(ConversationColumns.uuid(row, "id"))))
                .bind("ids", ids);
        trip.query(SEATS, row -> {
                    var agent = new AgentId(ConversationColumns.uuid(row, "agent"));
                    var group = new GroupId(ConversationColumns.uuid(row, "group_id"));
                    groups.computeIfAbsent(agent, none -> new HashSet<>()).add(group);
                    var left = row.getObject("room", Long.class);
                    if (left != null) {
                        room.computeIfAbsent(agent, none -> new HashMap<>()).put(group, left.intValue());
                    }
                })
                .bind("ids", ids);
        trip.run(handle);
        return rows.stream()
                .map(row -> new AgentView(
                        row.id(),
                        enabled.contains(row.id()),
                        row.connected(),
                        row.availability(),
                        Set.copyOf(groups.getOrDefault(row.id(), Set.of())),
                        row.capacity(),
                        row.load(),
                        Map.copyOf(room.getOrDefault(row.id(), Map.of())),
                        row.shiftEndsAt()))
                .collect(Collectors.toMap(AgentView::id, agent -> agent));
    }

    /** A2: the guard is in the statement, whatever was read before it; the trip fails when one does not hold. */
    static void change(RoundTrip trip, List<Change> changes, Instant now) {
        if (changes.isEmpty()) {
            return;
        }
        trip.update("""
                UPDATE agents a SET load = a.load + c.delta,
                       last_assigned_at = CASE WHEN c.assigned THEN :now ELSE a.last_assigned_at END,
                       freed_at = CASE WHEN c.delta < 0 THEN :now ELSE a.freed_at END
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

    /** What the agent's own row says. */
    private static AgentView locked(ResultSet row) throws SQLException {
        return new AgentView(
                new AgentId(ConversationColumns.uuid(row, "id")),
                false,
                row.getBoolean("connected"),
                Availability.ofWire(row.getString("availability")),
                Set.of(),
                row.getInt("capacity"),
                row.getInt("load"),
                Map.of(),
                ConversationColumns.instant(row, "shift_ends_at"));
    }
}
