package dev.baton.conversation;

import dev.baton.identity.AgentId;
import dev.baton.identity.CategoryId;
import dev.baton.identity.CustomerId;
import dev.baton.identity.GroupId;
import dev.baton.identity.SiteId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A conversation being changed: Java records have no "with" yet, and a fold changes a few fields of
 * forty. Used by {@link Lifecycle#evolve} and by the store that reads rows.
 */
public final class ConversationDraft {
    public ConversationId id;
    public SiteId site;
    public CustomerId customer;
    public State state;
    public GroupId group;
    public CategoryId category;
    public AgentId agent;
    public AgentId lastAgent;
    public boolean holdsSlot;
    public boolean silent;
    public boolean parked;
    public Instant parkedUntil;
    public Set<GroupId> overflowGroups;
    public boolean queueAlarmed;
    public AgentId handedBackBy;
    public AgentId offeredTo;
    public Instant offeredAt;
    public TransferTerms transferOffer;
    public int priority;
    public long ageingSeconds;
    public int slots;
    public Instant openedAt;
    public Instant waitingSince;
    public Instant queuedSince;
    public Instant stateSince;
    public Instant assignedAt;
    public Instant unansweredSince;
    public Instant owedSince;
    public Instant quietSince;
    public Instant remindedAt;
    public boolean nudged;
    public int alarms;
    public Instant alarmedAt;
    public int reminders;
    public int round;
    public int unresolvedCount;
    public String endReason;
    public Instant endedAt;
    public Integer ratingScore;
    public String ratingComment;
    public Set<AgentId> excluded;
    public List<UUID> received;
    public ConversationId follows;
    public int policyVersion;
    public long seq;
    public long publicSeq;
    public Instant lastAt;
    public long lastCustomerSeq;
    public String lastWords;
    public String lastWordsBy;
    public Instant lastWordsAt;

    public static ConversationDraft of(Conversation from) {
        var draft = new ConversationDraft();
        draft.id = from.id();
        draft.site = from.site();
        draft.customer = from.customer();
        draft.state = from.state();
        draft.group = from.group();
        draft.category = from.category();
        draft.agent = from.agent();
        draft.lastAgent = from.lastAgent();
        draft.holdsSlot = from.holdsSlot();
        draft.silent = from.silent();
        draft.parked = from.parked();
        draft.parkedUntil = from.parkedUntil();
        draft.overflowGroups = from.overflowGroups();
        draft.queueAlarmed = from.queueAlarmed();
        draft.handedBackBy = from.handedBackBy();
        draft.offeredTo = from.offeredTo();
        draft.offeredAt = from.offeredAt();
        draft.transferOffer = from.transferOffer();
        draft.priority = from.priority();
        draft.ageingSeconds = from.ageingSeconds();
        draft.slots = from.slots();
        draft.openedAt = from.openedAt();
        draft.waitingSince = from.waitingSince();
        draft.queuedSince = from.queuedSince();
        draft.stateSince = from.stateSince();
        draft.assignedAt = from.assignedAt();
        draft.unansweredSince = from.unansweredSince();
        draft.owedSince = from.owedSince();
        draft.quietSince = from.quietSince();
        draft.remindedAt = from.remindedAt();
        draft.nudged = from.nudged();
        draft.alarms = from.alarms();
        draft.alarmedAt = from.alarmedAt();
        draft.reminders = from.reminders();
        draft.round = from.round();
        draft.unresolvedCount = from.unresolvedCount();
        draft.endReason = from.endReason();
        draft.endedAt = from.endedAt();
        draft.ratingScore = from.ratingScore();
        draft.ratingComment = from.ratingComment();
        draft.excluded = from.excluded();
        draft.received = from.received();
        draft.follows = from.follows();
        draft.policyVersion = from.policyVersion();
        draft.seq = from.seq();
        draft.publicSeq = from.publicSeq();
        draft.lastAt = from.lastAt();
        draft.lastCustomerSeq = from.lastCustomerSeq();
        draft.lastWords = from.lastWords();
        draft.lastWordsBy = from.lastWordsBy();
        draft.lastWordsAt = from.lastWordsAt();
        return draft;
    }

    public Conversation done() {
        return new Conversation(
                id,
                site,
                customer,
                state,
                group,
                category,
                agent,
                lastAgent,
                holdsSlot,
                silent,
                parked,
                parkedUntil,
                overflowGroups,
                queueAlarmed,
                handedBackBy,
                offeredTo,
                offeredAt,
                transferOffer,
                priority,
                ageingSeconds,
                slots,
                openedAt,
                waitingSince,
                queuedSince,
                stateSince,
                assignedAt,
                unansweredSince,
                owedSince,
                quietSince,
                remindedAt,
                nudged,
                alarms,
                alarmedAt,
                reminders,
                round,
                unresolvedCount,
                endReason,
                endedAt,
                ratingScore,
                ratingComment,
                excluded,
                received,
                follows,
                policyVersion,
                seq,
                publicSeq,
                lastAt,
                lastCustomerSeq,
                lastWords,
                lastWordsBy,
                lastWordsAt);
    }
}
