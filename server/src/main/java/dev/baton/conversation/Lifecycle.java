package dev.baton.conversation;

import static dev.baton.conversation.Decision.accept;
import static dev.baton.conversation.Decision.refuse;
import static dev.baton.conversation.Standing.answering;
import static dev.baton.conversation.Standing.isCustomer;
import static dev.baton.conversation.Standing.mayGive;
import static dev.baton.conversation.Standing.offerTo;
import static dev.baton.conversation.Standing.orElse;
import static dev.baton.conversation.Standing.responsible;
import static dev.baton.conversation.Standing.responsibleOrSupervising;
import static dev.baton.conversation.Standing.supervises;
import static dev.baton.conversation.State.AWAITING_AGENT;
import static dev.baton.conversation.State.AWAITING_CONFIRMATION;
import static dev.baton.conversation.State.AWAITING_CUSTOMER;
import static dev.baton.conversation.State.ENDED;
import static dev.baton.conversation.State.QUEUED;
import static dev.baton.conversation.State.SYSTEM_ENDED;

import dev.baton.conversation.Decision.Happening;
import dev.baton.conversation.Event.How;
import dev.baton.identity.AgentId;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * The whole workflow: six states, every command, every refusal. Pure: no clock, no I/O, no chance;
 * what needs looking up is in the {@link Situation}. {@link LifecycleFold} is the other half: what
 * each event changes.
 */
public final class Lifecycle {

    private Lifecycle() {}

    /** Answers a command: the events that follow from it, or the reason why nothing happens. */
    public static Decision decide(Conversation conversation, Command command, Situation situation) {
        return switch (command) {
            case Command.Say say -> say(conversation, say, situation);
            case Command.Note note -> note(note);
            case Command.Assign assign -> assign(conversation, assign, situation);
            case Command.Offer(var agent) -> offer(conversation, agent, situation);
            case Command.AcceptOffer(var agent) -> acceptOffer(conversation, agent, situation);
            case Command.DeclineOffer(var agent) -> declineOffer(conversation, agent);
            case Command.ChangeCategory change -> changeCategory(conversation, change);
            case Command.TransferToAgent transfer -> transferToAgent(conversation, transfer, situation);
            case Command.TransferToGroup transfer -> transferToGroup(conversation, transfer);
            case Command.Reassign(var by) -> reassign(conversation, by);
            case Command.LoseAgent lose -> loseAgent(conversation, lose, situation);
            case Command.EndShift(var agent) -> release(conversation, agent, "shift_end");
            case Command.AskToEnd(var by, var summary) -> askToEnd(conversation, by, summary, situation);
            case Command.Withdraw(var by) -> withdraw(conversation, by);
            case Command.Resolve(var by) -> resolve(conversation, by);
            case Command.Unresolve unresolve -> unresolve(conversation, unresolve, situation);
            case Command.Leave(var by) -> leave(conversation, by);
            case Command.End(var by, var reason) -> end(conversation, by, reason);
            case Command.CustomerGone() -> customerGone(conversation, situation.policy());
            case Command.Park(var by, var why) -> park(conversation, by, why);
            case Command.Unpark(var by) -> unpark(conversation, by);
            case Command.SetPriority(var by, var priority) -> setPriority(conversation, by, priority);
            case Command.Rate rate -> rate(conversation, rate, situation);
            case Command.Fire(var clock) -> ClockRules.fire(conversation, clock, situation);
        };
    }

    /** The conversation after an event. Total: facts never fail. */
    public static Conversation evolve(Conversation conversation, Entry entry) {
        return LifecycleFold.evolve(conversation, entry);
    }

    /** The clocks that run, earliest first; a function of the state and the policy alone. */
    public static List<Deadline> deadlines(Conversation conversation, Policy policy) {
        return Deadlines.of(conversation, policy);
    }

    /** The agents whose rows a command may read or change; they are locked before deciding. */
    public static Set<AgentId> consults(Conversation conversation, Command command) {
        return Consultation.of(conversation, command);
    }

    // --- words

    private static Decision say(Conversation conversation, Command.Say say, Situation situation) {
        var said = say.event();
        return switch (say.by()) {
            case Actor.Customer customer -> customerSays(conversation, customer, said, situation);
            case Actor.Agent agent -> orElse(responsible(conversation, agent), () -> accept(agent, said));
            case Actor.System system -> refuse(Refusal.NOT_PERMITTED);
        };
    }

    private static Decision customerSays(
            Conversation conversation, Actor.Customer customer, Event.Said said, Situation situation) {
        return switch (conversation.state()) {
            case QUEUED, AWAITING_AGENT, AWAITING_CUSTOMER -> accept(customer, said);
            case AWAITING_CONFIRMATION -> comesBack(conversation, customer, said, situation);
            case ENDED, SYSTEM_ENDED -> returns(conversation, customer, said, situation);
        };
    }

    /** Not solved: to the same agent if on duty, else to the front of the line by its age. */
    private static Decision comesBack(Conversation conversation, Actor by, Event said, Situation situation) {
        var agent = situation.agent(conversation.agent());
        if (conversation.agent() == null || agent.map(AgentView::onDuty).orElse(false)) {
            return accept(by, said);
        }
        return accept(new Happening(by, said), new Happening(Actor.SYSTEM, new Event.Requeued("agent_off_duty", null)));
    }

    /** The return contract: same agent, same conversation, or too late for this conversation. */
    private static Decision returns(Conversation conversation, Actor by, Event said, Situation situation) {
        if (situation.anotherOpen()) {
            return refuse(Refusal.ANOTHER_OPEN);
        }
        var gap = Duration.between(conversation.endedAt(), situation.now());
        var contract = situation.policy().returning();
        if (gap.compareTo(Duration.ofSeconds(contract.sameConversationSeconds())) > 0) {
            return refuse(Refusal.WINDOW_OVER);
        }
        var lastAgent = conversation.lastAgent();
        boolean sameAgent = gap.compareTo(Duration.ofSeconds(contract.sameAgentSeconds())) <= 0
                && lastAgent != null
                && AssignmentRules.objection(How.RETURN, false, situation, lastAgent, conversation)
                        .isEmpty();
        return accept(
                new Happening(Actor.SYSTEM, new Event.Reopened(sameAgent ? lastAgent : null, gap.toSeconds())),
                new Happening(by, said));
    }

    private static Decision note(Command.Note note) {
        return note.by() instanceof Actor.Agent ? accept(note.by(), note.event()) : refuse(Refusal.NOT_PERMITTED);
    }

    // --- assignment: pick, offer, router, supervisor all come through here

    private static Decision assign(Conversation conversation, Command.Assign assign, Situation situation) {
        if (!mayGive(assign)) {
            return refuse(Refusal.NOT_PERMITTED);
        }
        if (conversation.state() != QUEUED) {
            return refuse(conversation.agent() == null ? Refusal.WRONG_STATE : Refusal.ALREADY_ASSIGNED);
        }
        var offeredTo = conversation.offeredTo();
        if (offeredTo != null && !offeredTo.equals(assign.agent()) && !assign.overrides()) {
            return refuse(Refusal.ALREADY_OFFERED);
        }
        if (conversation.parked() && assign.how() == How.AUTOMATIC) {
            return refuse(Refusal.ALREADY_PARKED);
        }
        return AssignmentRules.objection(assign.how(), assign.overrides(), situation, assign.agent(), conversation)
                .map(Decision::refuse)
                .orElseGet(() -> accept(assign.by(), new Event.Assigned(assign.agent(), assign.how())));
    }

    private static Decision offer(Conversation conversation, AgentId agent, Situation situation) {
        if (conversation.state() != QUEUED) {
            return refuse(conversation.agent() == null ? Refusal.WRONG_STATE : Refusal.ALREADY_ASSIGNED);
        }
        if (conversation.offeredTo() != null) {
            return refuse(Refusal.ALREADY_OFFERED);
        }
        if (conversation.parked()) {
            return refuse(Refusal.ALREADY_PARKED);
        }
        return AssignmentRules.objection(How.AUTOMATIC, false, situation, agent, conversation)
                .map(Decision::refuse)
                .orElseGet(() -> accept(Actor.SYSTEM, new Event.Offered(agent)));
    }

    private static Decision acceptOffer(Conversation conversation, AgentId agent, Situation situation) {
        return orElse(
                offerTo(conversation, agent),
                () -> AssignmentRules.objection(How.OFFER, false, situation, agent, conversation)
                        .map(Decision::refuse)
                        .orElseGet(() -> accept(new Actor.Agent(agent), new Event.Assigned(agent, How.OFFER))));
    }

    private static Decision declineOffer(Conversation conversation, AgentId agent) {
        return orElse(
                offerTo(conversation, agent),
                () -> accept(new Actor.Agent(agent), new Event.OfferEnded(agent, "declined")));
    }

    private static Decision changeCategory(Conversation conversation, Command.ChangeCategory change) {
        if (!isCustomer(change.by()) && !supervises(change.by())) {
            return refuse(Refusal.NOT_PERMITTED);
        }
        if (conversation.state() != QUEUED) {
            return refuse(Refusal.WRONG_STATE);
        }
        if (change.category().equals(conversation.category())) {
            return refuse(Refusal.SAME_CATEGORY);
        }
        return accept(
                change.by(), new Event.CategoryChanged(change.category(), change.group(), change.policyVersion()));
    }

    // --- carrying it on

    private static Decision transferToAgent(
            Conversation conversation, Command.TransferToAgent transfer, Situation situation) {
        if (conversation.state() != AWAITING_AGENT && conversation.state() != AWAITING_CUSTOMER) {
            return refuse(Refusal.WRONG_STATE);
        }
        var objection = responsibleOrSupervising(conversation, transfer.by());
        if (objection != null) {
            return refuse(objection);
        }
        if (transfer.overrides() && !supervises(transfer.by())) {
            return refuse(Refusal.NOT_PERMITTED);
        }
        if (transfer.agent().equals(conversation.agent())) {
            return refuse(Refusal.TRANSFER_TO_SELF);
        }
        var arriving = ConversationDraft.of(conversation);
        arriving.group = transfer.group();
        return AssignmentRules.objection(
                        How.SUPERVISOR, transfer.overrides(), situation, transfer.agent(), arriving.done())
                .map(Decision::refuse)
                .orElseGet(() -> accept(
                        transfer.by(),
                        new Event.Transferred(
                                transfer.agent(),
                                transfer.group(),
                                transfer.policyVersion(),
                                transfer.reason(),
                                transfer.note())));
    }

    private static Decision transferToGroup(Conversation conversation, Command.TransferToGroup transfer) {
        if (!conversation.state().isOpen() || conversation.state() == QUEUED) {
            return refuse(Refusal.WRONG_STATE);
        }
        var objection = responsibleOrSupervising(conversation, transfer.by());
        if (objection != null) {
            return refuse(objection);
        }
        if (transfer.group().equals(conversation.group())) {
            return refuse(Refusal.SAME_GROUP);
        }
        return accept(
                transfer.by(),
                new Event.Transferred(
                        null, transfer.group(), transfer.policyVersion(), transfer.reason(), transfer.note()));
    }

    private static Decision reassign(Conversation conversation, Actor by) {
        if (!supervises(by)) {
            return refuse(Refusal.NOT_PERMITTED);
        }
        return conversation.state() == AWAITING_AGENT
                ? accept(by, new Event.Requeued("supervisor", conversation.agent()))
                : refuse(Refusal.WRONG_STATE);
    }

    /** Nothing happens any more when the agent is back before this is decided. */
    private static Decision loseAgent(Conversation conversation, Command.LoseAgent lose, Situation situation) {
        return situation.agent(lose.agent()).map(lose::isOver).orElse(false)
                ? refuse(Refusal.CLOCK_MOVED_ON)
                : release(conversation, lose.agent(), lose.why());
    }

    private static Decision release(Conversation conversation, AgentId agent, String why) {
        if (conversation.state() == QUEUED && agent.equals(conversation.offeredTo())) {
            return accept(Actor.SYSTEM, new Event.OfferEnded(agent, "missed"));
        }
        if (!agent.equals(conversation.agent())) {
            return refuse(Refusal.NOTHING_CHANGES);
        }
        return conversation.state() == AWAITING_AGENT
                ? accept(Actor.SYSTEM, new Event.Requeued(why, null))
                : accept(Actor.SYSTEM, new Event.Unattended(why));
    }

    // --- ending

    private static Decision askToEnd(Conversation conversation, Actor by, String summary, Situation situation) {
        if (conversation.state() != AWAITING_AGENT && conversation.state() != AWAITING_CUSTOMER) {
            return refuse(conversation.state() == QUEUED ? Refusal.NOT_ASSIGNED : Refusal.WRONG_STATE);
        }
        return orElse(
                responsible(conversation, by),
                () -> situation.policy().confirmation().asked()
                        ? accept(by, new Event.AskedToEnd(summary))
                        : accept(by, new Event.Ended(ENDED, "agent_ended", null)));
    }

    private static Decision withdraw(Conversation conversation, Actor by) {
        if (conversation.state() != AWAITING_CONFIRMATION) {
            return refuse(Refusal.WRONG_STATE);
        }
        return orElse(responsible(conversation, by), () -> accept(by, new Event.Withdrawn()));
    }

    private static Decision resolve(Conversation conversation, Actor by) {
        return orElse(answering(conversation, by), () -> accept(by, new Event.Ended(ENDED, "confirmed", null)));
    }

    private static Decision unresolve(Conversation conversation, Command.Unresolve unresolve, Situation situation) {
        return orElse(
                answering(conversation, unresolve.by()),
                () -> comesBack(
                        conversation,
                        unresolve.by(),
                        new Event.Unresolved(unresolve.reason(), unresolve.text()),
                        situation));
    }

    private static Decision leave(Conversation conversation, Actor by) {
        if (!isCustomer(by)) {
            return refuse(Refusal.NOT_PERMITTED);
        }
        return conversation.state() == QUEUED
                ? accept(by, new Event.Ended(ENDED, "customer_left", null))
                : refuse(Refusal.WRONG_STATE);
    }

    private static Decision end(Conversation conversation, Actor by, String reason) {
        if (!conversation.state().isOpen()) {
            return refuse(Refusal.WRONG_STATE);
        }
        return switch (by) {
            case Actor.Customer customer -> accept(by, new Event.Ended(ENDED, "customer_ended", null));
            case Actor.Agent agent ->
                orElse(
                        responsibleOrSupervising(conversation, agent),
                        () -> accept(by, new Event.Ended(ENDED, reason, null)));
            case Actor.System system -> refuse(Refusal.NOT_PERMITTED);
        };
    }

    private static Decision customerGone(Conversation conversation, Policy policy) {
        if (conversation.state() != QUEUED) {
            return refuse(Refusal.WRONG_STATE);
        }
        return policy.queue().endsWhenCustomerGone() && !conversation.parked()
                ? systemEnd("customer_gone", Clock.CUSTOMER_GONE)
                : refuse(Refusal.NOTHING_CHANGES);
    }

    static Decision systemEnd(String reason, Clock clock) {
        return accept(Actor.SYSTEM, new Event.Ended(SYSTEM_ENDED, reason, clock));
    }

    // --- marks

    private static Decision park(Conversation conversation, Actor by, String why) {
        if (by instanceof Actor.Agent && !supervises(by)) {
            return refuse(Refusal.NOT_PERMITTED);
        }
        if (conversation.state() != QUEUED) {
            return refuse(Refusal.WRONG_STATE);
        }
        return conversation.parked() ? refuse(Refusal.ALREADY_PARKED) : accept(by, new Event.Parked(why));
    }

    private static Decision unpark(Conversation conversation, Actor by) {
        if (isCustomer(by) || (by instanceof Actor.Agent && !supervises(by))) {
            return refuse(Refusal.NOT_PERMITTED);
        }
        if (conversation.state() != QUEUED) {
            return refuse(Refusal.WRONG_STATE);
        }
        return conversation.parked() ? accept(by, new Event.Unparked()) : refuse(Refusal.NOT_PARKED);
    }

    private static Decision setPriority(Conversation conversation, Actor by, int priority) {
        if (!supervises(by) && by != Actor.SYSTEM) {
            return refuse(Refusal.NOT_PERMITTED);
        }
        if (!conversation.state().isOpen()) {
            return refuse(Refusal.WRONG_STATE);
        }
        return conversation.priority() == priority
                ? refuse(Refusal.NOTHING_CHANGES)
                : accept(by, new Event.PriorityChanged(priority));
    }

    private static Decision rate(Conversation conversation, Command.Rate rate, Situation situation) {
        if (!isCustomer(rate.by())) {
            return refuse(Refusal.NOT_PERMITTED);
        }
        if (conversation.state().isOpen()) {
            return refuse(Refusal.WRONG_STATE);
        }
        var policy = situation.policy().rating();
        if (!policy.asked()) {
            return refuse(Refusal.RATING_NOT_ASKED);
        }
        if (conversation.ratingScore() != null) {
            return refuse(Refusal.ALREADY_RATED);
        }
        if (situation.now().isAfter(conversation.endedAt().plusSeconds(policy.windowSeconds()))) {
            return refuse(Refusal.WINDOW_OVER);
        }
        return accept(rate.by(), new Event.Rated(rate.score(), rate.comment(), conversation.round()));
    }
}
