package dev.baton.staffing;

import dev.baton.conversation.Availability;
import dev.baton.identity.AgentId;
import dev.baton.identity.GroupId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The rows of {@code agents} and {@code group_members}, except load: that changes with assignments only. */
@ApplicationScoped
class AgentStore {

    private static final String SELECT = """
            SELECT g.id, a.name, a.role, a.advisor, a.enabled, g.capacity, g.load, g.availability, g.availability_since,
                   g.connected, g.missed_offers, g.availability_reason, g.shift_ends_at,
                   ARRAY(SELECT m.group_id FROM group_members m WHERE m.agent = g.id) AS groups
            FROM agents g JOIN accounts a ON a.id = g.id""";

    List<AgentProfile> all(Handle handle) {
        return handle.createQuery(SELECT + " ORDER BY lower(a.name), a.id")
                .map(AgentStore::profile)
                .list();
    }

    Optional<AgentProfile> find(Handle handle, AgentId id) {
        return handle.createQuery(SELECT + " WHERE g.id = :id")
                .bind("id", id.value())
                .map(AgentStore::profile)
                .findOne();
    }

    void insert(Handle handle, AgentId id, int capacity) {
        handle.createUpdate("INSERT INTO agents (id, capacity) VALUES (:id, :capacity)")
                .bind("id", id.value())
                .bind("capacity", capacity)
                .execute();
    }

    void setCapacity(Handle handle, AgentId id, int capacity) {
        handle.createUpdate("UPDATE agents SET capacity = :capacity WHERE id = :id")
                .bind("id", id.value())
                .bind("capacity", capacity)
                .execute();
    }

    /** Returns whether that was news. */
    boolean setAvailability(Handle handle, AgentId id, Agents.Standing standing) {
        return handle.createUpdate("""
                WITH changed AS (
                    UPDATE agents SET availability = :availability, availability_reason = :reason,
                        availability_since = baton_now(), active_at = baton_now(), missed_offers = 0
                    WHERE id = :id AND (availability, availability_reason) IS DISTINCT FROM (:availability, :reason)
                    RETURNING id)
                INSERT INTO availability_changes (agent, availability, reason, changed_by, why)
                SELECT id, :availability, :reason, :by, :why FROM changed""")
                        .bind("id", id.value())
                        .bind("availability", standing.availability().wire())
                        .bind("reason", standing.reason())
                        .bindByType(
                                "by",
                                standing.by() == null ? null : standing.by().value(),
                                UUID.class)
                        .bind("why", standing.why())
                        .execute()
                == 1;
    }

    /** Not more often than it matters. */
    void active(Handle handle, AgentId id) {
        handle.createUpdate("""
                UPDATE agents SET active_at = baton_now()
                WHERE id = :id AND active_at < baton_now() - interval '5 seconds'""").bind("id", id.value()).execute();
    }

    /** Returns whether they are away now. */
    boolean idle(Handle handle, AgentId id, long seconds) {
        return handle.createUpdate("""
                WITH changed AS (
                    UPDATE agents SET availability = 'away', availability_reason = NULL, availability_since = baton_now()
                    WHERE id = :id AND connected AND availability IN ('ready', 'not_taking')
                        AND active_at <= baton_now() - make_interval(secs => :seconds)
                    RETURNING id)
                INSERT INTO availability_changes (agent, availability, why) SELECT id, 'away', 'idle' FROM changed""")
                        .bind("id", id.value())
                        .bind("seconds", seconds)
                        .execute()
                == 1;
    }

    /** One more in a row; whoever is ready is away after so many. Returns whether they are now. */
    boolean missedOffer(Handle handle, AgentId id, Integer most) {
        handle.createUpdate("UPDATE agents SET missed_offers = missed_offers + 1 WHERE id = :id")
                .bind("id", id.value())
                .execute();
        return handle.createUpdate("""
                WITH changed AS (
                    UPDATE agents SET availability = 'away', availability_reason = NULL, availability_since = baton_now()
                    WHERE id = :id AND availability = 'ready' AND missed_offers >= :most
                    RETURNING id)
                INSERT INTO availability_changes (agent, availability, why)
                SELECT id, 'away', 'missed_offers' FROM changed""")
                        .bind("id", id.value())
                        .bindByType("most", most, Integer.class)
                        .execute()
                == 1;
    }

    void answeredOffer(Handle handle, AgentId id) {
        handle.createUpdate("UPDATE agents SET missed_offers = 0 WHERE id = :id AND missed_offers > 0")
                .bind("id", id.value())
                .execute();
    }

    /** Returns whether that was news. */
    boolean setConnected(Handle handle, AgentId id, boolean connected) {
        return handle.createUpdate("""
                UPDATE agents
                SET connected = :connected, disconnected_at = CASE WHEN :connected THEN NULL ELSE baton_now() END,
                    active_at = CASE WHEN :connected THEN baton_now() ELSE active_at END
                WHERE id = :id AND connected <> :connected""")
                        .bind("id", id.value())
                        .bind("connected", connected)
                        .execute()
                == 1;
    }

    /** After a start nobody is connected yet, whatever the last run noted. */
    void disconnectAll(Handle handle) {
        handle.execute("UPDATE agents SET connected = false, disconnected_at = baton_now() WHERE connected");
    }

    boolean allExist(Handle handle, Set<GroupId> groups) {
        return handle.createQuery("SELECT count(*) FROM groups WHERE id = ANY (:groups)")
                        .bindArray(
                                "groups",
                                UUID.class,
                                groups.stream().map(GroupId::value).toArray())
                        .mapTo(Integer.class)
                        .one()
                == groups.size();
    }

    /** Replaces the memberships; proficiency of kept ones stays. */
    void setGroups(Handle handle, AgentId id, Set<GroupId> groups) {
        Object[] ids = groups.stream().map(GroupId::value).toArray();
        handle.createUpdate("DELETE FROM group_members WHERE agent = :agent AND group_id <> ALL (:groups)")
                .bind("agent", id.value())
                .bindArray("groups", UUID.class, ids)
                .execute();
        handle.createUpdate("""
                INSERT INTO group_members (group_id, agent)
                SELECT id, :agent FROM groups WHERE id = ANY (:groups)
                ON CONFLICT DO NOTHING""")
                .bind("agent", id.value())
                .bindArray("groups", UUID.class, ids)
                .execute();
    }

    Map<AgentId, List<Membership>> memberships(Handle handle) {
        Map<AgentId, List<Membership>> all = new HashMap<>();
        handle.createQuery("SELECT agent, group_id, proficiency, ceiling FROM group_members ORDER BY agent, group_id")
                .map((row, context) -> all.computeIfAbsent(
                                new AgentId(row.getObject("agent", UUID.class)), none -> new ArrayList<>())
                        .add(new Membership(
                                new GroupId(row.getObject("group_id", UUID.class)),
                                row.getInt("proficiency"),
                                row.getObject("ceiling", Integer.class))))
                .list();
        return all;
    }

    /** Of groups that the agent is in; others are left out. */
    void setMemberships(Handle handle, AgentId id, List<Membership> memberships) {
        for (Membership membership : memberships) {
            handle.createUpdate("""
                    UPDATE group_members SET proficiency = :proficiency, ceiling = :ceiling
                    WHERE agent = :agent AND group_id = :group""")
                    .bind("agent", id.value())
                    .bind("group", membership.group().value())
                    .bind("proficiency", membership.proficiency())
                    .bind("ceiling", membership.ceiling())
                    .execute();
        }
    }

    private static AgentProfile profile(ResultSet row, StatementContext context) throws SQLException {
        return new AgentProfile(
                new AgentId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("role"),
                row.getBoolean("advisor"),
                row.getBoolean("enabled"),
                row.getInt("capacity"),
                row.getInt("load"),
                Availability.ofWire(row.getString("availability")),
                row.getObject("availability_since", OffsetDateTime.class).toInstant(),
                row.getBoolean("connected"),
                Arrays.stream((UUID[]) row.getArray("groups").getArray())
                        .map(GroupId::new)
                        .collect(Collectors.toUnmodifiableSet()),
                row.getInt("missed_offers"),
                instant(row, "shift_ends_at"),
                row.getString("availability_reason"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
