package dev.baton.conversation;

import static dev.baton.conversation.Decision.accept;
import static dev.baton.conversation.Decision.refuse;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.conversation.Decision.Happening;
import dev.baton.conversation.Heart.Evolve;
import dev.baton.conversation.policy.Policy;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Exploration has teeth: each bug that is put into the heart here is found, by the promise that it breaks. */
@Tag("slow")
class MutantsTest {

    /**
     * @param promise how the name begins of the promise that must be found broken
     */
    private record Mutant(String bug, String promise, Heart heart) {
        @Override
        public String toString() {
            return bug;
        }
    }

    @ParameterizedTest
    @MethodSource("mutants")
    void a_bug_is_found(Mutant mutant) {
        var explored = new Exploration(mutant.heart(), ExploredPolicies.busy(), true).explore();
        assertThat(explored.broken).as(mutant.bug()).anyMatch(name -> name.startsWith(mutant.promise()));
    }

    @Test
    void every_promise_is_broken_by_some_mutant() {
        assertThat(Promises.names()).allMatch(name -> mutants().anyMatch(mutant -> name.startsWith(mutant.promise())));
    }

    private static Stream<Mutant> mutants() {
        return Stream.of(clockMutants(), wordMutants(), assignmentMutants(), foldMutants(), otherMutants())
                .flatMap(s -> s);
    }

    // --- bugs in deciding

    private static Stream<Mutant> clockMutants() {
        return Stream.of(
                deciding(
                        "a clock fires whenever it is called",
                        "T4",
                        (c, command, s) -> command.equals(new Command.Fire(Clock.CONFIRMATION_TIMEOUT))
                                        && c.state().isOpen()
                                ? Ending.systemEnd("confirmation_timeout", Clock.CONFIRMATION_TIMEOUT)
                                : null),
                deciding(
                        "a clock fires early",
                        "T3",
                        (c, command, s) -> command.equals(new Command.Fire(Clock.REPLY_NUDGE))
                                        && c.state() == State.AWAITING_AGENT
                                        && !c.nudged()
                                ? accept(Actor.SYSTEM, new Event.Nudged())
                                : null),
                deciding(
                        "a clock that is due is refused",
                        "T2",
                        (c, command, s) -> command.equals(new Command.Fire(Clock.REMINDER))
                                ? refuse(Refusal.CLOCK_MOVED_ON)
                                : null));
    }

    private static Stream<Mutant> wordMutants() {
        return Stream.of(
                deciding(
                        "the customer resolves what nobody asked",
                        "S1",
                        (c, command, s) -> command instanceof Command.Resolve r
                                        && r.by() instanceof Actor.Customer
                                        && c.state() == State.AWAITING_AGENT
                                ? accept(r.by(), new Event.Ended(State.ENDED, "confirmed", null))
                                : null),
                deciding(
                        "words after the end are stored and nobody is told",
                        "S7",
                        (c, command, s) -> command instanceof Command.Say say
                                        && say.by() instanceof Actor.Customer
                                        && !c.state().isOpen()
                                ? accept(say.by(), say.event())
                                : null),
                deciding(
                        "words during the question are refused",
                        "S7",
                        (c, command, s) -> command instanceof Command.Say && c.state() == State.AWAITING_CONFIRMATION
                                ? refuse(Refusal.WRONG_STATE)
                                : null),
                deciding(
                        "a conversation is reopened beside another",
                        "S3",
                        (c, command, s) ->
                                Lifecycle.decide(c, command, new Situation(s.now(), s.policy(), s.agents()))),
                deciding(
                        "a system end does not name its clock",
                        "S8",
                        (c, command, s) -> changed(
                                c,
                                command,
                                s,
                                event -> event instanceof Event.Ended e && e.clock() != null
                                        ? new Event.Ended(e.state(), e.reason(), null)
                                        : event)));
    }

    private static Stream<Mutant> assignmentMutants() {
        return Stream.of(
                deciding(
                        "the router assigns to a full agent",
                        "A3",
                        (c, command, s) -> command instanceof Command.Assign a
                                        && a.by() == Actor.SYSTEM
                                        && c.state() == State.QUEUED
                                        && s.agent(a.agent())
                                                .map(v -> !v.hasFreeSlots(1))
                                                .orElse(false)
                                ? accept(a.by(), new Event.Assigned(a.agent(), a.how()))
                                : null),
                deciding(
                        "a return goes to an agent who went home",
                        "A3",
                        (c, command, s) -> changed(
                                c,
                                command,
                                s,
                                event -> event instanceof Event.Reopened r
                                        ? new Event.Reopened(c.lastAgent(), r.gapSeconds())
                                        : event)),
                deciding(
                        "a slack agent is not excluded",
                        "P2",
                        (c, command, s) -> changed(
                                c,
                                command,
                                s,
                                event -> event instanceof Event.Requeued r && r.excluded() != null
                                        ? new Event.Requeued(r.why(), null)
                                        : event)),
                deciding("chance decides", "deciding is deterministic", new Object() {
                    private boolean heads;

                    Decision toss(Conversation c, Command command, Situation s) {
                        heads = !heads;
                        return command instanceof Command.Note && heads ? refuse(Refusal.NOT_PERMITTED) : null;
                    }
                }::toss));
    }

    // --- bugs in the fold

    private static Stream<Mutant> foldMutants() {
        return Stream.of(
                folding("a note passes the turn", "S5 notes", Event.Noted.class, (before, c) -> {
                    if (c.state == State.AWAITING_AGENT) {
                        c.state = State.AWAITING_CUSTOMER;
                        c.quietSince = c.owedSince;
                        c.owedSince = null;
                    }
                }),
                folding(
                        "the end keeps the agent",
                        "S4 an agent",
                        Event.Ended.class,
                        (before, c) -> c.agent = before.agent()),
                folding("the end keeps the load", "S4 an agent", Event.Ended.class, (before, c) -> c.holdsSlot = true),
                folding(
                        "a requeue forgets the original age",
                        "P1",
                        Event.Requeued.class,
                        (before, c) -> c.waitingSince = c.queuedSince.plusSeconds(1)),
                folding(
                        "a transfer forgets the original age",
                        "P1",
                        Event.Transferred.class,
                        (before, c) -> c.waitingSince = c.waitingSince.plusSeconds(1)),
                folding("a lost agent leaves an orphan", "A6", Event.Requeued.class, (before, c) -> {
                    c.state = State.AWAITING_AGENT;
                    c.owedSince = c.queuedSince;
                }),
                folding(
                        "a silent customer who writes stays silent",
                        "S4 marks",
                        Event.Said.class,
                        (before, c) -> c.silent = before.silent()),
                folding("a nudge is forgotten", "T1", Event.Nudged.class, (before, c) -> c.nudged = false),
                folding(
                        "an answer does not answer",
                        "S5 the turn",
                        Event.Said.class,
                        (before, c) -> c.unansweredSince =
                                before.unansweredSince() == null ? c.unansweredSince : before.unansweredSince()),
                folding(
                        "a step of silence is not counted",
                        "T1",
                        Event.Reminded.class,
                        (before, c) -> c.reminders = before.reminders()),
                folding(
                        "the last reminder leaves no time to answer",
                        "T6",
                        Event.Reminded.class,
                        (before, c) -> c.remindedAt = before.reminders() == 1 ? null : c.remindedAt),
                folding("a number is used twice", "S2", Event.AskedToEnd.class, (before, c) -> c.seq = before.seq()),
                folding("a staff note gets a public number", "S2", Event.Noted.class, (before, c) -> c.publicSeq++),
                new Mutant("a fact fails", "facts never fail", Heart.REAL.with((Evolve) (c, entry) -> {
                    if (entry.event() instanceof Event.Assigned && c.state() != State.QUEUED) {
                        throw new IllegalStateException("not queued");
                    }
                    return Lifecycle.evolve(c, entry);
                })));
    }

    // --- bugs in clocks and locks

    private static Stream<Mutant> otherMutants() {
        return Stream.of(
                new Mutant("the agents' rows are not locked", "A2", Heart.REAL.with((Heart.Consults)
                        (c, command) -> command instanceof Command.End ? Set.of() : Lifecycle.consults(c, command))),
                new Mutant("an ended one keeps a clock", "S4 ended", Heart.REAL.with((Heart.Deadlines)
                        (c, policy) -> c.state().isOpen()
                                ? Lifecycle.deadlines(c, policy)
                                : List.of(new Deadline(Clock.REOPEN_WINDOW, c.endedAt())))),
                new Mutant("clocks come in any order", "clocks come earliest first", Heart.REAL.with((Heart.Deadlines)
                        (c, policy) -> Lifecycle.deadlines(c, policy).reversed())),
                new Mutant("clocks remember", "clocks are a function", Heart.REAL.with(new Heart.Deadlines() {
                    private int asked;

                    @Override
                    public List<Deadline> deadlines(Conversation c, Policy policy) {
                        var due = new Deadline(Clock.QUEUE_ALARM, c.openedAt().plusSeconds(asked++));
                        return c.state() == State.QUEUED ? List.of(due) : Lifecycle.deadlines(c, policy);
                    }
                })),
                new Mutant("a customer cannot end it", "S6", Heart.REAL.with((Heart.Decide)
                        (c, command, s) -> command instanceof Command.End && c.state() == State.AWAITING_CONFIRMATION
                                ? refuse(Refusal.WRONG_STATE)
                                : Lifecycle.decide(c, command, s))));
    }

    // --- making mutants

    /** The bug answers some questions and leaves the others, with null, to the real code. */
    private static Mutant deciding(String bug, String promise, Heart.Decide wrong) {
        return new Mutant(bug, promise, Heart.REAL.with((Heart.Decide) (c, command, s) -> {
            var answer = wrong.decide(c, command, s);
            return answer == null ? Lifecycle.decide(c, command, s) : answer;
        }));
    }

    private static Mutant folding(
            String bug, String promise, Class<? extends Event> at, BiConsumer<Conversation, ConversationDraft> wrong) {
        return new Mutant(bug, promise, Heart.REAL.with((Evolve) (before, entry) -> {
            var after = Lifecycle.evolve(before, entry);
            if (!at.isInstance(entry.event())) {
                return after;
            }
            var draft = ConversationDraft.of(after);
            wrong.accept(before, draft);
            return draft.done();
        }));
    }

    private static Decision changed(
            Conversation c, Command command, Situation s, java.util.function.UnaryOperator<Event> change) {
        return switch (Lifecycle.decide(c, command, s)) {
            case Decision.Refused refused -> refused;
            case Decision.Accepted(var happenings) ->
                accept(happenings.stream()
                        .map(h -> new Happening(h.by(), change.apply(h.event())))
                        .toArray(Happening[]::new));
        };
    }
}
