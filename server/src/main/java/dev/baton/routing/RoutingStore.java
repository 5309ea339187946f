package dev.baton.routing;

import dev.baton.conversation.Availability;
import dev.baton.conversation.ConversationId;
import dev.baton.identity.AgentId;
import dev.baton.identity.GroupId;
import dev.baton.platform.SqlArray;
import dev.baton.platform.database.RoundTrip;
import dev.baton.routing.Candidate.Seat;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.Argument;

/** What the router reads, and the lock of each line. */
final class RoutingStore {

    /** So that the numbers of our advisory locks do not meet somebody else's. */
    private static final int LINE_LOCKS = 0x6261746f;

    private static final int AT_ONCE = 200;

    /** The groups whose lines are matched together with these: whoever is free in one may be wanted in the other. */
    private static final String SCOPE = """
            SELECT unnest(:groups::uuid[]) AS group_id
            UNION
            SELECT other.group_id
            FROM group_members here
            JOIN agents a ON a.id = here.agent AND a.connected AND a.availability = 'ready' AND a.load < a.capacity
            JOIN group_members other ON other.agent = a.id
            WHERE here.group_id = ANY(:groups)
            UNION
            SELECT group_id FROM conversations WHERE state = 'queued' AND overflow_groups <> '{}'
            """;

    /** The groups whose agents serve somebody in these lines. */
    private static final String SERVING = """
            WITH serving AS (
                SELECT unnest(:groups::uuid[])
                UNION
                SELECT unnest(overflow_groups) FROM conversations
                WHERE state = 'queued' AND overflow_groups <> '{}' AND group_id = ANY(:groups))
            """;

    private static final String CANDIDATES = SERVING + """
            SELECT a.id, a.connected, a.disconnected_at, a.availability, a.availability_since, a.capacity,
                   a.load + (SELECT coalesce(sum(o.slots), 0) FROM conversations o WHERE o.offered_to = a.id) AS load,
                   a.last_assigned_at, greatest(a.last_assigned_at, a.freed_at, a.availability_since) AS idle_since,
                   a.shift_ends_at, m.groups, m.proficiencies, m.ceilings, m.loads
            FROM agents a JOIN accounts x ON x.id = a.id AND x.enabled
            CROSS JOIN LATERAL (
                SELECT array_agg(s.group_id) AS groups, array_agg(s.proficiency) AS proficiencies,
                       array_agg(s.ceiling) AS ceilings,
                       array_agg(CASE WHEN s.ceiling IS NULL THEN 0 ELSE
                           (SELECT coalesce(sum(c.slots), 0)::integer FROM conversations c
                            WHERE (c.agent = a.id AND c.holds_slot OR c.offered_to = a.id)
                              AND c.group_id = s.group_id) END) AS loads
                FROM group_members s WHERE s.agent = a.id) m
            WHERE EXISTS (SELECT FROM group_members s WHERE s.agent = a.id AND s.group_id IN (SELECT * FROM serving))
            """;

    private static final String WAITING = """
            SELECT c.id, c.group_id, c.overflow_groups, c.handed_back_by, c.rank_at, c.queued_since, c.slots, c.excluded, u.account_agent,
                   CASE WHEN c.round > 1 OR c.unresolved_count > 0 THEN c.last_agent ELSE f.last_agent END AS last_agent
            FROM (%s) c
            JOIN customers u ON u.id = c.customer
            LEFT JOIN conversations f ON f.id = c.follows
            """;

    /** As many of each line as anybody could be found for now, and some more for those who are not wanted by whoever is free. */
    private static final String HEADS = SERVING + """
            , free AS (
                SELECT CASE WHEN sum(a.capacity - a.load) > 0 THEN least(sum(a.capacity - a.load), :most) + :spare ELSE 0 END
                       AS slots
                FROM agents a
                WHERE a.connected AND a.availability = 'ready' AND a.load < a.capacity
                  AND EXISTS (SELECT FROM group_members s WHERE s.agent = a.id AND s.group_id IN (SELECT * FROM serving)))
            """ + WAITING.formatted("""
            SELECT head.* FROM unnest(:groups::uuid[]) AS line (group_id) CROSS JOIN LATERAL (
                SELECT * FROM conversations w
                WHERE w.state = 'queued' AND w.group_id = line.group_id AND NOT w.parked AND w.offered_to IS NULL
                ORDER BY w.rank_at, w.id LIMIT (SELECT slots FROM free)) head
            """);

    private static final String FRONT = WAITING.formatted("""
            SELECT head.* FROM unnest(:groups::uuid[]) AS line (group_id) CROSS JOIN LATERAL (
                SELECT * FROM conversations w
                WHERE w.state = 'queued' AND w.group_id = line.group_id AND NOT w.parked AND w.offered_to IS NULL
                ORDER BY w.rank_at, w.id LIMIT :limit) head
            UNION
            SELECT w.* FROM conversations w
            WHERE w.id = ANY(:also::uuid[]) AND w.state = 'queued' AND NOT w.parked AND w.offered_to IS NULL
            """);

    /** Who was taken out of whose line, and why: only for those of whom anybody was. */
    private static final String EXCLUSIONS = """
            SELECT e.conversation, e.data ->> 'why' AS why,
                   coalesce(e.data ->> 'excluded', e.data ->> 'agent')::uuid AS agent
            FROM conversation_entries e
            WHERE e.conversation = ANY(:conversations) AND e.kind IN ('offer_ended', 'requeued')
              AND coalesce(e.data ->> 'excluded', e.data ->> 'agent') IS NOT NULL
            ORDER BY e.conversation, e.seq
            """;

    /** An agent who is away for longer than any grace could last is not looked at again and again. */
    record Absence(ConversationId conversation, AgentId agent, int policyVersion, Instant since) {}

    /**
     * The facts of some lines at one time.
     *
     * @param waiting the first of each line who have not been offered to anybody
     */
    record Snapshot(List<Waiting> waiting, List<Candidate> candidates) {}

    private final Jdbi jdbi;

    RoutingStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Runs while holding the locks of the lines, which are taken before any conversation's and are free again at the end of
     * the transaction, whatever happens to this process. Another process that dispatches one of them is waited for: what it
     * has looked at may be older than what woke this one.
     */
    void withLines(Collection<GroupId> groups, Consumer<Handle> dispatch) {
        jdbi.useTransaction(handle -> {
            handle.createQuery("""
                    SELECT pg_advisory_xact_lock(:space, key) FROM (
                        SELECT DISTINCT hashtext(line::text) AS key FROM unnest(:groups::uuid[]) AS line
                        ORDER BY key) lines
                    """)
                    .bind("space", LINE_LOCKS)
                    .bind("groups", ids(groups))
                    .map((row, context) -> true)
                    .list();
            dispatch.accept(handle);
        });
    }

    Set<GroupId> scope(Collection<GroupId> groups) {
        return jdbi.withHandle(handle -> handle.createQuery(SCOPE)
                .bind("groups", ids(groups))
                .map((row, context) -> group(row))
                .set());
    }

    /**
     * @param spare how many of each line to look at beyond those for whom there could be a place
     */
    Snapshot snapshot(Handle handle, Collection<GroupId> lines, int spare) {
        var waiting = new ArrayList<Waiting>();
        var candidates = new ArrayList<Candidate>();
        var trip = new RoundTrip();
        trip.query(HEADS, row -> waiting.add(waiting(row)))
                .bind("groups", ids(lines))
                .bind("most", AT_ONCE)
                .bind("spare", spare);
        trip.query(CANDIDATES, row -> candidates.add(candidate(row))).bind("groups", ids(lines));
        trip.run(handle);
        return new Snapshot(withReasons(handle, waiting), candidates);
    }

    /** The first of these lines whoever is free, for explaining; and one who may stand further back. */
    Snapshot queue(Collection<GroupId> lines, int limit, ConversationId also) {
        return jdbi.withHandle(handle -> {
            var waiting = new ArrayList<Waiting>();
            var candidates = new ArrayList<Candidate>();
            var trip = new RoundTrip();
            trip.query(FRONT, row -> waiting.add(waiting(row)))
                    .bind("groups", ids(lines))
                    .bind("limit", limit)
                    .bind("also", SqlArray.of("uuid", also == null ? List.of() : List.of(also.value())));
            trip.query(CANDIDATES, row -> candidates.add(candidate(row))).bind("groups", ids(lines));
            trip.run(handle);
            return new Snapshot(withReasons(handle, waiting), candidates);
        });
    }

    private static List<Waiting> withReasons(Handle handle, List<Waiting> waiting) {
        var some = waiting.stream().filter(w -> !w.excluded().isEmpty()).toList();
        if (some.isEmpty()) {
            return waiting;
        }
        var reasons = new HashMap<ConversationId, Map<AgentId, String>>();
        var trip = new RoundTrip();
        trip.query(
                        EXCLUSIONS,
                        row -> reasons.computeIfAbsent(
                                        new ConversationId(row.getObject("conversation", UUID.class)),
                                        none -> new HashMap<>())
                                .put(new AgentId(row.getObject("agent", UUID.class)), row.getString("why")))
                .bind(
                        "conversations",
                        SqlArray.of(
                                "uuid", some.stream().map(w -> w.id().value()).toList()));
        trip.run(handle);
        return waiting.stream()
                .map(w -> w.because(reasons.getOrDefault(w.id(), Map.of())))
                .toList();
    }

    private static Waiting waiting(ResultSet row) throws SQLException {
        return new Waiting(
                new ConversationId(row.getObject("id", UUID.class)),
                group(row),
                Arrays.stream((UUID[]) row.getArray("overflow_groups").getArray())
                        .map(GroupId::new)
                        .collect(Collectors.toSet()),
                instant(row, "rank_at"),
                instant(row, "queued_since"),
                row.getInt("slots"),
                excluded(row),
                agent(row, "last_agent"),
                agent(row, "account_agent"));
    }

    private static Map<AgentId, String> excluded(ResultSet row) throws SQLException {
        var excluded = new HashMap<AgentId, String>();
        for (var agent : (UUID[]) row.getArray("excluded").getArray()) {
            excluded.put(new AgentId(agent), "excluded");
        }
        var handedBackBy = agent(row, "handed_back_by");
        if (handedBackBy != null) {
            excluded.put(handedBackBy, "handed_back");
        }
        return excluded;
    }

    private static Candidate candidate(ResultSet row) throws SQLException {
        return new Candidate(
                agent(row, "id"),
                row.getBoolean("connected") ? null : orEver(instant(row, "disconnected_at")),
                Availability.ofWire(row.getString("availability")),
                instant(row, "availability_since"),
                row.getInt("capacity"),
                row.getInt("load"),
                seats(row),
                instant(row, "idle_since"),
                instant(row, "last_assigned_at"),
                instant(row, "shift_ends_at"));
    }

    private static Map<GroupId, Seat> seats(ResultSet row) throws SQLException {
        var groups = (UUID[]) row.getArray("groups").getArray();
        var proficiencies = (Integer[]) row.getArray("proficiencies").getArray();
        var ceilings = (Integer[]) row.getArray("ceilings").getArray();
        var loads = (Integer[]) row.getArray("loads").getArray();
        var seats = new HashMap<GroupId, Seat>();
        for (int i = 0; i < groups.length; i++) {
            seats.put(new GroupId(groups[i]), new Seat(proficiencies[i], ceilings[i], loads[i]));
        }
        return seats;
    }

    /** Groups in which somebody waits. */
    List<GroupId> groupsWithLine() {
        return jdbi.withHandle(handle ->
                handle.createQuery("""
                    SELECT DISTINCT group_id FROM conversations
                    WHERE state = 'queued' AND NOT parked AND offered_to IS NULL
                    """).map((row, context) -> group(row)).list());
    }

    /** The groups whose lines these agents may shorten. */
    List<GroupId> groupsOf(Collection<AgentId> agents) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT DISTINCT group_id FROM group_members WHERE agent = ANY(:agents)")
                .bind(
                        "agents",
                        SqlArray.of("uuid", agents.stream().map(AgentId::value).toList()))
                .map((row, context) -> group(row))
                .list());
    }

    /**
     * Conversations that nobody has looked after for at least so long: since their agent's last screen went or, when there was
     * none at that time, since they were given to them.
     */
    List<Absence> absences(long leastSeconds, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                    SELECT c.id, c.agent, c.policy_version, greatest(a.disconnected_at, c.assigned_at) AS since
                    FROM agents a JOIN conversations c ON c.agent = a.id
                    WHERE NOT a.connected
                      AND greatest(a.disconnected_at, c.assigned_at) <= baton_now() - make_interval(secs => :least)
                    ORDER BY since LIMIT :limit
                    """)
                .bind("least", leastSeconds)
                .bind("limit", limit)
                .map((row, context) -> new Absence(
                        new ConversationId(row.getObject("id", UUID.class)),
                        agent(row, "agent"),
                        row.getInt("policy_version"),
                        instant(row, "since")))
                .list());
    }

    record Work(ConversationId conversation, AgentId agent) {}

    /** What agents have had since before their shift was over, and what policy gives back to the line then. */
    List<Work> leftAtShiftEnd(int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                    SELECT c.id, c.agent
                    FROM agents a
                    JOIN conversations c ON c.agent = a.id AND c.assigned_at < a.shift_ends_at
                    JOIN policies p ON p.version = c.policy_version AND p.body -> 'shift_end' ->> 'action' = 'queue'
                    WHERE a.shift_ends_at <= baton_now()
                    ORDER BY a.shift_ends_at, c.id LIMIT :limit
                    """)
                .bind("limit", limit)
                .map((row, context) ->
                        new Work(new ConversationId(row.getObject("id", UUID.class)), agent(row, "agent")))
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

    private static Argument ids(Collection<GroupId> groups) {
        return SqlArray.of("uuid", groups.stream().map(GroupId::value).toList());
    }

    private static GroupId group(ResultSet row) throws SQLException {
        return new GroupId(row.getObject("group_id", UUID.class));
    }

    private static AgentId agent(ResultSet row, String column) throws SQLException {
        var id = row.getObject(column, UUID.class);
        return id == null ? null : new AgentId(id);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static Instant orEver(Instant since) {
        return since == null ? Candidate.EVER : since;
    }
}
