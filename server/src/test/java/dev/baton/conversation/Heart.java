package dev.baton.conversation;

import dev.baton.conversation.policy.Policy;
import dev.baton.identity.AgentId;
import java.util.List;
import java.util.Set;

/** The four functions that make the workflow: the real ones, or ones with a bug put in to see it found. */
record Heart(Decide decide, Evolve evolve, Deadlines deadlines, Consults consults) {

    interface Decide {
        Decision decide(Conversation conversation, Command command, Situation situation);
    }

    interface Evolve {
        Conversation evolve(Conversation conversation, Entry entry);
    }

    interface Deadlines {
        List<Deadline> deadlines(Conversation conversation, Policy policy);
    }

    interface Consults {
        Set<AgentId> consults(Conversation conversation, Command command);
    }

    static final Heart REAL =
            new Heart(Lifecycle::decide, Lifecycle::evolve, Lifecycle::deadlines, Lifecycle::consults);

    Heart with(Decide other) {
        return new Heart(other, evolve, deadlines, consults);
    }

    Heart with(Evolve other) {
        return new Heart(decide, other, deadlines, consults);
    }

    Heart with(Deadlines other) {
        return new Heart(decide, evolve, other, consults);
    }

    Heart with(Consults other) {
        return new Heart(decide, evolve, deadlines, other);
    }
}
