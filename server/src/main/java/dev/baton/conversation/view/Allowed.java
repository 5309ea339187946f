package dev.baton.conversation.view;

import dev.baton.conversation.Actor;
import dev.baton.conversation.AgentView;
import dev.baton.conversation.Availability;
import dev.baton.conversation.Command;
import dev.baton.conversation.Conversation;
import dev.baton.conversation.Decision;
import dev.baton.conversation.Event;
import dev.baton.conversation.Lifecycle;
import dev.baton.conversation.Situation;
import dev.baton.conversation.policy.Policy;
import dev.baton.identity.AgentId;
import dev.baton.identity.CategoryId;
import dev.baton.identity.GroupId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What somebody may do now: not a second set of rules, but the lifecycle asked in advance. What changes by the minute is
 * taken at its best - on duty, with a free slot - so that the list follows from the conversation alone; the command itself
 * is judged by the facts.
 */
public final class Allowed {

    /** Neither the group nor the category of any conversation, so that "another one" can be asked for. */
    private static final UUID ANOTHER = new UUID(0, 0);

    private static final int AMPLE = 100;

    /** Stands for words and reasons, which no answer depends on. */
    private static final String PROBE = "-";

    private Allowed() {}

    /**
     * Everything about a viewer that the answer depends on: viewers who agree in it get the same list.
     *
     * @param groups those that matter, or all
     */
    public record Standing(AgentId id, boolean supervises, Set<GroupId> groups) {}

    public static List<StaffAction> staff(Conversation conversation, Policy policy, Standing viewer, Instant now) {
        var by = new Actor.Agent(viewer.id(), viewer.supervises());
        var atBest = new AgentView(viewer.id(), true, true, Availability.READY, viewer.groups(), AMPLE, 0);
        var situation = new Situation(now, policy, Map.of(viewer.id(), atBest));
        return Arrays.stream(StaffAction.values())
                .filter(action -> accepts(conversation, command(action, by, conversation), situation))
                .toList();
    }

    static List<CustomerAction> customer(Conversation conversation, Policy policy, Instant now) {
        var by = new Actor.Customer(conversation.customer());
        var situation = new Situation(now, policy, agentsAtBest(conversation));
        return Arrays.stream(CustomerAction.values())
                // Words are never refused: too late for this conversation, they start the next one.
                .filter(action ->
                        action == CustomerAction.SEND || accepts(conversation, command(action, by), situation))
                .toList();
    }

    private static Command command(StaffAction action, Actor.Agent by, Conversation conversation) {
        return switch (action) {
            case REPLY -> new Command.Say(by, PROBE, List.of());
            case NOTE -> new Command.Note(by, PROBE);
            case PICK -> new Command.Assign(by, by.id(), Event.How.PICK, false);
            case ASSIGN -> new Command.Assign(by, by.id(), Event.How.SUPERVISOR, true);
            case TRANSFER ->
                new Command.TransferToGroup(by, new GroupId(ANOTHER), 0, new Command.Transfer(PROBE, null));
            case ASK_TO_END -> new Command.AskToEnd(by, null);
            case WITHDRAW -> new Command.Withdraw(by);
            case END -> new Command.End(by, PROBE);
            case CHANGE_CATEGORY -> new Command.ChangeCategory(by, new CategoryId(ANOTHER), new GroupId(ANOTHER), 0);
            case SET_PRIORITY -> new Command.SetPriority(by, conversation.priority() + 1);
        };
    }

    private static Command command(CustomerAction action, Actor by) {
        return switch (action) {
            case SEND -> new Command.Say(by, PROBE, List.of());
            case LEAVE -> new Command.Leave(by);
            case END -> new Command.End(by, PROBE);
            case RESOLVE -> new Command.Resolve(by);
            case UNRESOLVE -> new Command.Unresolve(by, null, null);
            case RATE -> new Command.Rate(by, 1, null);
            case CHANGE_CATEGORY -> new Command.ChangeCategory(by, new CategoryId(ANOTHER), new GroupId(ANOTHER), 0);
        };
    }

    private static boolean accepts(Conversation conversation, Command command, Situation situation) {
        return Lifecycle.decide(conversation, command, situation) instanceof Decision.Accepted;
    }

    private static Map<AgentId, AgentView> agentsAtBest(Conversation conversation) {
        AgentId agent = conversation.agent();
        return agent == null
                ? Map.of()
                : Map.of(
                        agent,
                        new AgentView(agent, true, true, Availability.READY, Set.of(conversation.group()), AMPLE, 0));
    }
}
