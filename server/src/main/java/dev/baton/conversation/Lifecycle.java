package dev.baton.conversation;

import static dev.baton.conversation.Decision.accept;
import static dev.baton.conversation.Decision.refuse;
import static dev.baton.conversation.Standing.orElse;
import static dev.baton.conversation.Standing.responsible;
import static dev.baton.conversation.State.AWAITING_AGENT;
import static dev.baton.conversation.State.AWAITING_CONFIRMATION;
import static dev.baton.conversation.State.AWAITING_CUSTOMER;
import static dev.baton.conversation.State.ENDED;
import static dev.baton.conversation.State.QUEUED;
import static dev.baton.conversation.State.SYSTEM_ENDED;

import dev.baton.conversation.Decision.Happening;
import dev.baton.conversation.Event.How;
import dev.baton.conversation.policy.Policy;
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
            case Command.Assign assign -> Giving.assign(conversation, assign, situation);
            case Command.Offer offer -> Giving.offer(conversation, offer, situation);
            case Command.AcceptOffer(var agent) -> Giving.acceptOffer(conversation, agent, situation);
            case Command.DeclineOffer decline -> Giving.declineOffer(conversation, decline);
            case Command.ChangeCategory change -> Giving.changeCategory(conversation, change, situation);
            case Command.TransferToAgent transfer -> Carrying.transferToAgent(conversation, transfer, situation);
            case Command.TransferToGroup transfer -> Carrying.transferToGroup(conversation, transfer, situation);
            case Command.WithdrawOffer(var by) -> Carrying.withdrawOffer(conversation, by);
            case Command.Reassign(var by) -> Carrying.reassign(conversation, by);
            case Command.LoseAgent lose -> Carrying.loseAgent(conversation, lose, situation);
            case Command.EndShift(var agent) -> Carrying.release(conversation, agent, "shift_end", situation);
            case Command.AskToEnd(var by, var summary) -> Ending.askToEnd(conversation, by, summary, situation);
            case Command.Withdraw(var by) -> Ending.withdraw(conversation, by);
            case Command.Resolve(var by) -> Ending.resolve(conversation, by);
            case Command.Unresolve unresolve -> Ending.unresolve(conversation, unresolve, situation);
            case Command.Leave(var by) -> Ending.leave(conversation, by);
            case Command.End(var by, var reason) -> Ending.end(conversation, by, reason);
            case Command.CustomerGone() -> Ending.customerGone(conversation, situation.policy());
            case Command.Park(var by, var why) -> Marks.park(conversation, by, why);
            case Command.Unpark(var by) -> Marks.unpark(conversation, by);
            case Command.SetPriority(var by, var priority) -> Marks.setPriority(conversation, by, priority);
            case Command.Rate rate -> Marks.rate(conversation, rate, situation);
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
    static Decision comesBack(Conversation conversation, Actor by, Event said, Situation situation) {
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
}
