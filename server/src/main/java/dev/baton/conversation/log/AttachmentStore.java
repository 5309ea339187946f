package dev.baton.conversation.log;

import dev.baton.conversation.Command;
import dev.baton.conversation.ConversationId;
import dev.baton.platform.SqlArray;
import dev.baton.platform.database.RoundTrip;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Ties uploaded files to the conversation whose message carries them. */
final class AttachmentStore {

    private AttachmentStore() {}

    /** Only the author's own uploads, and none that went into another conversation. */
    static void require(Handle handle, ConversationId conversation, Command.Say say) {
        var wanted = new HashSet<>(say.attachments());
        int mine = handle.createQuery("""
                SELECT id FROM files
                WHERE id = ANY(:ids) AND (customer = :author OR account = :author)
                  AND (conversation IS NULL OR conversation = :conversation)
                ORDER BY id FOR UPDATE
                """)
                .bind("ids", SqlArray.of("uuid", wanted))
                .bind("author", EntryStore.id(say.by()))
                .bind("conversation", conversation.value())
                .mapTo(UUID.class)
                .list()
                .size();
        if (mine != wanted.size() || wanted.size() != say.attachments().size()) {
            throw Refusals.unknownAttachment();
        }
    }

    static void attach(RoundTrip trip, ConversationId conversation, List<UUID> files) {
        trip.update("UPDATE files SET conversation = :conversation WHERE id = ANY(:ids)")
                .bind("conversation", conversation.value())
                .bind("ids", SqlArray.of("uuid", files));
    }
}
