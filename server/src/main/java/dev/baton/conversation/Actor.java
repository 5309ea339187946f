package dev.baton.conversation;

import dev.baton.identity.AgentId;
import dev.baton.identity.CustomerId;

/** Who did something: stored with every entry. */
public sealed interface Actor {

    /** The customer of the conversation. */
    record Customer(CustomerId id) implements Actor {}

    /**
     * A member of staff.
     *
     * @param supervises whether they may act on conversations that are not assigned to them; checked
     *     when deciding, not stored
     */
    record Agent(AgentId id, boolean supervises) implements Actor {
        public Agent(AgentId id) {
            this(id, false);
        }
    }

    /** Baton itself: the router, a clock, a policy. */
    record System() implements Actor {}

    Actor SYSTEM = new System();
}
