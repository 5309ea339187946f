package dev.baton.conversation.table;

import dev.baton.conversation.Actor;
import dev.baton.conversation.AgentView;
import dev.baton.conversation.Availability;
import dev.baton.conversation.Clock;
import dev.baton.conversation.Command;
import dev.baton.conversation.Conversation;
import dev.baton.conversation.ConversationId;
import dev.baton.conversation.Deadline;
import dev.baton.conversation.Decision;
import dev.baton.conversation.Entry;
import dev.baton.conversation.Event;
import dev.baton.conversation.Lifecycle;
import dev.baton.conversation.Situation;
import dev.baton.conversation.policy.ConfirmationPolicy;
import dev.baton.conversation.policy.Policy;
import dev.baton.conversation.policy.QueuePolicy;
import dev.baton.conversation.policy.ReplyPolicy;
import dev.baton.conversation.table.LifecycleTable.Mark;
import dev.baton.conversation.table.LifecycleTable.Party;
import dev.baton.conversation.table.LifecycleTable.When;
import dev.baton.identity.AgentId;
import dev.baton.identity.CategoryId;
import dev.baton.identity.CustomerId;
import dev.baton.identity.GroupId;
import dev.baton.identity.SiteId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One conversation of every kind, each led there by real commands, and everything that can be asked of it. The
 * people are made up; no rule looks at who they are.
 */
final class Probes {

    /** A conversation of one kind, and the instant at which it is looked at. */
    record Probe(Mark mark, Conversation conversation, Instant now) {}

    /** A command and who gives it. */
    record Ask(String name, Party by, Command command) {}

    private static final CustomerId CUSTOMER = new CustomerId(new UUID(0, 1));
    private static final AgentId AGENT = new AgentId(new UUID(0, 2));
    private static final AgentId COLLEAGUE = new AgentId(new UUID(0, 3));
    private static final AgentId SUPERVISOR = new AgentId(new UUID(0, 4));
    private static final GroupId GROUP = new GroupId(new UUID(0, 5));
    private static final GroupId OTHER_GROUP = new GroupId(new UUID(0, 6));
    private static final CategoryId CATEGORY = new CategoryId(new UUID(0, 7));
    private static final CategoryId OTHER_CATEGORY = new CategoryId(new UUID(0, 8));
    private static final Instant START = Instant.EPOCH;
    private static final Actor BY_CUSTOMER = new Actor.Customer(CUSTOMER);
    private static final Actor BY_AGENT = new Actor.Agent(AGENT);
    private static final Actor BY_COLLEAGUE = new Actor.Agent(COLLEAGUE);
    private static final Actor BY_SUPERVISOR = new Actor.Agent(SUPERVISOR, true);

    private static final Command.Transfer TRANSFER = new Command.Transfer("other", null);

    /** The default policy with everything switched on that it leaves off. */
    static final Policy EVERYTHING_ON = policy(true, QueuePolicy.TimeoutAction.END);

    private static final Policy NO_CONFIRMATION = policy(false, QueuePolicy.TimeoutAction.END);
    private static final Policy PARKING = policy(true, QueuePolicy.TimeoutAction.PARK);

    private Probes() {}

    private static Policy policy(boolean confirmation, QueuePolicy.TimeoutAction atTimeout) {
        var p = Policy.DEFAULT;
        return new Policy(
                new QueuePolicy(60L, 10, 120L, List.of(OTHER_GROUP), 600L, atTimeout, true),
                p.assignment(),
                p.transfer(),
                new ReplyPolicy(60L, 180L, 300L, 600L),
                p.silence(),
                new ConfirmationPolicy(confirmation, p.confirmation().timeoutSeconds()),
                p.returning(),
                p.presence(),
                p.shiftEnd(),
                p.rating(),
                p.typingPreview());
    }

    // --- conversations

    static Probe started() {
        var fresh = Conversation.unstarted(new ConversationId(new UUID(0, 9)), new SiteId(new UUID(0, 10)), CUSTOMER);
        var start = new Decision.Happening(BY_CUSTOMER, new Event.Started(GROUP, CATEGORY, 0, 0, null, 600L, 1));
        var queued = Lifecycle.evolve(fresh, Entry.next(fresh, START, start, null));
        return next(new Probe(Mark.NONE, queued, START), says(BY_CUSTOMER));
    }

    static List<Probe> all() {
        var queued = started();
        var assigned = next(queued, gives(Actor.SYSTEM, AGENT, Event.How.AUTOMATIC));
        var answered = next(assigned, says(BY_AGENT));
        var silent = nextClock(answered);
        var reminded = nextClock(nextClock(silent));
        var asked = next(answered, new Command.AskToEnd(BY_AGENT, null));
        var askedAtOnce = next(assigned, new Command.AskToEnd(BY_AGENT, null));
        return List.of(
                queued,
                next(queued, new Command.Offer(AGENT)),
                next(queued, new Command.Park(Actor.SYSTEM, "closed")),
                assigned,
                next(assigned, new Command.TransferToAgent(BY_AGENT, COLLEAGUE, GROUP, 0, TRANSFER.handingOver())),
                answered,
                silent,
                reminded,
                next(answered, new Command.EndShift(AGENT)),
                asked,
                new Probe(Mark.UNANSWERED, askedAtOnce.conversation(), askedAtOnce.now()),
                next(asked, new Command.EndShift(AGENT)),
                next(asked, new Command.Resolve(BY_CUSTOMER)),
                nextClock(asked));
    }

    private static Probe next(Probe probe, Command command) {
        var situation = situation(probe, command, When.NORMALLY);
        return switch (Lifecycle.decide(probe.conversation(), command, situation)) {
            case Decision.Accepted(var happenings) -> {
                var after = probe.conversation();
                for (var happening : happenings) {
                    after = Lifecycle.evolve(after, Entry.next(after, situation.now(), happening, null));
                }
                yield new Probe(LifecycleTable.mark(after), after, situation.now());
            }
            case Decision.Refused(var refusal) ->
                throw new IllegalStateException("a probe cannot be led on: " + command + " gave " + refusal);
        };
    }

    /** Waits for the earliest clock and lets it fire. */
    private static Probe nextClock(Probe probe) {
        var clock = Lifecycle.deadlines(probe.conversation(), EVERYTHING_ON)
                .getFirst()
                .clock();
        return next(probe, new Command.Fire(clock));
    }

    // --- circumstances

    static Situation situation(Probe probe, Command command, When when) {
        var policy = switch (when) {
            case NO_CONFIRMATION_ASKED -> NO_CONFIRMATION;
            case TIMEOUT_PARKS -> PARKING;
            case NORMALLY, AGENT_CANNOT_TAKE_IT, AFTER_SAME_AGENT_TIME, AFTER_REOPEN_WINDOW, ANOTHER_IS_OPEN ->
                EVERYTHING_ON;
        };
        var returning = policy.returning();
        long later = switch (when) {
            case AFTER_SAME_AGENT_TIME -> returning.sameAgentSeconds() + 1;
            case AFTER_REOPEN_WINDOW -> returning.sameConversationSeconds() + 1;
            case NORMALLY, AGENT_CANNOT_TAKE_IT, NO_CONFIRMATION_ASKED, TIMEOUT_PARKS, ANOTHER_IS_OPEN -> 0;
        };
        var agents = Stream.of(AGENT, COLLEAGUE, SUPERVISOR)
                .collect(Collectors.toMap(Function.identity(), id -> view(id, when != When.AGENT_CANNOT_TAKE_IT)));
        return new Situation(
                due(probe, command, policy).plusSeconds(later), policy, agents, when == When.ANOTHER_IS_OPEN);
    }

    /** A clock is asked when it is due, everything else at once. */
    private static Instant due(Probe probe, Command command, Policy policy) {
        if (!(command instanceof Command.Fire(var clock))) {
            return probe.now();
        }
        return Lifecycle.deadlines(probe.conversation(), policy).stream()
                .filter(deadline -> deadline.clock() == clock)
                .map(Deadline::due)
                .findFirst()
                .orElse(probe.now());
    }

    private static AgentView view(AgentId id, boolean isThere) {
        var availability = isThere ? Availability.READY : Availability.OFF;
        return new AgentView(id, true, isThere, availability, Set.of(GROUP, OTHER_GROUP), 5, 0);
    }

    // --- commands

    static List<Ask> asks(Conversation c) {
        var asks = new ArrayList<Ask>();
        Map.of(
                        Party.CUSTOMER, BY_CUSTOMER,
                        Party.AGENT, BY_AGENT,
                        Party.COLLEAGUE, BY_COLLEAGUE,
                        Party.SUPERVISOR, BY_SUPERVISOR,
                        Party.BATON, Actor.SYSTEM)
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry ->
                        byAnybody(c, entry.getValue()).forEach(command -> asks.add(ask(entry.getKey(), command))));
        asks.add(new Ask("assign", Party.BATON, gives(Actor.SYSTEM, AGENT, Event.How.AUTOMATIC)));
        asks.add(new Ask("assign", Party.SUPERVISOR, gives(BY_SUPERVISOR, AGENT, Event.How.SUPERVISOR)));
        asks.add(new Ask("assign", Party.COLLEAGUE, gives(BY_COLLEAGUE, AGENT, Event.How.SUPERVISOR)));
        asks.add(new Ask("pick", Party.AGENT, gives(BY_AGENT, AGENT, Event.How.PICK)));
        asks.add(new Ask("pick", Party.COLLEAGUE, gives(BY_COLLEAGUE, COLLEAGUE, Event.How.PICK)));
        asks.add(ask(Party.BATON, new Command.Offer(AGENT)));
        asks.add(ask(Party.AGENT, new Command.AcceptOffer(AGENT)));
        asks.add(ask(Party.COLLEAGUE, new Command.AcceptOffer(COLLEAGUE)));
        asks.add(ask(Party.AGENT, new Command.DeclineOffer(AGENT)));
        asks.add(ask(Party.COLLEAGUE, new Command.DeclineOffer(COLLEAGUE)));
        asks.add(ask(Party.BATON, new Command.LoseAgent(AGENT, "offline")));
        asks.add(ask(Party.BATON, new Command.EndShift(AGENT)));
        asks.add(ask(Party.BATON, new Command.CustomerGone()));
        Arrays.stream(Clock.values())
                .filter(Clock::isArmed)
                .forEach(clock -> asks.add(ask(Party.CLOCK, new Command.Fire(clock))));
        return asks;
    }

    private static List<Command> byAnybody(Conversation c, Actor by) {
        return List.of(
                says(by),
                new Command.Note(by, "…"),
                new Command.ChangeCategory(by, OTHER_CATEGORY, OTHER_GROUP, 0),
                new Command.TransferToAgent(by, COLLEAGUE, c.group(), 0, TRANSFER),
                new Command.TransferToGroup(by, OTHER_GROUP, 0, TRANSFER),
                new Command.WithdrawOffer(by),
                new Command.Reassign(by),
                new Command.AskToEnd(by, null),
                new Command.Withdraw(by),
                new Command.Resolve(by),
                new Command.Unresolve(by, null, null),
                new Command.Leave(by),
                new Command.End(by, "other"),
                new Command.Park(by, "closed"),
                new Command.Unpark(by),
                new Command.SetPriority(by, 1),
                new Command.Rate(by, 5, null));
    }

    private static Ask ask(Party by, Command command) {
        return new Ask(LifecycleTable.name(command), by, command);
    }

    private static Command says(Actor by) {
        return new Command.Say(by, "…", List.of());
    }

    private static Command gives(Actor by, AgentId agent, Event.How how) {
        return new Command.Assign(by, agent, how, false);
    }
}
