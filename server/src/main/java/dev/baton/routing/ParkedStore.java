package dev.baton.routing;

import dev.baton.conversation.ConversationId;
import dev.baton.identity.GroupId;
import dev.baton.platform.SqlArray;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Which parked conversations there is somebody for. */
final class ParkedStore {

    /** @param group which, and nobody else, may be closed */
    record Parked(ConversationId conversation, GroupId group) {}

    private static final String OPENING = """
            SELECT c.id, c.group_id FROM conversations c
            WHERE c.state = 'queued' AND c.parked AND c.parked_until IS NOT NULL AND c.group_id = ANY(:groups)
            ORDER BY c.rank_at, c.id LIMIT :limit
            """;

    private static final String WANTED = """
            SELECT DISTINCT ON (c.group_id) c.id, c.group_id
            FROM conversations c
            WHERE c.state = 'queued' AND c.parked AND c.parked_until IS NULL
              AND NOT EXISTS (SELECT FROM conversations w
                              WHERE w.state = 'queued' AND NOT w.parked AND w.group_id = c.group_id)
              AND EXISTS (SELECT FROM group_members m
                          JOIN agents a ON a.id = m.agent
                          JOIN accounts x ON x.id = a.id AND x.enabled
                          WHERE m.group_id = c.group_id
                            AND a.connected AND a.availability = 'ready' AND a.load < a.capacity)
            ORDER BY c.group_id, c.rank_at, c.id
            """;

    private final Jdbi jdbi;

    ParkedStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Groups in which somebody waits for the opening. */
    List<GroupId> closed() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                    SELECT DISTINCT group_id FROM conversations
                    WHERE state = 'queued' AND parked AND parked_until IS NOT NULL
                    """)
                .map((row, context) -> new GroupId(row.getObject("group_id", UUID.class)))
                .list());
    }

    /** Who has waited for one of these groups to open, the oldest first. */
    List<Parked> waitingForOpening(Collection<GroupId> open, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(OPENING)
                .bind(
                        "groups",
                        SqlArray.of("uuid", open.stream().map(GroupId::value).toList()))
                .bind("limit", limit)
                .map((row, context) -> new Parked(
                        new ConversationId(row.getObject("id", UUID.class)),
                        new GroupId(row.getObject("group_id", UUID.class))))
                .list());
    }

    /** The oldest of each group in which nobody else waits and somebody is ready, connected and has a free place. */
    List<Parked> wanted() {
        return jdbi.withHandle(handle -> handle.createQuery(WANTED)
                .map((row, context) -> new Parked(
                        new ConversationId(row.getObject("id", UUID.class)),
                        new GroupId(row.getObject("group_id", UUID.class))))
                .list());
    }
}
