package dev.baton.conversation;

import static dev.baton.conversation.State.AWAITING_AGENT;
import static dev.baton.conversation.State.AWAITING_CONFIRMATION;
import static dev.baton.conversation.State.AWAITING_CUSTOMER;
import static dev.baton.conversation.State.QUEUED;

import dev.baton.identity.AgentId;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** What each event changes. Total: an event that does not fit the state changes only the numbers. */
final class LifecycleFold {

    private static final int PREVIEW_CHARACTERS = 120;

    /** What was built in when logs did not say it yet. */
    static final long FIRST_AGEING_SECONDS = 600;

    private LifecycleFold() {}

    static Conversation evolve(Conversation before, Entry entry) {
        var c = ConversationDraft.of(before);
        c.seq = entry.seq();
        c.lastAt = entry.at();
        if (entry.event().isPublic()) {
            c.publicSeq = entry.publicSeq();
        }
        apply(c, entry);
        if (c.state != before.state() || before.seq() == 0) {
            c.stateSince = entry.at();
        }
        return c.done();
    }

    private static void apply(ConversationDraft c, Entry entry) {
        var at = entry.at();
        switch (entry.event()) {
            case Event.Said said -> said(c, said, entry.by(), at);
            case Event.Noted noted -> {}
            case Event.Started started -> started(c, started, at);
            case Event.Assigned assigned -> toAgent(c, assigned.agent(), at);
            case Event.Offered offered -> {
                c.offeredTo = offered.agent();
                c.offeredAt = at;
            }
            case Event.OfferEnded ended -> offerEnded(c, ended);
            case Event.TransferOffered offered -> {
                c.offeredTo = offered.agent();
                c.offeredAt = at;
                c.transferOffer = offered.terms();
            }
            case Event.CategoryChanged changed -> categoryChanged(c, changed, at);
            case Event.Overflowed overflowed -> c.overflowGroups = overflowed.groups();
            case Event.QueueAlarmed alarmed -> c.queueAlarmed = true;
            case Event.Parked parked -> parked(c, parked);
            case Event.Unparked unparked -> {
                leaveQueue(c);
                c.queuedSince = at;
            }
            case Event.PriorityChanged changed -> c.priority = changed.priority();
            case Event.Transferred transferred -> transferred(c, transferred, at);
            case Event.Requeued requeued -> {
                if (requeued.excluded() != null) {
                    c.excluded = with(c.excluded, requeued.excluded());
                }
                toQueue(c, at);
            }
            case Event.Unattended unattended -> releaseAgent(c);
            case Event.Nudged nudged -> c.nudged = true;
            case Event.ReplyAlarmed alarmed -> {
                c.alarms = alarmed.count();
                c.alarmedAt = at;
            }
            case Event.Silenced silenced -> silenced(c, silenced, at);
            case Event.Reminded reminded -> {
                c.reminders = reminded.number();
                c.remindedAt = at;
            }
            case Event.AskedToEnd asked -> {
                clearOffer(c);
                clearLadders(c);
                c.state = AWAITING_CONFIRMATION;
            }
            case Event.Withdrawn withdrawn -> withdrawn(c, at);
            case Event.Unresolved unresolved -> comesBack(c, at);
            case Event.Ended ended -> ended(c, ended, at);
            case Event.Reopened reopened -> reopened(c, reopened, at);
            case Event.Rated rated -> {
                c.ratingScore = rated.score();
                c.ratingComment = rated.comment();
            }
        }
    }

    private static void said(ConversationDraft c, Event.Said said, Actor by, Instant at) {
        c.lastWords = beginning(said.body());
        c.lastWordsAt = at;
        switch (by) {
            case Actor.Customer customer -> {
                c.lastWordsBy = "customer";
                customerSaid(c, at);
            }
            case Actor.Agent agent -> {
                c.lastWordsBy = "agent";
                agentSaid(c, at);
            }
            case Actor.System system -> {}
        }
    }

    /** Cut between characters, never inside one. */
    private static String beginning(String words) {
        if (words == null) {
            return "";
        }
        return words.codePointCount(0, words.length()) <= PREVIEW_CHARACTERS
                ? words
                : words.substring(0, words.offsetByCodePoints(0, PREVIEW_CHARACTERS));
    }

    private static void customerSaid(ConversationDraft c, Instant at) {
        c.lastCustomerSeq = c.publicSeq;
        switch (c.state) {
            case QUEUED -> firstUnanswered(c, at);
            case AWAITING_AGENT -> {
                if (c.unansweredSince == null) {
                    clearLadders(c);
                    c.owedSince = at;
                    firstUnanswered(c, at);
                }
            }
            case AWAITING_CUSTOMER -> wakes(c, at);
            case AWAITING_CONFIRMATION -> comesBack(c, at);
            case ENDED, SYSTEM_ENDED -> {}
        }
    }

    private static void agentSaid(ConversationDraft c, Instant at) {
        switch (c.state) {
            case AWAITING_AGENT -> {
                clearLadders(c);
                c.unansweredSince = null;
                c.state = AWAITING_CUSTOMER;
                c.quietSince = at;
            }
            case AWAITING_CUSTOMER -> {
                // The reminders count from the agent's last words; a silent customer is still silent.
                c.quietSince = at;
                c.reminders = 0;
                c.remindedAt = null;
            }
            case AWAITING_CONFIRMATION -> c.unansweredSince = null;
            case QUEUED, ENDED, SYSTEM_ENDED -> {}
        }
    }

    private static void started(ConversationDraft c, Event.Started started, Instant at) {
        c.group = started.group();
        c.category = started.category();
        c.priority = started.priority();
        c.policyVersion = started.policyVersion();
        c.ageingSeconds = ageing(started.ageingSeconds());
        c.slots = started.slots() == null ? 1 : started.slots();
        c.follows = started.follows();
        c.openedAt = at;
        c.waitingSince = at;
        toQueue(c, at);
    }

    /** The customer owes nothing any more: to the agent, or to the line when there is none. */
    private static void wakes(ConversationDraft c, Instant at) {
        firstUnanswered(c, at);
        if (c.agent == null) {
            toQueue(c, at);
            return;
        }
        clearLadders(c);
        c.state = AWAITING_AGENT;
        c.owedSince = at;
        // Back to the same agent, beyond capacity if need be; the router never exceeds it.
        c.holdsSlot = true;
    }

    private static void comesBack(ConversationDraft c, Instant at) {
        c.unresolvedCount++;
        wakes(c, at);
    }

    private static void withdrawn(ConversationDraft c, Instant at) {
        if (c.unansweredSince != null) {
            // Asking and withdrawing answers nothing: the ladder goes on from where it began.
            c.state = AWAITING_AGENT;
            c.owedSince = later(c.assignedAt, c.unansweredSince);
            return;
        }
        c.state = AWAITING_CUSTOMER;
        c.quietSince = at;
    }

    /** Another category of the same group keeps its place; another group is another line, at the same age. */
    private static void categoryChanged(ConversationDraft c, Event.CategoryChanged changed, Instant at) {
        boolean sameLine = c.state == QUEUED && changed.group().equals(c.group);
        c.category = changed.category();
        c.group = changed.group();
        c.policyVersion = changed.policyVersion();
        c.ageingSeconds = ageing(changed.ageingSeconds());
        if (!sameLine) {
            toQueue(c, at);
        }
    }

    private static void parked(ConversationDraft c, Event.Parked parked) {
        clearOffer(c);
        c.parked = true;
        c.parkedUntil = parked.until();
        c.queueAlarmed = false;
    }

    private static void silenced(ConversationDraft c, Event.Silenced silenced, Instant at) {
        c.silent = true;
        c.holdsSlot = c.holdsSlot && !silenced.freesSlot();
        c.remindedAt = at;
    }

    /** Who will not have it from the line is not asked again; who will not take it over may be another time. */
    private static void offerEnded(ConversationDraft c, Event.OfferEnded ended) {
        if (c.transferOffer == null) {
            c.excluded = with(c.excluded, ended.agent());
        }
        clearOffer(c);
    }

    private static void transferred(ConversationDraft c, Event.Transferred transferred, Instant at) {
        var terms = transferred.terms();
        boolean sameGroup = terms.group().equals(c.group);
        var handsBack = sameGroup ? c.agent : null;
        if (!terms.handOver() && transferred.toAgent() != null) {
            c.received = with(c.received, transferred.toAgent().value());
        } else if (!terms.handOver() && !sameGroup) {
            c.received = with(c.received, terms.group().value());
        }
        c.group = terms.group();
        c.policyVersion = terms.policyVersion();
        c.ageingSeconds = ageing(transferred.ageingSeconds());
        if (transferred.toAgent() == null) {
            toQueue(c, at);
            c.handedBackBy = handsBack;
        } else {
            toAgent(c, transferred.toAgent(), at);
        }
    }

    private static void reopened(ConversationDraft c, Event.Reopened reopened, Instant at) {
        c.round++;
        c.unresolvedCount = 0;
        c.excluded = Set.of();
        c.received = List.of();
        c.endReason = null;
        c.endedAt = null;
        c.ratingScore = null;
        c.ratingComment = null;
        c.waitingSince = at;
        toQueue(c, at);
        if (reopened.agent() != null) {
            toAgent(c, reopened.agent(), at);
        }
    }

    private static void ended(ConversationDraft c, Event.Ended ended, Instant at) {
        releaseAgent(c);
        clearLadders(c);
        leaveQueue(c);
        c.unansweredSince = null;
        c.state = ended.state();
        c.endReason = ended.reason();
        c.endedAt = at;
    }

    private static void toAgent(ConversationDraft c, AgentId agent, Instant at) {
        releaseAgent(c);
        leaveQueue(c);
        clearLadders(c);
        c.state = AWAITING_AGENT;
        c.agent = agent;
        c.holdsSlot = true;
        c.assignedAt = at;
        c.owedSince = at;
    }

    private static void toQueue(ConversationDraft c, Instant at) {
        releaseAgent(c);
        leaveQueue(c);
        clearLadders(c);
        c.state = QUEUED;
        c.queuedSince = at;
    }

    private static void leaveQueue(ConversationDraft c) {
        c.queuedSince = null;
        c.parked = false;
        c.parkedUntil = null;
        c.overflowGroups = Set.of();
        c.handedBackBy = null;
        c.queueAlarmed = false;
        clearOffer(c);
    }

    private static void clearOffer(ConversationDraft c) {
        c.offeredTo = null;
        c.offeredAt = null;
        c.transferOffer = null;
    }

    private static void releaseAgent(ConversationDraft c) {
        if (c.agent != null) {
            c.lastAgent = c.agent;
        }
        clearOffer(c);
        c.agent = null;
        c.holdsSlot = false;
        c.assignedAt = null;
    }

    private static void clearLadders(ConversationDraft c) {
        c.owedSince = null;
        c.quietSince = null;
        c.silent = false;
        c.nudged = false;
        c.alarms = 0;
        c.alarmedAt = null;
        c.reminders = 0;
        c.remindedAt = null;
    }

    private static void firstUnanswered(ConversationDraft c, Instant at) {
        if (c.unansweredSince == null) {
            c.unansweredSince = at;
        }
    }

    private static long ageing(Long seconds) {
        return seconds == null ? FIRST_AGEING_SECONDS : seconds;
    }

    private static Instant later(Instant one, Instant other) {
        return one == null || one.isBefore(other) ? other : one;
    }

    private static List<UUID> with(List<UUID> received, UUID receiver) {
        return Stream.concat(received.stream(), Stream.of(receiver)).sorted().toList();
    }

    private static Set<AgentId> with(Set<AgentId> excluded, AgentId agent) {
        var all = new HashSet<>(excluded);
        all.add(agent);
        return Set.copyOf(all);
    }
}
