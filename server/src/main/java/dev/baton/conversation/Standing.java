package dev.baton.conversation;

import static dev.baton.conversation.Decision.refuse;

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

    static Decision orElse(Refusal objection, Supplier<Decision> otherwise) {
        return objection == null ? otherwise.get() : refuse(objection);
    }
}
