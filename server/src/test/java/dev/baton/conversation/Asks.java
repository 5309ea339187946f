package dev.baton.conversation;

import static dev.baton.conversation.Scene.AMY;
import static dev.baton.conversation.Scene.BACKUP;
import static dev.baton.conversation.Scene.BO;
import static dev.baton.conversation.Scene.BROKEN;
import static dev.baton.conversation.Scene.CHEN;
import static dev.baton.conversation.Scene.DEE;
import static dev.baton.conversation.Scene.LIN;
import static dev.baton.conversation.Scene.OFFERS;
import static dev.baton.conversation.Scene.PRICES;
import static dev.baton.conversation.Scene.REPAIRS;
import static dev.baton.conversation.Scene.SALES;

import dev.baton.conversation.Event.How;
import dev.baton.identity.AgentId;
import dev.baton.identity.GroupId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Everything that anybody could ask of a conversation as it stands, sensible or not, and who the agents could be. */
final class Asks {

    static final List<AgentId> AGENTS = List.of(AMY, BO, DEE);
    private static final List<Actor> EVERYBODY =
            List.of(LIN, new Actor.Agent(AMY), new Actor.Agent(BO), new Actor.Agent(DEE), CHEN, Actor.SYSTEM);

    private static final Command.Transfer TRANSFER = new Command.Transfer("other", null);

    private static final Map<List<?>, List<Map<AgentId, AgentView>>> CIRCUMSTANCES = new ConcurrentHashMap<>();

    private Asks() {}

    /** @param handingOver whether agents go home, too */
    static List<Command> of(Conversation c, boolean handingOver) {
        var asks = new ArrayList<Command>();
        var otherGroup = c.group().equals(SALES) ? REPAIRS : SALES;
        var sibling = PRICES.equals(c.category()) ? OFFERS : PRICES;
        for (var by : EVERYBODY) {
            words(asks, by);
            carrying(asks, c, by, otherGroup);
            if (handingOver) {
                AGENTS.forEach(
                        to -> asks.add(new Command.TransferToAgent(by, to, c.group(), 0, TRANSFER.handingOver())));
            }
            asks.add(new Command.ChangeCategory(by, sibling, c.group(), 0));
            asks.add(new Command.ChangeCategory(by, c.category(), c.group(), 0));
            asks.add(new Command.ChangeCategory(by, BROKEN, otherGroup, 0));
            asks.add(new Command.SetPriority(by, c.priority()));
            asks.add(new Command.SetPriority(by, 1 - c.priority()));
            ending(asks, by);
        }
        for (var agent : AGENTS) {
            assigning(asks, agent);
            for (var why : List.of("offline", "disabled", "removed")) {
                asks.add(new Command.LoseAgent(agent, why));
            }
            asks.add(new Command.EndShift(agent));
        }
        asks.add(new Command.CustomerGone());
        for (var clock : Clock.values()) {
            asks.add(new Command.Fire(clock));
        }
        return asks;
    }

    private static void words(List<Command> asks, Actor by) {
        asks.add(new Command.Say(by, "words", List.of()));
        asks.add(new Command.Note(by, "a note"));
    }

    private static void carrying(List<Command> asks, Conversation c, Actor by, GroupId otherGroup) {
        for (var to : AGENTS) {
            asks.add(new Command.TransferToAgent(by, to, c.group(), 0, TRANSFER));
            asks.add(new Command.TransferToAgent(by, to, otherGroup, 0, TRANSFER));
            asks.add(new Command.TransferToAgent(by, to, c.group(), 0, TRANSFER.overriding()));
        }
        asks.add(new Command.TransferToGroup(by, c.group(), 0, TRANSFER));
        asks.add(new Command.TransferToGroup(by, otherGroup, 0, TRANSFER));
        asks.add(new Command.TransferToGroup(by, otherGroup, 0, TRANSFER.overriding()));
        asks.add(new Command.WithdrawOffer(by));
        asks.add(new Command.Reassign(by));
        asks.add(new Command.Park(by, "closed"));
        asks.add(new Command.Unpark(by));
    }

    private static void ending(List<Command> asks, Actor by) {
        asks.add(new Command.AskToEnd(by, null));
        asks.add(new Command.Withdraw(by));
        asks.add(new Command.Resolve(by));
        asks.add(new Command.Unresolve(by, "other", null));
        asks.add(new Command.Leave(by));
        asks.add(new Command.End(by, "spam"));
        asks.add(new Command.Rate(by, 3, null));
    }

    private static void assigning(List<Command> asks, AgentId agent) {
        for (var by : EVERYBODY) {
            for (var how : List.of(How.AUTOMATIC, How.PICK, How.SUPERVISOR)) {
                asks.add(new Command.Assign(by, agent, how, false));
                asks.add(new Command.Assign(by, agent, how, true));
            }
        }
        asks.add(new Command.Offer(agent));
        asks.add(new Command.AcceptOffer(agent));
        asks.add(new Command.DeclineOffer(agent));
    }

    /**
     * Each of these agents in every standing, one after the other while the rest are fine.
     *
     * @param all or only the best and the worst
     */
    static List<Map<AgentId, AgentView>> circumstances(Set<AgentId> agents, GroupId group, boolean all) {
        return CIRCUMSTANCES.computeIfAbsent(List.of(agents, group, all), key -> {
            var circumstances = new ArrayList<Map<AgentId, AgentView>>();
            for (var varied : agents) {
                var views = views(varied, group);
                for (var view : all ? views : List.of(views.getFirst(), views.getLast())) {
                    var standing = new HashMap<AgentId, AgentView>();
                    agents.forEach(id -> standing.put(id, views(id, group).getFirst()));
                    standing.put(varied, view);
                    circumstances.add(Map.copyOf(standing));
                }
            }
            return circumstances;
        });
    }

    /** Every way an agent can stand towards a conversation of this group, as far as a rule could tell. */
    private static List<AgentView> views(AgentId id, GroupId group) {
        var here = Set.of(group);
        var both = Set.of(SALES, REPAIRS);
        var views = new ArrayList<AgentView>();
        for (var availability : Availability.values()) {
            for (boolean connected : List.of(true, false)) {
                views.add(new AgentView(id, true, connected, availability, both, 3, 1));
            }
        }
        views.add(new AgentView(id, true, true, Availability.READY, both, 3, 3));
        views.add(new AgentView(id, true, true, Availability.READY, both, 3, 4));
        views.add(new AgentView(id, true, true, Availability.NOT_TAKING, both, 3, 3));
        views.add(new AgentView(id, false, true, Availability.READY, both, 3, 1));
        views.add(new AgentView(id, false, false, Availability.OFF, both, 3, 1));
        views.add(new AgentView(id, true, true, Availability.READY, here, 3, 1));
        views.add(new AgentView(id, true, true, Availability.READY, Set.of(BACKUP), 3, 1));
        views.add(new AgentView(id, true, true, Availability.READY, both, 3, 1, Map.of(group, 0), null));
        views.add(new AgentView(id, true, true, Availability.READY, both, 3, 1, Map.of(), Scene.NINE));
        views.add(new AgentView(id, true, true, Availability.READY, Set.of(), 3, 1));
        return views;
    }
}
