package dev.baton.conversation.view;

import dev.baton.conversation.ConversationId;
import dev.baton.conversation.State;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A conversation as its customer sees it; names are in the language of their session.
 *
 * @param clocks confirmation timeout, system end, and the windows to return and to rate, earliest first
 * @param position 1 is next; only while queued, and only once counted
 * @param may what the customer may do now
 */
@Schema(
        requiredProperties = {
            "id",
            "state",
            "parked",
            "group",
            "openedAt",
            "stateSince",
            "clocks",
            "round",
            "publicSeq",
            "cursors",
            "unread",
            "may"
        })
public record CustomerView(
        ConversationId id,
        State state,
        boolean parked,
        Instant parkedUntil,
        Named group,
        Named category,
        Named agent,
        Instant openedAt,
        Instant stateSince,
        Integer position,
        List<ClockView> clocks,
        int round,
        Instant endedAt,
        String endReason,
        RatingView rating,
        ConversationId follows,
        long publicSeq,
        CursorsView cursors,
        boolean unread,
        List<CustomerAction> may) {

    @Schema(requiredProperties = {"id"})
    public record Named(UUID id, String name) {}
}
