package dev.baton.conversation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.baton.identity.AgentId;
import dev.baton.identity.CategoryId;
import dev.baton.identity.GroupId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Everything that can happen in a conversation. Each event is one entry of its log; the conversation
 * is the fold of them. Facts never fail: {@link Lifecycle#evolve} is total.
 */
public sealed interface Event {

    /** Whether the customer sees the entry; only such entries get a {@code public_seq}. */
    @JsonIgnore
    default boolean isPublic() {
        return true;
    }

    /** What somebody wrote. */
    sealed interface Worded extends Event {
        String body();

        default List<UUID> attachments() {
            return List.of();
        }
    }

    /** Words that the customer can see, from either side. Only these flip the turn. */
    record Said(String body, List<UUID> attachments) implements Worded {}

    /** Words for staff only. */
    record Noted(String body) implements Worded {
        @Override
        public boolean isPublic() {
            return false;
        }
    }

    /**
     * @param ageingSeconds the policy's; null in logs from before there was one
     * @param slots what it takes of a capacity; null likewise, and means one
     */
    record Started(
            GroupId group,
            CategoryId category,
            int priority,
            int policyVersion,
            ConversationId follows,
            Long ageingSeconds,
            Integer slots)
            implements Event {}

    /** @param why the facts that decided, for staff; null when people did */
    record Assigned(AgentId agent, How how, Why why) implements Event {
        public Assigned(AgentId agent, How how) {
            this(agent, how, null);
        }
    }

    /** @param why the facts that decided */
    record Offered(AgentId agent, Why why) implements Event {
        public Offered(AgentId agent) {
            this(agent, null);
        }

        @Override
        public boolean isPublic() {
            return false;
        }
    }

    /**
     * @param why {@code declined}, {@code missed} or {@code withdrawn}; an offer from the line is not made to the same agent again
     * @param reason a code of the catalogue for declining; null without
     */
    record OfferEnded(AgentId agent, String why, String reason) implements Event {
        public OfferEnded(AgentId agent, String why) {
            this(agent, why, null);
        }

        @Override
        public boolean isPublic() {
            return false;
        }
    }

    /** @param ageingSeconds the policy's, as in {@link Started} */
    record CategoryChanged(CategoryId category, GroupId group, int policyVersion, Long ageingSeconds)
            implements Event {}

    /**
     * @param groups whose agents may serve it too, as long as it waits
     */
    record Overflowed(Set<GroupId> groups) implements Event {
        public Overflowed {
            groups = groups == null ? Set.of() : Set.copyOf(groups);
        }

        @Override
        public boolean isPublic() {
            return false;
        }
    }

    record QueueAlarmed() implements Event {
        @Override
        public boolean isPublic() {
            return false;
        }
    }

    /**
     * @param why {@code closed}, {@code full}, {@code queue_timeout}, or what else it was
     * @param until when the group opens; null when nobody knows, and when it does not wait for that
     */
    record Parked(String why, Instant until) implements Event {
        public Parked(String why) {
            this(why, null);
        }
    }

    record Unparked() implements Event {
        @Override
        public boolean isPublic() {
            return false;
        }
    }

    record PriorityChanged(int priority) implements Event {
        @Override
        public boolean isPublic() {
            return false;
        }
    }

    /** An agent is asked whether they take it over; it stays where it is until they answer. */
    record TransferOffered(AgentId agent, TransferTerms terms) implements Event {
        @Override
        public boolean isPublic() {
            return false;
        }
    }

    /**
     * To an agent, or to a group's queue when {@code toAgent} is null.
     *
     * @param from who answered for it, null when nobody did
     * @param fromGroup the group that it comes from
     * @param category as which it was asked
     * @param ageingSeconds the policy's, as in {@link Started}
     */
    record Transferred(
            AgentId toAgent,
            AgentId from,
            GroupId fromGroup,
            CategoryId category,
            TransferTerms terms,
            Long ageingSeconds)
            implements Event {}

    /**
     * Back to the line with its original age.
     *
     * @param excluded an agent who shall not get this conversation again, or null
     */
    record Requeued(String why, AgentId excluded) implements Event {}

    /** No agent any more, and nobody is disturbed until the customer moves. */
    record Unattended(String why) implements Event {
        @Override
        public boolean isPublic() {
            return false;
        }
    }

    record Nudged() implements Event {
        @Override
        public boolean isPublic() {
            return false;
        }
    }

    record ReplyAlarmed(int count) implements Event {
        @Override
        public boolean isPublic() {
            return false;
        }
    }

    /**
     * @param freesSlot whether the agent's slot is given to somebody else meanwhile
     */
    record Silenced(boolean freesSlot) implements Event {
        @Override
        public boolean isPublic() {
            return false;
        }
    }

    /**
     * @param number counts from 1; the text is the policy's, in the customer's language when shown
     */
    record Reminded(int number) implements Event {}

    record AskedToEnd(String summary) implements Event {}

    record Withdrawn() implements Event {}

    record Unresolved(String reason, String text) implements Event {}

    /**
     * @param state {@code ENDED} or {@code SYSTEM_ENDED}
     * @param reason never null
     * @param clock the clock that ended it, for system ends
     */
    record Ended(State state, String reason, Clock clock) implements Event {

        /** Reasons that the lifecycle gives by itself; what staff may choose from never contains them. */
        public static final Set<String> OWN_REASONS = Set.of(
                "confirmed",
                "agent_ended",
                "customer_ended",
                "customer_left",
                "customer_gone",
                "customer_silent",
                "queue_timeout",
                "confirmation_timeout");
    }

    /**
     * The customer came back within the reopen window.
     *
     * @param agent the same agent, or null for the queue
     */
    record Reopened(AgentId agent, long gapSeconds) implements Event {}

    /**
     * @param score 1 to 5
     */
    record Rated(int score, String comment, int round) implements Event {}

    /** How an agent came to a conversation. */
    enum How {
        AUTOMATIC,
        PICK,
        OFFER,
        SUPERVISOR,
        RETURN
    }
}
