package dev.baton.conversation.view;

import dev.baton.conversation.ConversationId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The answers that hold more than one view. */
public final class Pages {

    private Pages() {}

    /** @param earlier whether there are entries before these */
    @Schema(requiredProperties = {"view", "entries", "earlier"})
    public record StaffSnapshot(StaffView view, List<EntryView> entries, boolean earlier) {}

    /** @param ack of the first words, when the conversation was started with some */
    @Schema(requiredProperties = {"view", "entries", "earlier"})
    public record CustomerSnapshot(CustomerView view, List<EntryView> entries, boolean earlier, AckView ack) {}

    /** Ascending; @param earlier and @param later whether there are more on that side */
    @Schema(requiredProperties = {"entries", "earlier", "later"})
    public record EntriesPage(List<EntryView> entries, boolean earlier, boolean later) {}

    /** @param next the {@code before} of the next page; absent on the last one */
    @Schema(requiredProperties = {"items"})
    public record ConversationsPage(List<StaffView> items, ConversationId next) {}

    /**
     * Words that are on disk.
     *
     * @param conversation differs from the one written to when that was over for good and the words started the next
     * @param seq for staff only
     * @param duplicate they had been stored before; the numbers are the original ones
     */
    @Schema(requiredProperties = {"clientId", "conversation", "at"})
    public record AckView(
            UUID clientId, ConversationId conversation, Long seq, Long publicSeq, Instant at, Boolean duplicate) {}
}
