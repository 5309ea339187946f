package dev.baton.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.conversation.Decision.Happening;
import dev.baton.conversation.Event.How;
import dev.baton.conversation.policy.Policy;
import dev.baton.identity.AgentId;
import dev.baton.identity.CategoryId;
import dev.baton.identity.CustomerId;
import dev.baton.identity.GroupId;
import dev.baton.identity.SiteId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** One conversation, its people and its clock, without a server: what a test tells and what then is. */
final class Scene {

    static final CustomerId LIN_ID = new CustomerId(new UUID(7, 1));
    static final AgentId AMY = new AgentId(new UUID(1, 1));
    static final AgentId BO = new AgentId(new UUID(1, 2));
    static final AgentId DEE = new AgentId(new UUID(1, 3));
    static final AgentId CHEN_ID = new AgentId(new UUID(1, 9));
    static final Actor LIN = new Actor.Customer(LIN_ID);
    static final Actor CHEN = new Actor.Agent(CHEN_ID, true);
    static final GroupId SALES = new GroupId(new UUID(2, 1));
    static final GroupId REPAIRS = new GroupId(new UUID(2, 2));
    static final GroupId BACKUP = new GroupId(new UUID(2, 3));
    static final CategoryId PRICES = new CategoryId(new UUID(3, 1));
    static final CategoryId OFFERS = new CategoryId(new UUID(3, 2));
    static final CategoryId BROKEN = new CategoryId(new UUID(3, 3));
    static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

    final List<Entry> log = new ArrayList<>();
    final Map<AgentId, AgentView> agents = new HashMap<>();
    Conversation conversation =
            Conversation.unstarted(new ConversationId(new UUID(9, 1)), new SiteId(new UUID(8, 1)), LIN_ID);
    Instant now = NINE;
    Policy policy = Policy.DEFAULT;

    private Scene() {
        for (var id : List.of(AMY, BO, DEE, CHEN_ID)) {
            agents.put(id, new AgentView(id, true, true, Availability.READY, Set.of(SALES, REPAIRS), 3, 0));
        }
    }

    // --- scenes to begin with

    /** Lin has chosen a category and has not written yet. */
    static Scene chosen() {
        var scene = new Scene();
        scene.append(new Happening(LIN, new Event.Started(SALES, PRICES, 0, 0, null, 600L, 1)));
        return scene;
    }

    static Scene queued() {
        return chosen().accepts(says("how much is it?"));
    }

    /** Amy has it and owes an answer. */
    static Scene assigned() {
        return queued().accepts(automatic(AMY));
    }

    static Scene answered() {
        return assigned().accepts(says(AMY, "ten euros"));
    }

    static Scene silent() {
        return answered().later(Duration.ofMinutes(5)).fires(Clock.SILENT_AFTER);
    }

    static Scene unattended() {
        return answered().accepts(new Command.EndShift(AMY));
    }

    static Scene askedToEnd() {
        return answered().accepts(new Command.AskToEnd(by(AMY), "ten euros"));
    }

    static Scene ended() {
        return askedToEnd().accepts(new Command.Resolve(LIN));
    }

    static Scene systemEnded() {
        return askedToEnd().later(Duration.ofMinutes(30)).fires(Clock.CONFIRMATION_TIMEOUT);
    }

    static Scene in(State state) {
        return switch (state) {
            case QUEUED -> queued();
            case AWAITING_AGENT -> assigned();
            case AWAITING_CUSTOMER -> answered();
            case AWAITING_CONFIRMATION -> askedToEnd();
            case ENDED -> ended();
            case SYSTEM_ENDED -> systemEnded();
        };
    }

    // --- commands, in the words of the house

    static Actor by(AgentId agent) {
        return new Actor.Agent(agent);
    }

    static Command says(String words) {
        return new Command.Say(LIN, words, List.of());
    }

    static Command says(AgentId agent, String words) {
        return new Command.Say(by(agent), words, List.of());
    }

    static Command automatic(AgentId agent) {
        return new Command.Assign(Actor.SYSTEM, agent, How.AUTOMATIC, false);
    }

    static Command picks(AgentId agent) {
        return new Command.Assign(by(agent), agent, How.PICK, false);
    }

    static Command assigns(AgentId agent) {
        return new Command.Assign(CHEN, agent, How.SUPERVISOR, false);
    }

    static Command overrides(AgentId agent) {
        return new Command.Assign(CHEN, agent, How.SUPERVISOR, true);
    }

    static Command transfers(Actor by, AgentId to) {
        return new Command.TransferToAgent(by, to, SALES, 0, new Command.Transfer("needs_expert", "knows the machine"));
    }

    static Command transfers(Actor by, GroupId to) {
        return new Command.TransferToGroup(by, to, 1, new Command.Transfer("wrong_topic", null));
    }

    static Command chooses(Actor by, CategoryId category, GroupId group) {
        return new Command.ChangeCategory(by, category, group, 1);
    }

    // --- telling

    Scene accepts(Command command) {
        switch (Lifecycle.decide(conversation, command, situation())) {
            case Decision.Accepted(var happenings) -> happenings.forEach(this::append);
            case Decision.Refused(var refusal) ->
                throw new AssertionError(command + " was refused in " + conversation.state() + ": " + refusal);
        }
        return this;
    }

    /** A refusal changes nothing; there is nothing to undo. */
    Scene refuses(Command command, Refusal refusal) {
        assertThat(Lifecycle.decide(conversation, command, situation()))
                .as("%s in %s", command, conversation.state())
                .isEqualTo(new Decision.Refused(refusal));
        return this;
    }

    Scene fires(Clock clock) {
        return accepts(new Command.Fire(clock));
    }

    Scene later(Duration time) {
        now = now.plus(time);
        return this;
    }

    Scene under(Policy other) {
        policy = other;
        return this;
    }

    Scene availability(AgentId agent, Availability availability) {
        var old = agents.get(agent);
        return set(new AgentView(
                agent, old.enabled(), old.connected(), availability, old.groups(), old.capacity(), old.load()));
    }

    Scene disconnected(AgentId agent) {
        var old = agents.get(agent);
        return set(new AgentView(
                agent, old.enabled(), false, old.availability(), old.groups(), old.capacity(), old.load()));
    }

    Scene disabled(AgentId agent) {
        var old = agents.get(agent);
        return set(new AgentView(
                agent, false, old.connected(), old.availability(), old.groups(), old.capacity(), old.load()));
    }

    Scene full(AgentId agent) {
        return set(agents.get(agent).plus(SALES, 3));
    }

    Scene member(AgentId agent, GroupId... groups) {
        var old = agents.get(agent);
        return set(new AgentView(
                agent, old.enabled(), old.connected(), old.availability(), Set.of(groups), old.capacity(), old.load()));
    }

    private Scene set(AgentView view) {
        agents.put(view.id(), view);
        return this;
    }

    // --- looking

    Situation situation() {
        return new Situation(now, policy, Map.copyOf(agents));
    }

    Event last() {
        return log.getLast().event();
    }

    Event beforeLast() {
        return log.get(log.size() - 2).event();
    }

    /** Each armed clock with the seconds from now to its due instant, earliest first. */
    Map<Clock, Long> clocks() {
        var due = new java.util.LinkedHashMap<Clock, Long>();
        Lifecycle.deadlines(conversation, policy)
                .forEach(d -> due.put(d.clock(), Duration.between(now, d.due()).toSeconds()));
        return due;
    }

    private void append(Happening happening) {
        var entry = Entry.next(conversation, now, happening, null);
        conversation = Lifecycle.evolve(conversation, entry);
        log.add(entry);
    }
}
