package dev.baton.conversation.view;

import dev.baton.conversation.ConversationId;
import dev.baton.conversation.State;
import dev.baton.identity.AgentId;
import dev.baton.identity.CategoryId;
import dev.baton.identity.CustomerId;
import dev.baton.identity.GroupId;
import dev.baton.identity.SiteId;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A conversation as staff see it.
 *
 * @param channel how the customer writes; {@code web}
 * @param clocks those that run, and the windows that are still open, earliest first
 * @param queueAlarmed the line is too long or this wait too long; never before the policy says so
 * @param remindersSent since the agent's last words
 * @param offeredTo who is asked to take it, from the line or from the agent who has it
 * @param transferOffer what they are asked when an agent has it
 * @param last the beginning of the last words that both sides see
 * @param unread the customer has written more than their agent has read
 * @param position 1 is next; only while queued, and only once counted
 * @param may what this viewer may do now
 */
@Schema(
        requiredProperties = {
            "id",
            "site",
            "channel",
            "customer",
            "group",
            "state",
            "silent",
            "parked",
            "unattended",
            "overflowed",
            "queueAlarmed",
            "priority",
            "openedAt",
            "waitingSince",
            "stateSince",
            "clocks",
            "nudged",
            "alarms",
            "remindersSent",
            "round",
            "unresolvedCount",
            "policyVersion",
            "seq",
            "publicSeq",
            "cursors",
            "unread",
            "may"
        })
public record StaffView(
        ConversationId id,
        SiteId site,
        String channel,
        CustomerFace customer,
        GroupId group,
        CategoryId category,
        State state,
        boolean silent,
        boolean parked,
        Instant parkedUntil,
        boolean unattended,
        boolean overflowed,
        boolean queueAlarmed,
        AgentId offeredTo,
        TransferOffer transferOffer,
        AgentId agent,
        AgentId lastAgent,
        int priority,
        Instant openedAt,
        Instant waitingSince,
        Instant queuedSince,
        Instant stateSince,
        Instant unansweredSince,
        Instant owedSince,
        Instant assignedAt,
        Instant quietSince,
        List<ClockView> clocks,
        boolean nudged,
        int alarms,
        int remindersSent,
        int round,
        int unresolvedCount,
        String endReason,
        Instant endedAt,
        RatingView rating,
        ConversationId follows,
        int policyVersion,
        long seq,
        long publicSeq,
        LastWords last,
        CursorsView cursors,
        boolean unread,
        Integer position,
        List<StaffAction> may) {

    /**
     * @param by who gives it; absent when the system does
     * @param group in which it goes on
     * @param reason a code of the transfer catalogue
     * @param handOver at the end of a shift: who does not answer has accepted
     */
    @Schema(requiredProperties = {"group", "reason", "handOver"})
    public record TransferOffer(AgentId by, GroupId group, String reason, String note, boolean handOver) {}

    /** @param identified their site vouches for who they are */
    @Schema(requiredProperties = {"id", "identified"})
    public record CustomerFace(CustomerId id, String name, boolean identified, String language) {}

    /** @param by {@code customer} or {@code agent} */
    @Schema(requiredProperties = {"at", "by", "kind"})
    public record LastWords(Instant at, String by, String kind, String text) {}
}
