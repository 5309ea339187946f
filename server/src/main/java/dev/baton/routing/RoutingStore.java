package dev.baton.routing;

import dev.baton.conversation.ConversationId;
import dev.baton.identity.AgentId;
import dev.baton.identity.GroupId;
import dev.baton.platform.SqlArray;
import dev.baton.routing.Matchmaker.Candidate;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What the router reads, and the lock of each line. */
final class RoutingStore {

    /** So that the numbers of our advisory locks do not meet somebody else's. */
    private static final int LINE_LOCKS = 0x6261746f;

    /** An agent who is away for longer than any grace could last is not looked at again and again. */
    record Absence(ConversationId conversation, AgentId agent, int policyVersion, Instant since) {}

    private final Jdbi jdbi;

    RoutingStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Runs while holding the line's lock, which is taken before any conversation's and is free again at
     * the end of the transaction, whatever happens to this process.
     *
     * @return false when another process is dispatching this line now
     */
    boolean withLine(GroupId group, Runnable dispatch) {
        return jdbi.inTransaction(handle -> {
            if (!lock(handle, group)) {
                return false;
            }
            dispatch.run();
            return true;
        });
    }

    private static boolean lock(Handle handle, GroupId group) {
        return handle.createQuery("SELECT pg_try_advisory_xact_lock(:space, hashtext(:group))")
                .bind("space", LINE_LOCKS)
                .bind("group", group.toString())
                .mapTo(Boolean.class)
                .one();
    }

    /** Enabled, ready, connected members with a free slot. */
    List<Candidate> candidates(Collection<GroupId> groups) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                    SELECT a.id, a.capacity, a.load, a.last_assigned_at,
                           ARRAY(SELECT m.group_id FROM group_members m WHERE m.agent = a.id) AS groups
                    FROM agents a JOIN accounts x ON x.id = a.id
                    WHERE x.enabled AND a.connected AND a.availability = 'ready' AND a.load < a.capacity
                      AND EXISTS (SELECT FROM group_members m
                                  WHERE m.agent = a.id AND m.group_id = ANY(:groups))
                    """)
                .bind(
                        "groups",
                        SqlArray.of("uuid", groups.stream().map(GroupId::value).toList()))
                .map((row, context) -> {
                    var idle = row.getObject("last_assigned_at", OffsetDateTime.class);
                    return new Candidate(
                            new AgentId(row.getObject("id", UUID.class)),
                            Arrays.stream((UUID[]) row.getArray("groups").getArray())
                                    .map(GroupId::new)
                                    .collect(Collectors.toSet()),
                            row.getInt("capacity"),
                            row.getInt("load"),
                            idle == null ? null : idle.toInstant());
                })
                .list());
    }

    /** Groups in which somebody waits. */
    List<GroupId> groupsWithLine() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                    SELECT DISTINCT group_id FROM conversations
                    WHERE state = 'queued' AND NOT parked AND offered_to IS NULL
                    """)
                .map((row, context) -> new GroupId(row.getObject("group_id", UUID.class)))
                .list());
    }

    /** The groups whose lines this agent may shorten: their own, and those that have overflowed to them. */
    List<GroupId> groupsOf(AgentId agent) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                    WITH mine AS (SELECT group_id FROM group_members WHERE agent = :agent)
                    SELECT group_id FROM mine
                    UNION SELECT group_id FROM conversations
                    WHERE state = 'queued' AND NOT parked AND overflow_groups && ARRAY(SELECT group_id FROM mine)
                    """)
                .bind("agent", agent.value())
                .map((row, context) -> new GroupId(row.getObject("group_id", UUID.class)))
                .list());
    }

    /** Conversations whose agent's screens have all been gone for at least so long. */
    List<Absence> absences(long leastSeconds, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                    SELECT c.id, c.agent, c.policy_version, a.disconnected_at
                    FROM agents a JOIN conversations c ON c.agent = a.id
                    WHERE NOT a.connected
                      AND a.disconnected_at <= baton_now() - make_interval(secs => :least)
                    ORDER BY a.disconnected_at LIMIT :limit
                    """)
                .bind("least", leastSeconds)
                .bind("limit", limit)
                .map((row, context) -> new Absence(
                        new ConversationId(row.getObject("id", UUID.class)),
                        new AgentId(row.getObject("agent", UUID.class)),
                        row.getInt("policy_version"),
                        row.getObject("disconnected_at", OffsetDateTime.class).toInstant()))
                .list());
    }

    /** Open conversations of an agent who is no longer with us. */
    List<ConversationId> ofAgent(AgentId agent) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT id FROM conversations WHERE agent = :agent ORDER BY id")
                        .bind("agent", agent.value())
                        .map((row, context) -> new ConversationId(row.getObject("id", UUID.class)))
                        .list());
    }
}
