package dev.baton.conversation;

import static dev.baton.conversation.State.AWAITING_AGENT;
import static dev.baton.conversation.State.AWAITING_CONFIRMATION;
import static dev.baton.conversation.State.AWAITING_CUSTOMER;
import static dev.baton.conversation.State.QUEUED;
import static dev.baton.conversation.State.SYSTEM_ENDED;

import dev.baton.conversation.Event.How;
import dev.baton.conversation.Memory.Turn;
import dev.baton.identity.AgentId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The invariants of the design that a single accepted command can break, each with its own name. */
final class Promises {

    /** Kept by every step, or broken. */
    record Promise(String name, Predicate<Step> kept) {}

    private static final List<Promise> ALL = List.of(
            new Promise("S1 every change is a row of the table", Promises::isARow),
            new Promise("S2 numbers are dense, and only public entries have public ones", Promises::isDense),
            new Promise("S3 nothing is reopened beside another open one", Promises::isOnlyOpenOne),
            new Promise("S4 an agent exactly where the state has one", Promises::ownerFits),
            new Promise("S4 marks, instants and slot fit the state", Promises::marksFit),
            new Promise("S4 ended ones have no clock, queue place, agent or load", Promises::endsAreClean),
            new Promise("S5 the turn is what a reader of the log says", Promises::turnFits),
            new Promise("S5 notes and system lines change no turn", Promises::sideEventsAreSide),
            new Promise("S7 a customer's words reach the agents' side", Promises::wordsAreSeen),
            new Promise("S8 reasons are never null and system ends name their clock", Promises::reasonsAreGiven),
            new Promise("A2 load moves only where rows are locked", Promises::loadIsLocked),
            new Promise("A3 an assignment is legal when it is made", Promises::assignmentIsLegal),
            new Promise("A6 no orphan", Promises::isNoOrphan),
            new Promise("P1 the original age is kept until a return", Promises::ageIsKept),
            new Promise("P2 a slack agent does not get it again in this round", Promises::slackStaysOut),
            new Promise("T1 a clock fires once", Promises::clockFiresOnce),
            new Promise("T3 no clock fires early", Promises::clockIsNotEarly),
            new Promise("T4 a clock of another state has no effect", Promises::clockIsArmed),
            new Promise("T6 reminders and a minute come before a system end", Promises::endIsFair));

    private Promises() {}

    static List<String> names() {
        return ALL.stream().map(Promise::name).toList();
    }

    static List<String> brokenBy(Step step) {
        List<String> broken = null;
        for (var promise : ALL) {
            if (!promise.kept().test(step)) {
                broken = broken == null ? new ArrayList<>() : broken;
                broken.add(promise.name());
            }
        }
        return broken == null ? List.of() : broken;
    }

    // --- state

    private static boolean isARow(Step s) {
        return FlowTable.allows(
                FlowTable.row(s.before().state(), s.command(), s.after().state()));
    }

    private static boolean isDense(Step s) {
        long seq = s.before().seq();
        long publicSeq = s.before().publicSeq();
        for (var entry : s.entries()) {
            boolean numbered = entry.event().isPublic() ? entry.publicSeq() == ++publicSeq : entry.publicSeq() == 0;
            if (entry.seq() != ++seq || !numbered) {
                return false;
            }
        }
        return s.after().seq() == seq
                && s.after().publicSeq() == publicSeq
                && seq > s.before().seq();
    }

    private static boolean isOnlyOpenOne(Step s) {
        return !s.situation().anotherOpen()
                || s.before().state().isOpen()
                || !s.after().state().isOpen();
    }

    private static boolean ownerFits(Step s) {
        var c = s.after();
        return switch (c.state()) {
            case AWAITING_AGENT -> c.agent() != null && c.holdsSlot();
            case AWAITING_CUSTOMER, AWAITING_CONFIRMATION -> c.agent() != null || !c.holdsSlot();
            case QUEUED, ENDED, SYSTEM_ENDED -> c.agent() == null && !c.holdsSlot();
        };
    }

    private static boolean marksFit(Step s) {
        var c = s.after();
        boolean queued = c.state() == QUEUED;
        boolean waiting = c.state() == AWAITING_CUSTOMER;
        return queued == (c.queuedSince() != null)
                && (c.state() == AWAITING_AGENT) == (c.owedSince() != null)
                && waiting == (c.quietSince() != null)
                && (c.agent() != null) == (c.assignedAt() != null)
                && (c.offeredTo() != null) == (c.offeredAt() != null)
                && (waiting || !c.silent() && c.reminders() == 0 && c.remindedAt() == null)
                && (queued
                        || !c.parked()
                                && c.parkedUntil() == null
                                && !c.overflowed()
                                && !c.queueAlarmed()
                                && (c.offeredTo() == null || !c.offeredTo().equals(c.agent()))
                                && c.handedBackBy() == null)
                && (c.state() == AWAITING_AGENT || !c.nudged() && c.alarms() == 0 && c.alarmedAt() == null)
                && !(c.parked() && c.offeredTo() != null)
                && (c.transferOffer() != null) == (c.offeredTo() != null && !queued);
    }

    private static boolean endsAreClean(Step s) {
        var c = s.after();
        return c.state().isOpen()
                ? c.endReason() == null && c.endedAt() == null
                : c.agent() == null
                        && !c.holdsSlot()
                        && c.queuedSince() == null
                        && c.unansweredSince() == null
                        && s.clocksAfter().isEmpty()
                        && c.endedAt() != null;
    }

    private static boolean turnFits(Step s) {
        var c = s.after();
        var memory = s.remembers();
        if (c.state().isOpen() && memory.unanswered() != (c.unansweredSince() != null)) {
            return false;
        }
        return switch (c.state()) {
            case AWAITING_AGENT -> memory.turn() == Turn.AGENT;
            case AWAITING_CUSTOMER ->
                memory.turn() == Turn.CUSTOMER && Objects.equals(memory.quietSince(), c.quietSince());
            case AWAITING_CONFIRMATION -> memory.turn() == Turn.CUSTOMER;
            case QUEUED -> true;
            case ENDED, SYSTEM_ENDED -> memory.turn() == Turn.NOBODY;
        };
    }

    private static boolean sideEventsAreSide(Step s) {
        boolean onlySide = s.entries().stream().map(Entry::event).allMatch(Promises::isSide);
        var before = s.before();
        var after = s.after();
        return !onlySide
                || before.state() == after.state()
                        && Objects.equals(before.agent(), after.agent())
                        && Objects.equals(before.owedSince(), after.owedSince())
                        && Objects.equals(before.quietSince(), after.quietSince())
                        && Objects.equals(before.stateSince(), after.stateSince())
                        && Objects.equals(before.unansweredSince(), after.unansweredSince());
    }

    private static boolean isSide(Event event) {
        return event instanceof Event.Noted
                || event instanceof Event.Nudged
                || event instanceof Event.ReplyAlarmed
                || event instanceof Event.QueueAlarmed
                || event instanceof Event.Overflowed
                || event instanceof Event.PriorityChanged
                || event instanceof Event.Silenced
                || event instanceof Event.Reminded
                || event instanceof Event.TransferOffered
                || event instanceof Event.Rated;
    }

    /** After words of the customer somebody owes an answer, or it is in the line for somebody who will. */
    private static boolean wordsAreSeen(Step s) {
        if (!s.has(Event.Said.class) || !s.byCustomer()) {
            return true;
        }
        var c = s.after();
        return (c.state() == QUEUED || c.state() == AWAITING_AGENT)
                && c.unansweredSince() != null
                && c.lastCustomerSeq() <= c.publicSeq()
                && c.lastCustomerSeq() > s.before().publicSeq();
    }

    private static boolean reasonsAreGiven(Step s) {
        return s.entries().stream().map(Entry::event).allMatch(event -> switch (event) {
            case Event.Ended(var state, var reason, var clock) ->
                reason != null
                        && (state == SYSTEM_ENDED) == (clock != null)
                        && reason.equals(s.after().endReason());
            case Event.Requeued(var why, var excluded) -> why != null;
            case Event.Unattended(var why) -> why != null;
            case Event.OfferEnded(var agent, var why, var reason) -> why != null && agent != null;
            case Event.Parked(var why, var until) -> why != null;
            case Event.Transferred transferred -> transferred.terms().reason() != null;
            case Event.TransferOffered offered -> offered.terms().reason() != null;
            default -> true;
        });
    }

    // --- assignment

    private static boolean loadIsLocked(Step s) {
        var before = s.before().holdsSlot() ? s.before().agent() : null;
        var after = s.after().holdsSlot() ? s.after().agent() : null;
        return Objects.equals(before, after)
                || Stream.of(before, after).filter(Objects::nonNull).allMatch(s.consulted()::contains);
    }

    private static boolean assignmentIsLegal(Step s) {
        var agent = s.after().agent();
        if (agent == null || agent.equals(s.before().agent())) {
            return true;
        }
        var view = s.situation().agents().get(agent);
        if (view == null || !view.enabled()) {
            return false;
        }
        if (isOverridden(s.command())) {
            return true;
        }
        boolean ownHand = s.command() instanceof Command.AcceptOffer
                || s.command() instanceof Command.Assign assign && assign.how() == How.PICK;
        boolean accepting = ownHand
                ? view.availability() == Availability.READY || view.availability() == Availability.NOT_TAKING
                : view.connected() && view.availability() == Availability.READY;
        return accepting
                && view.load() < view.capacity()
                && !s.before().excluded().contains(agent)
                && !(isAutomatic(s.command()) && agent.equals(s.before().handedBackBy()))
                && isMember(s, view.groups())
                && !(s.before().parked() && isAutomatic(s.command()));
    }

    private static boolean isAutomatic(Command command) {
        return command instanceof Command.Assign assign && assign.how() == How.AUTOMATIC;
    }

    private static boolean isOverridden(Command command) {
        return switch (command) {
            case Command.Assign assign -> assign.overrides() && assign.by() instanceof Actor.Agent a && a.supervises();
            case Command.TransferToAgent t ->
                t.transfer().overrides() && t.by() instanceof Actor.Agent a && a.supervises();
            default -> false;
        };
    }

    private static boolean isMember(Step s, Set<?> groups) {
        return groups.contains(s.after().group())
                || s.before().overflowGroups().stream().anyMatch(groups::contains);
    }

    private static boolean isNoOrphan(Step s) {
        var c = s.after();
        return !c.state().isOpen()
                || c.agent() != null
                || c.state() == QUEUED
                || c.unattended() && (c.state() == AWAITING_CUSTOMER || c.state() == AWAITING_CONFIRMATION);
    }

    private static boolean ageIsKept(Step s) {
        return s.has(Event.Reopened.class)
                ? s.after().waitingSince().equals(s.now())
                        && s.after().round() == s.before().round() + 1
                : s.after().waitingSince().equals(s.before().waitingSince())
                        && s.after().round() == s.before().round()
                        && s.after().excluded().containsAll(s.before().excluded());
    }

    private static boolean slackStaysOut(Step s) {
        boolean takenAway = s.fires(Clock.REPLY_REASSIGN) || s.command() instanceof Command.Reassign;
        AgentId slack = s.before().agent();
        return !takenAway || s.after().state() == QUEUED && s.after().excluded().contains(slack);
    }

    // --- clocks

    private static boolean clockFiresOnce(Step s) {
        return !(s.command() instanceof Command.Fire(var clock))
                || s.clocksAfter().stream()
                        .noneMatch(d -> d.clock() == clock && !d.due().isAfter(s.now()));
    }

    private static boolean clockIsArmed(Step s) {
        return !(s.command() instanceof Command.Fire(var clock))
                || s.clocksBefore().stream().anyMatch(d -> d.clock() == clock);
    }

    /** Worked out from the policy and the instants, and not from Deadlines, which is compared with it. */
    private static boolean clockIsNotEarly(Step s) {
        if (!(s.command() instanceof Command.Fire(var clock))) {
            return true;
        }
        var c = s.before();
        var reply = s.policy().reply();
        var queue = s.policy().queue();
        var silence = s.policy().silence();
        return switch (clock) {
            case QUEUE_ALARM -> past(s, c.queuedSince(), queue.alarmAfterSeconds());
            case OVERFLOW -> past(s, c.queuedSince(), queue.overflowAfterSeconds());
            case QUEUE_TIMEOUT -> past(s, c.queuedSince(), queue.timeoutAfterSeconds());
            case OFFER_TIMEOUT ->
                past(
                        s,
                        c.offeredAt(),
                        c.state() == QUEUED
                                ? s.policy().assignment().offerSeconds()
                                : s.policy().transfer().acceptSeconds());
            case REPLY_NUDGE -> past(s, c.owedSince(), reply.nudgeAfterSeconds());
            case REPLY_ALARM ->
                past(s, c.owedSince(), reply.alarmAfterSeconds())
                        && (c.alarms() == 0 || past(s, c.alarmedAt(), reply.alarmRepeatSeconds()));
            case REPLY_REASSIGN -> past(s, c.owedSince(), reply.reassignAfterSeconds());
            case SILENT_AFTER -> past(s, s.remembered().quietSince(), silence.silentAfterSeconds());
            case REMINDER ->
                past(
                        s,
                        s.remembered().quietSince(),
                        silence.reminders().get(s.remembered().steps()).afterSeconds());
            case SYSTEM_END -> past(s, s.remembered().quietSince(), silence.systemEndAfterSeconds());
            case CONFIRMATION_TIMEOUT ->
                c.state() == AWAITING_CONFIRMATION
                        && past(s, c.stateSince(), s.policy().confirmation().timeoutSeconds());
            case CUSTOMER_GONE, REOPEN_WINDOW, RATING_WINDOW -> false;
        };
    }

    private static boolean past(Step s, Instant since, Long seconds) {
        return since != null && seconds != null && !since.plusSeconds(seconds).isAfter(s.now());
    }

    private static boolean endIsFair(Step s) {
        var memory = s.remembered();
        boolean spaced =
                memory.stepAt() == null || !memory.stepAt().plusSeconds(60).isAfter(s.now());
        return switch (s.command()) {
            case Command.Fire(var clock)
            when clock == Clock.SYSTEM_END ->
                spaced && memory.steps() == s.policy().silence().reminders().size();
            case Command.Fire(var clock) when clock == Clock.REMINDER -> memory.steps() == 0 || spaced;
            default -> true;
        };
    }
}
