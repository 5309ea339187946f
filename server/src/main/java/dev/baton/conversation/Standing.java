package dev.baton.conversation;

import static dev.baton.conversation.Decision.refuse;

import dev.baton.conversation.Event.How;
import dev.baton.identity.AgentId;
import java.util.function.Supplier;

/** In what standing somebody is towards a conversation: null, or the refusal that follows. */
final class Standing {

    private Standing() {}

    /** Null when this agent answers for the conversation now, else the refusal. */
    static Refusal responsible(Conversation conversation, Actor by) {
        if (!(by instanceof Actor.Agent agent)) {
            return Refusal.NOT_PERMITTED;
        }
        if (!conversation.state().isOpen()) {
            return Refusal.WRONG_STATE;
        }
        if (conversation.agent() == null) {
            return Refusal.NOT_ASSIGNED;
        }
        return conversation.agent().equals(agent.id()) ? null : Refusal.NOT_YOUR_CONVERSATION;
    }

    static Refusal responsibleOrSupervising(Conversation conversation, Actor by) {
        return supervises(by) ? null : responsible(conversation, by);
    }

    static boolean supervises(Actor by) {
        return by instanceof Actor.Agent agent && agent.supervises();
    }

    static boolean isCustomer(Actor by) {
        return by instanceof Actor.Customer;
    }

    /** Whether this actor may give conversations in this way: the router, agents to themselves, supervisors to others. */
    static boolean mayGive(Command.Assign assign) {
        return switch (assign.by()) {
            case Actor.Customer customer -> false;
            case Actor.System system -> assign.how() == How.AUTOMATIC && !assign.overrides();
            case Actor.Agent agent ->
                (agent.supervises() || !assign.overrides())
                        && (assign.how() == How.PICK
                                ? agent.id().equals(assign.agent())
                                : assign.how() == How.SUPERVISOR && agent.supervises());
        };
    }

    /** Null when the conversation is offered to this agent. */
    static Refusal offerTo(Conversation conversation, AgentId agent) {
        if (conversation.offeredTo() == null) {
            if (conversation.state() == State.QUEUED) {
                return Refusal.NO_OFFER;
            }
            return conversation.agent() == null ? Refusal.WRONG_STATE : Refusal.ALREADY_ASSIGNED;
        }
        return conversation.offeredTo().equals(agent) ? null : Refusal.NOT_OFFERED_TO_YOU;
    }

    /** Null when it is for this actor to say whether it is solved. */
    static Refusal answering(Conversation conversation, Actor by) {
        if (!isCustomer(by)) {
            return Refusal.NOT_PERMITTED;
        }
        return conversation.state() == State.AWAITING_CONFIRMATION ? null : Refusal.WRONG_STATE;
    }

    static Decision orElse(Refusal objection, Supplier<Decision> otherwise) {
        return objection == null ? otherwise.get() : refuse(objection);
    }
}
