package dev.baton.conversation.log;

import dev.baton.conversation.ConversationId;
import dev.baton.conversation.Entry;
import java.time.Instant;
import java.util.UUID;

/**
 * Words that are on disk.
 *
 * @param conversation differs from the one written to when that one is over for good and the words
 *     started a new one that follows it
 * @param duplicate true when these words had been stored before; the numbers are the original ones
 */
public record Ack(UUID clientId, ConversationId conversation, long seq, long publicSeq, Instant at, boolean duplicate) {

    static Ack of(Entry entry, boolean duplicate) {
        return new Ack(entry.clientId(), entry.conversation(), entry.seq(), entry.publicSeq(), entry.at(), duplicate);
    }
}
