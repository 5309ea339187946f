package dev.baton.conversation;

import dev.baton.conversation.Event.How;
import dev.baton.conversation.policy.Policy;
import dev.baton.identity.AgentId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Who may be given a conversation: a list of rules, each of which names its own refusal. */
final class AssignmentRules {

    /** One rule: the refusal, or null when it is content. */
    private interface Rule {
        Refusal objection(AgentView agent, Conversation conversation, Policy policy);
    }

    private static final Rule ENABLED = (agent, c, p) -> agent.enabled() ? null : Refusal.AGENT_DISABLED;
    private static final Rule MEMBER = (agent, c, p) -> c.isServedBy(agent.groups()) ? null : Refusal.AGENT_NOT_MEMBER;
    private static final Rule READY = (agent, c, p) ->
            agent.connected() && agent.availability() == Availability.READY ? null : Refusal.AGENT_OFF_DUTY;
    // Whoever picks is evidently there; but one who is on a break or off must say that it is over.
    private static final Rule ON_DUTY =
            (agent, c, p) -> agent.availability().isOnDuty() ? null : Refusal.AGENT_OFF_DUTY;
    private static final Rule NOT_EXCLUDED =
            (agent, c, p) -> c.excluded().contains(agent.id()) ? Refusal.AGENT_EXCLUDED : null;
    private static final Rule NOT_HANDED_BACK =
            (agent, c, p) -> agent.id().equals(c.handedBackBy()) ? Refusal.AGENT_EXCLUDED : null;
    private static final Rule FREE_SLOTS = (agent, c, p) -> agent.hasFreeSlots(c.slots()) ? null : Refusal.AGENT_FULL;
    private static final Rule BELOW_CEILING =
            (agent, c, p) -> agent.hasRoom(c.group(), c.slots()) ? null : Refusal.AGENT_AT_CEILING;

    private static final List<Rule> GIVEN = List.of(ENABLED, MEMBER, READY, NOT_EXCLUDED, FREE_SLOTS, BELOW_CEILING);
    private static final List<Rule> ROUTED =
            Stream.concat(GIVEN.stream(), Stream.of(NOT_HANDED_BACK)).toList();
    private static final List<Rule> PICKED = List.of(ENABLED, MEMBER, ON_DUTY, NOT_EXCLUDED, FREE_SLOTS, BELOW_CEILING);
    private static final List<Rule> OVERRIDDEN = List.of(ENABLED);

    private AssignmentRules() {}

    static Optional<Refusal> objection(
            How how, boolean overrides, Situation situation, AgentId agent, Conversation conversation) {
        var found = situation.agent(agent);
        if (found.isEmpty()) {
            return Optional.of(Refusal.AGENT_UNKNOWN);
        }
        if (how == How.AUTOMATIC && isGoingHome(found.get(), situation)) {
            return Optional.of(Refusal.AGENT_SHIFT_ENDING);
        }
        return rules(how, overrides).stream()
                .flatMap(rule -> Stream.ofNullable(rule.objection(found.get(), conversation, situation.policy())))
                .findFirst();
    }

    /** People may still give each other work then; what nobody has decided waits for those who stay. */
    private static boolean isGoingHome(AgentView agent, Situation situation) {
        var stop = situation.policy().shiftEnd().stopNewWorkSeconds();
        return agent.shiftEndsAt() != null
                && !situation.now().isBefore(agent.shiftEndsAt().minusSeconds(stop));
    }

    private static List<Rule> rules(How how, boolean overrides) {
        if (overrides) {
            return OVERRIDDEN;
        }
        return switch (how) {
            case PICK, OFFER -> PICKED;
            case AUTOMATIC -> ROUTED;
            case SUPERVISOR, RETURN -> GIVEN;
        };
    }
}
