package dev.baton.conversation;

import dev.baton.identity.AgentId;
import dev.baton.identity.CategoryId;
import dev.baton.identity.CustomerId;
import dev.baton.identity.GroupId;
import dev.baton.identity.SiteId;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * One conversation as it stands: the fold of its log. Every field follows from the entries and from
 * nothing else.
 *
 * @param agent who is responsible; null in the queue, after the end, and while unattended
 * @param lastAgent who was responsible before, for the return contract
 * @param holdsSlot whether it counts against the agent's capacity
 * @param silent the customer has been quiet for longer than the policy's "silent after"
 * @param parked has left a message: the line goes on without it
 * @param parkedUntil when its group opens, if it waits for that
 * @param overflowGroups whose agents may serve it too, since it has waited for too long; empty otherwise
 * @param handedBackBy who gave it back to this line; others are given it before it comes to them again by itself
 * @param offeredTo the agent who has been asked and has not yet answered
 * @param transferOffer what they were asked to take over; null when the line offers it
 * @param ageingSeconds the wait that counts as much as one step of priority
 * @param slots what it takes of an agent's capacity
 * @param waitingSince the customer's original age in this round, kept through transfers
 * @param queuedSince since when it is in the queue this time
 * @param unansweredSince the first customer message that nobody has answered, or null
 * @param owedSince since when the agent owes an answer: the reply ladder counts from here
 * @param quietSince since when the customer owes an answer: silence counts from here
 * @param remindedAt when the last step against a silent customer was taken: the mark, then each
 *     reminder; null while not silent and after the agent's words
 * @param round 1 at the start, one more after each return
 * @param excluded agents who shall not get it again in this round
 * @param received the agents and groups that were given it by transfer in this round, sorted, each as often as they were
 * @param lastAt when the last thing in its log happened: nothing that follows is earlier
 * @param lastCustomerSeq the {@code public_seq} of the customer's last words, for unread marks
 * @param lastWords the beginning of the last public words, for lists
 * @param lastWordsBy {@code customer} or {@code agent}
 */
public record Conversation(
        ConversationId id,
        SiteId site,
        CustomerId customer,
        State state,
        GroupId group,
        CategoryId category,
        AgentId agent,
        AgentId lastAgent,
        boolean holdsSlot,
        boolean silent,
        boolean parked,
        Instant parkedUntil,
        Set<GroupId> overflowGroups,
        boolean queueAlarmed,
        AgentId handedBackBy,
        AgentId offeredTo,
        Instant offeredAt,
        TransferTerms transferOffer,
        int priority,
        long ageingSeconds,
        int slots,
        Instant openedAt,
        Instant waitingSince,
        Instant queuedSince,
        Instant stateSince,
        Instant assignedAt,
        Instant unansweredSince,
        Instant owedSince,
        Instant quietSince,
        Instant remindedAt,
        boolean nudged,
        int alarms,
        Instant alarmedAt,
        int reminders,
        int round,
        int unresolvedCount,
        String endReason,
        Instant endedAt,
        Integer ratingScore,
        String ratingComment,
        Set<AgentId> excluded,
        List<UUID> received,
        ConversationId follows,
        int policyVersion,
        long seq,
        long publicSeq,
        Instant lastAt,
        long lastCustomerSeq,
        String lastWords,
        String lastWordsBy,
        Instant lastWordsAt) {

    public boolean overflowed() {
        return !overflowGroups.isEmpty();
    }

    /** The groups whose agents may serve it: its own, the backup groups once it has overflowed, and the one that it is offered to. */
    public Set<GroupId> servingGroups() {
        var all = new HashSet<>(overflowGroups);
        all.add(group);
        if (transferOffer != null) {
            all.add(transferOffer.group());
        }
        return all;
    }

    /** Whether one of these groups may serve it. */
    public boolean isServedBy(Set<GroupId> groups) {
        return groups.contains(group) || overflowGroups.stream().anyMatch(groups::contains);
    }

    /**
     * The place in line: the earlier, the further in front. A step of priority is worth a wait of {@code ageingSeconds}, so
     * the urgent overtake only those who have not waited longer by that much, and nobody starves.
     */
    public Instant rankAt() {
        return waitingSince.minusSeconds(priority * ageingSeconds);
    }

    /** Open, without an agent, and not in the queue: it moves when the customer does. */
    public boolean unattended() {
        return agent == null && (state == State.AWAITING_CUSTOMER || state == State.AWAITING_CONFIRMATION);
    }

    /** Whether this agent or group was given it by transfer as often as the limit allows; never when there is none. */
    boolean hadOften(UUID receiver, Integer limit) {
        return limit != null && Collections.frequency(received, receiver) >= limit;
    }

    /** A conversation with nothing in its log yet. */
    public static Conversation unstarted(ConversationId id, SiteId site, CustomerId customer) {
        var draft = new ConversationDraft();
        draft.id = id;
        draft.site = site;
        draft.customer = customer;
        draft.state = State.QUEUED;
        draft.overflowGroups = Set.of();
        draft.excluded = Set.of();
        draft.received = List.of();
        draft.round = 1;
        draft.slots = 1;
        draft.ageingSeconds = LifecycleFold.FIRST_AGEING_SECONDS;
        return draft.done();
    }
}
