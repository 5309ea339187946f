package dev.baton.routing;

import dev.baton.conversation.ConversationId;
import dev.baton.identity.GroupId;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Which parked conversations there is somebody for. */
final class ParkedStore {

    record Parked(ConversationId conversation, GroupId group) {}

    private static final String WANTED = """
            SELECT DISTINCT ON (c.group_id) c.id, c.group_id
            FROM conversations c
            WHERE c.state = 'queued' AND c.parked
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

    /** The oldest of each group in which nobody else waits and somebody is ready, connected and has a free place. */
    List<Parked> wanted() {
        return jdbi.withHandle(handle -> handle.createQuery(WANTED)
                .map((row, context) -> new Parked(
                        new ConversationId(row.getObject("id", UUID.class)),
                        new GroupId(row.getObject("group_id", UUID.class))))
                .list());
    }
}
