package dev.baton.conversation.view;

import dev.baton.conversation.ConversationId;
import dev.baton.conversation.State;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A conversation as its customer sees it; names are in the language of their session.
 *
 * @param clocks confirmation timeout, system end, and the windows to return and to rate, earliest first
 * @param position 1 is next; only while queued, and only once counted
 * @param may what the customer may do now
 */
public record CustomerView(
        ConversationId id,
        State state,
        boolean parked,
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

    public record Named(UUID id, String name) {}
}
