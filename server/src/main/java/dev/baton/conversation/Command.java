package dev.baton.conversation;

import dev.baton.identity.AgentId;
import dev.baton.identity.CategoryId;
import dev.baton.identity.GroupId;
import java.util.List;
import java.util.UUID;

/** Everything that can be asked of a conversation. {@link Lifecycle#decide} answers each in each state. */
public sealed interface Command {

    /** Words carry a client's id and may be retried for ever. */
    sealed interface Worded extends Command {
        Actor by();

        Event.Worded event();
    }

    /** Words for the other side. */
    record Say(Actor by, String body, List<UUID> attachments) implements Worded {
        @Override
        public Event.Said event() {
            return new Event.Said(body, attachments);
        }
    }

    /** Words for staff only. */
    record Note(Actor by, String body) implements Worded {
        @Override
        public Event.Noted event() {
            return new Event.Noted(body);
        }
    }

    /**
     * The router's, a supervisor's or, with {@code how = PICK}, the agent's own choice.
     *
     * @param overrides a supervisor may go beyond capacity, availability and exclusion
     * @param why the router's facts; null when people decide
     */
    record Assign(Actor by, AgentId agent, Event.How how, boolean overrides, Why why) implements Command {
        public Assign(Actor by, AgentId agent, Event.How how, boolean overrides) {
            this(by, agent, how, overrides, null);
        }
    }

    record Offer(AgentId agent, Why why) implements Command {
        public Offer(AgentId agent) {
            this(agent, null);
        }
    }

    record AcceptOffer(AgentId agent) implements Command {}

    /** @param reason a code of the catalogue, or null */
    record DeclineOffer(AgentId agent, String reason) implements Command {
        public DeclineOffer(AgentId agent) {
            this(agent, null);
        }
    }

    /**
     * @param policyVersion the newest policy of that group
     */
    record ChangeCategory(Actor by, CategoryId category, GroupId group, int policyVersion) implements Command {}

    /**
     * What somebody says who gives a conversation to somebody else.
     *
     * @param reason a code of the transfer catalogue
     * @param overrides a supervisor may go beyond capacity, availability, exclusion and the bounce limit, and asks nobody
     * @param handOver at the end of a shift: the other agent may always refuse, and it does not count as a bounce
     */
    record Transfer(String reason, String note, boolean overrides, boolean handOver) {
        public Transfer(String reason, String note) {
            this(reason, note, false, false);
        }

        public Transfer overriding() {
            return new Transfer(reason, note, true, handOver);
        }

        public Transfer handingOver() {
            return new Transfer(reason, note, overrides, true);
        }
    }

    /** @param policyVersion the newest policy of that group */
    record TransferToAgent(Actor by, AgentId agent, GroupId group, int policyVersion, Transfer transfer)
            implements Command {}

    /** @param policyVersion the newest policy of that group */
    record TransferToGroup(Actor by, GroupId group, int policyVersion, Transfer transfer) implements Command {}

    /** Whoever answers for a conversation, or a supervisor, does not want to give it to the agent who was asked any more. */
    record WithdrawOffer(Actor by) implements Command {}

    /** A supervisor takes the conversation away from its agent. */
    record Reassign(Actor by) implements Command {}

    /**
     * The agent is offline past the grace, disabled, or no longer a member.
     *
     * @param why {@code offline}, {@code disabled}, {@code removed}
     */
    record LoseAgent(AgentId agent, String why) implements Command {

        /** Whether the agent, as they stand now, is back. */
        boolean isOver(AgentView now) {
            return switch (why) {
                case "offline" -> now.enabled() && now.connected();
                case "disabled" -> now.enabled();
                default -> false;
            };
        }
    }

    record EndShift(AgentId agent) implements Command {}

    record AskToEnd(Actor by, String summary) implements Command {}

    record Withdraw(Actor by) implements Command {}

    record Resolve(Actor by) implements Command {}

    record Unresolve(Actor by, String reason, String text) implements Command {}

    record Leave(Actor by) implements Command {}

    /** The customer ends it, or a member of staff without asking; the latter with a catalogue reason. */
    record End(Actor by, String reason) implements Command {
        public End {
            if (by instanceof Actor.Agent && (reason == null || reason.isBlank())) {
                throw new IllegalArgumentException("staff name the reason of an end");
            }
        }
    }

    /** The customer's screen is gone for longer than the group waits. */
    record CustomerGone() implements Command {}

    record Park(Actor by, String why) implements Command {}

    record Unpark(Actor by) implements Command {}

    record SetPriority(Actor by, int priority) implements Command {}

    /**
     * @param score 1 to 5
     */
    record Rate(Actor by, int score, String comment) implements Command {
        public Rate {
            if (score < 1 || score > 5) {
                throw new IllegalArgumentException("a score is between 1 and 5, not " + score);
            }
        }
    }

    /** A clock came due; refused when the conversation has moved on meanwhile. */
    record Fire(Clock clock) implements Command {}
}
