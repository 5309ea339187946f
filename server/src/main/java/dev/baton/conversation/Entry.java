package dev.baton.conversation;

import java.time.Instant;
import java.util.UUID;

/**
 * One line of a conversation's log.
 *
 * @param seq 1, 2, 3 … without gaps, in commit order
 * @param publicSeq the same for entries that the customer sees; 0 for the others
 * @param clientId the id that the author's client gave it, or null
 */
public record Entry(
        ConversationId conversation, long seq, long publicSeq, Instant at, Actor by, Event event, UUID clientId) {

    /** The entry that follows the last one of this conversation. */
    public static Entry next(Conversation conversation, Instant at, Decision.Happening happening, UUID clientId) {
        return new Entry(
                conversation.id(),
                conversation.seq() + 1,
                happening.event().isPublic() ? conversation.publicSeq() + 1 : 0,
                at,
                happening.by(),
                happening.event(),
                clientId);
    }
}
