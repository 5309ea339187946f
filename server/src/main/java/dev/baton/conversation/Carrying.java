package dev.baton.conversation;

import static dev.baton.conversation.Decision.accept;
import static dev.baton.conversation.Decision.refuse;
import static dev.baton.conversation.Standing.responsibleOrSupervising;
import static dev.baton.conversation.Standing.supervises;
import static dev.baton.conversation.State.AWAITING_AGENT;
import static dev.baton.conversation.State.AWAITING_CUSTOMER;
import static dev.baton.conversation.State.QUEUED;

import dev.baton.conversation.Event.How;
import dev.baton.identity.AgentId;

/** How a conversation is carried on: to another agent, to another group, back to the line. */
final class Carrying {

    private Carrying() {}

    static Decision transferToAgent(Conversation conversation, Command.TransferToAgent transfer, Situation situation) {
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
                                transfer.note(),
                                situation.ageingSeconds(transfer.policyVersion()))));
    }

    static Decision transferToGroup(Conversation conversation, Command.TransferToGroup transfer, Situation situation) {
        if (!conversation.state().isOpen() || conversation.state() == QUEUED) {
            return refuse(Refusal.WRONG_STATE);
        }
        var objection = responsibleOrSupervising(conversation, transfer.by());
        if (objection != null) {
            return refuse(objection);
        }
        if (conversation.agent() == null && transfer.group().equals(conversation.group())) {
            return refuse(Refusal.SAME_GROUP);
        }
        return accept(
                transfer.by(),
                new Event.Transferred(
                        null,
                        transfer.group(),
                        transfer.policyVersion(),
                        transfer.reason(),
                        transfer.note(),
                        situation.ageingSeconds(transfer.policyVersion())));
    }

    static Decision reassign(Conversation conversation, Actor by) {
        if (!supervises(by)) {
            return refuse(Refusal.NOT_PERMITTED);
        }
        return conversation.state() == AWAITING_AGENT
                ? accept(by, new Event.Requeued("supervisor", conversation.agent()))
                : refuse(Refusal.WRONG_STATE);
    }

    /** Nothing happens any more when the agent is back before this is decided. */
    static Decision loseAgent(Conversation conversation, Command.LoseAgent lose, Situation situation) {
        return situation.agent(lose.agent()).map(lose::isOver).orElse(false)
                ? refuse(Refusal.CLOCK_MOVED_ON)
                : release(conversation, lose.agent(), lose.why());
    }

    static Decision release(Conversation conversation, AgentId agent, String why) {
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
}
