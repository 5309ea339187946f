package dev.baton.conversation;

import static dev.baton.conversation.Scene.LIN;
import static dev.baton.conversation.Scene.NINE;
import static dev.baton.conversation.Scene.PRICES;
import static dev.baton.conversation.Scene.REPAIRS;
import static dev.baton.conversation.Scene.SALES;

import dev.baton.conversation.Decision.Happening;
import dev.baton.conversation.policy.Policy;
import dev.baton.identity.AgentId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;

/**
 * Walks every conversation that can come to be under a policy, breadth first to a fixed point: in each state
 * everybody asks everything, of agents in every standing, and the clock moves on by a minute. Two moments
 * count as one when they differ only in what no rule looks at: names, and times beyond the last clock.
 */
final class Exploration {

    private static final Duration TICK = Duration.ofSeconds(60);

    /** Longer than any clock of the explored policies: beyond it, later is no different from late. */
    private static final int LATE = 5;

    private record Moment(Conversation conversation, Memory memory, Instant now, Moment from, Command by) {}

    /** What follows from some happenings: the same whoever the agents were. */
    private record Outcome(List<Entry> entries, Conversation after, Memory memory, List<Deadline> clocks) {}

    final Set<String> broken = new LinkedHashSet<>();
    final Set<String> rows = new TreeSet<>();
    final Set<Refusal> refusals = EnumSet.noneOf(Refusal.class);
    final Set<Class<?>> events = new HashSet<>();
    long decisions;
    long accepted;

    private final Heart heart;
    private final Policy policy;
    private final boolean stopsWhenBroken;
    private final Set<String> seen = new HashSet<>();
    private final Queue<Moment> open = new ArrayDeque<>();
    private String story;

    Exploration(Heart heart, Policy policy, boolean stopsWhenBroken) {
        this.heart = heart;
        this.policy = policy;
        this.stopsWhenBroken = stopsWhenBroken;
    }

    int states() {
        return seen.size();
    }

    /** How the first broken promise came about, one command a line. */
    String story() {
        return story;
    }

    Exploration explore() {
        var unstarted = Scene.queued().conversation;
        var fresh = Conversation.unstarted(unstarted.id(), unstarted.site(), unstarted.customer());
        var started = new Happening(LIN, new Event.Started(SALES, PRICES, 0, 0, null, 600L, 1));
        var first = heart.evolve().evolve(fresh, Entry.next(fresh, NINE, started, null));
        meet(new Moment(first, Memory.NOTHING, NINE, null, null));
        while (!open.isEmpty() && !(stopsWhenBroken && !broken.isEmpty())) {
            visit(open.remove());
        }
        return this;
    }

    private void visit(Moment moment) {
        var clocks = heart.deadlines().deadlines(moment.conversation(), policy);
        for (var command : Asks.of(moment.conversation(), isAsking())) {
            var outcomes = new HashMap<List<Happening>, Outcome>();
            for (var situation : situations(moment, command)) {
                ask(moment, clocks, command, situation, outcomes);
            }
        }
        facts(moment, clocks);
        meet(new Moment(moment.conversation(), moment.memory(), moment.now().plus(TICK), moment, null));
    }

    /**
     * Nobody is known at first; where that is the reason of the answer, agents in every standing follow, one
     * after the other, and elsewhere a good one and a bad one, to see that they make no difference.
     */
    private List<Situation> situations(Moment moment, Command command) {
        var situations = new ArrayList<Situation>();
        var nobody = new Situation(moment.now(), policy, Map.of());
        situations.add(nobody);
        if (!moment.conversation().state().isOpen()) {
            situations.add(new Situation(moment.now(), policy, Map.of(), true));
        }
        var consulted = heart.consults().consults(moment.conversation(), command);
        if (consulted.isEmpty()) {
            return situations;
        }
        boolean matters = looksAtAgents(command)
                && switch (heart.decide().decide(moment.conversation(), command, nobody)) {
                    case Decision.Accepted accepted -> true;
                    case Decision.Refused(var refusal) -> refusal == Refusal.AGENT_UNKNOWN;
                };
        for (var agents : Asks.circumstances(consulted, moment.conversation().group(), matters)) {
            situations.add(new Situation(moment.now(), policy, agents));
        }
        return situations;
    }

    private static boolean looksAtAgents(Command command) {
        return command instanceof Command.Worded
                || command instanceof Command.Unresolve
                || command instanceof Command.Assign
                || command instanceof Command.Offer
                || command instanceof Command.AcceptOffer
                || command instanceof Command.TransferToAgent
                || command instanceof Command.EndShift
                || command instanceof Command.Fire
                || command instanceof Command.LoseAgent;
    }

    private void ask(
            Moment moment,
            List<Deadline> clocks,
            Command command,
            Situation situation,
            Map<List<Happening>, Outcome> outcomes) {
        decisions++;
        var before = moment.conversation();
        var decision = heart.decide().decide(before, command, situation);
        if (situation.agents().isEmpty() && !decision.equals(heart.decide().decide(before, command, situation))) {
            breaks(moment, command, List.of("deciding is deterministic"));
        }
        switch (decision) {
            case Decision.Refused(var refusal) -> refused(moment, clocks, command, situation, refusal);
            case Decision.Accepted(var happenings) -> {
                accepted++;
                var known = outcomes.get(happenings);
                var outcome = known == null ? outcome(moment, command, happenings) : known;
                outcomes.put(happenings, outcome);
                if (known == null
                        || situation.anotherOpen()
                        || !Objects.equals(before.agent(), outcome.after().agent())) {
                    judge(moment, clocks, command, situation, outcome);
                }
            }
        }
    }

    private void refused(Moment moment, List<Deadline> clocks, Command command, Situation situation, Refusal refusal) {
        refusals.add(refusal);
        var state = moment.conversation().state();
        boolean isOver = refusal == Refusal.WINDOW_OVER || refusal == Refusal.ANOTHER_OPEN;
        if (command instanceof Command.Say say && say.by().equals(LIN) && !isOver) {
            breaks(moment, command, List.of("S7 a customer may always speak"));
        }
        if (command instanceof Command.End end && end.by().equals(LIN) && state.isOpen()) {
            breaks(moment, command, List.of("S6 a customer may always end it"));
        }
        if (command instanceof Command.Fire(var clock)
                && clocks.stream().anyMatch(d -> d.clock() == clock && !d.due().isAfter(situation.now()))) {
            breaks(moment, command, List.of("T2 a clock that is due fires"));
        }
    }

    private Outcome outcome(Moment moment, Command command, List<Happening> happenings) {
        var after = moment.conversation();
        var memory = moment.memory();
        var entries = new ArrayList<Entry>();
        for (var happening : happenings) {
            var entry = Entry.next(after, moment.now(), happening, null);
            memory = memory.after(entry, after.state() == State.AWAITING_CONFIRMATION);
            after = heart.evolve().evolve(after, entry);
            entries.add(entry);
            events.add(happening.event().getClass());
        }
        rows.add(FlowTable.row(moment.conversation().state(), command, after.state()));
        meet(new Moment(after, memory, moment.now(), moment, command));
        return new Outcome(entries, after, memory, heart.deadlines().deadlines(after, policy));
    }

    private void judge(Moment moment, List<Deadline> clocks, Command command, Situation situation, Outcome outcome) {
        var before = moment.conversation();
        var step = new Step(
                policy,
                before,
                moment.memory(),
                command,
                heart.consults().consults(before, command),
                situation,
                outcome.entries(),
                outcome.after(),
                outcome.memory(),
                clocks,
                outcome.clocks());
        breaks(moment, command, Promises.brokenBy(step));
    }

    private void breaks(Moment moment, Command command, List<String> promises) {
        if (!promises.isEmpty() && broken.addAll(promises) && story == null) {
            story = told(moment) + command + "  <- breaks " + promises;
        }
    }

    private static String told(Moment moment) {
        return moment == null
                ? ""
                : told(moment.from()) + (moment.by() == null ? "a minute passes" : moment.by()) + "\n";
    }

    private void meet(Moment moment) {
        if (seen.add(key(moment))) {
            open.add(moment);
        }
    }

    /** Facts never fail: whatever entry comes next, the fold takes it, and clocks follow from the result alone. */
    private void facts(Moment moment, List<Deadline> clocks) {
        var before = moment.conversation();
        var copy = ConversationDraft.of(before).done();
        if (!clocks.equals(heart.deadlines().deadlines(copy, policy))) {
            breaks(moment, null, List.of("clocks are a function of the state"));
        }
        if (!clocks.stream()
                .sorted(Comparator.comparing(Deadline::due))
                .toList()
                .equals(clocks)) {
            breaks(moment, null, List.of("clocks come earliest first"));
        }
        for (var happening : Facts.ALL) {
            try {
                var entry = Entry.next(before, moment.now(), happening, null);
                var after = heart.evolve().evolve(before, entry);
                heart.deadlines().deadlines(after, policy);
                if (after.seq() != before.seq() + 1
                        || !after.equals(heart.evolve().evolve(before, entry))) {
                    breaks(moment, null, List.of("S2 the fold counts every entry"));
                }
            } catch (RuntimeException e) {
                breaks(moment, null, List.of("facts never fail: " + happening.event() + " gave " + e));
            }
        }
    }

    /** Where agents are asked before they are given anything, whoever goes home asks, too. */
    private boolean isAsking() {
        return policy.transfer().asksReceiver();
    }

    // --- when two moments are the same

    private String key(Moment m) {
        var c = m.conversation();
        boolean bounces = policy.transfer().bounceLimit() != null;
        var agents = Asks.AGENTS.stream()
                .mapToInt(agent -> standing(c, agent, bounces))
                .sorted()
                .toArray();
        var later = c.unansweredSince() == null || c.assignedAt() == null
                ? c.unansweredSince()
                : c.unansweredSince().isBefore(c.assignedAt()) ? c.assignedAt() : c.unansweredSince();
        boolean laterMatters = c.state() == State.AWAITING_AGENT || c.state() == State.AWAITING_CONFIRMATION;
        boolean confirming = c.state() == State.AWAITING_CONFIRMATION;
        return c.state().ordinal()
                + Arrays.toString(agents)
                + flags(c)
                + (bounces ? groups(c) : "")
                + (c.transferOffer() == null
                        ? "-"
                        : c.transferOffer().handOver() + " "
                                + c.transferOffer().group().equals(c.group()))
                + ticks(m, c.queuedSince())
                + ticks(m, c.offeredAt())
                + ticks(m, c.owedSince())
                + ticks(m, c.alarmedAt())
                + ticks(m, c.quietSince())
                + ticks(m, c.remindedAt())
                + ticks(m, c.endedAt())
                + (confirming ? ticks(m, c.stateSince()) : "-")
                + (laterMatters ? ticks(m, later) : c.unansweredSince() != null)
                + m.memory().turn().ordinal()
                + m.memory().unanswered()
                + ticks(m, m.memory().quietSince())
                + ticks(m, m.memory().stepAt())
                + m.memory().steps();
    }

    /** Agents are interchangeable: what counts is how each stands towards the conversation. */
    private static int standing(Conversation c, AgentId agent, boolean bounces) {
        return (bounces && c.received().contains(agent.value()) ? 32 : 0)
                + (agent.equals(c.handedBackBy()) ? 16 : 0)
                + (agent.equals(c.agent()) ? 8 : 0)
                + (agent.equals(c.offeredTo()) ? 4 : 0)
                + (agent.equals(c.lastAgent()) ? 2 : 0)
                + (c.excluded().contains(agent) ? 1 : 0);
    }

    /** Whether this group, and the other one, have been given it. */
    private static String groups(Conversation c) {
        var other = c.group().equals(SALES) ? REPAIRS : SALES;
        return c.received().contains(c.group().value()) + " " + c.received().contains(other.value());
    }

    private static String flags(Conversation c) {
        boolean[] flags = {
            c.holdsSlot(), c.silent(), c.parked(), c.overflowed(), c.queueAlarmed(), c.nudged(), c.ratingScore() != null
        };
        return Arrays.toString(flags) + Math.min(c.alarms(), 2) + c.reminders();
    }

    private static String ticks(Moment moment, Instant since) {
        return since == null
                ? "-"
                : String.valueOf(
                        Math.min(LATE, Duration.between(since, moment.now()).dividedBy(TICK)));
    }
}
