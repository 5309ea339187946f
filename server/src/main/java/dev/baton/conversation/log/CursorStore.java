package dev.baton.conversation.log;

import dev.baton.conversation.ConversationId;
import dev.baton.platform.SqlArray;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** How far each side has come; moves forward only, and never past the log. */
final class CursorStore {

    private final Jdbi jdbi;

    CursorStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Map<ConversationId, Cursors> of(Collection<ConversationId> conversations) {
        var found = new HashMap<ConversationId, Cursors>();
        jdbi.useHandle(handle -> handle.createQuery("""
                    SELECT conversation, party, delivered, read FROM conversation_cursors
                    WHERE conversation = ANY(:ids)
                    """)
                .bind(
                        "ids",
                        SqlArray.of(
                                "uuid",
                                conversations.stream()
                                        .map(ConversationId::value)
                                        .toList()))
                .map((row, context) -> {
                    var id = new ConversationId(ConversationColumns.uuid(row, "conversation"));
                    var cursors = found.getOrDefault(id, Cursors.NONE);
                    long delivered = row.getLong("delivered");
                    long read = row.getLong("read");
                    found.put(
                            id,
                            row.getString("party").equals("customer")
                                    ? new Cursors(delivered, read, cursors.staffDelivered(), cursors.staffRead())
                                    : new Cursors(
                                            cursors.customerDelivered(), cursors.customerRead(), delivered, read));
                    return id;
                })
                .list());
        return found;
    }

    /** What was read was also delivered. */
    void move(ConversationId conversation, String party, long delivered, long read) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                    INSERT INTO conversation_cursors AS u (conversation, party, delivered, read)
                    SELECT c.id, :party, least(greatest(:delivered, :read), c.public_seq),
                           least(:read, c.public_seq)
                    FROM conversations c WHERE c.id = :conversation
                    ON CONFLICT (conversation, party) DO UPDATE
                    SET delivered = greatest(u.delivered, excluded.delivered),
                        read = greatest(u.read, excluded.read)
                    """)
                .bind("conversation", conversation.value())
                .bind("party", party)
                .bind("delivered", delivered)
                .bind("read", read)
                .execute());
    }
}
