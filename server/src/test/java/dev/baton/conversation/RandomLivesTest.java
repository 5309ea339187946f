package dev.baton.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.conversation.Decision.Happening;
import dev.baton.conversation.Event.How;
import dev.baton.conversation.policy.Policy;
import dev.baton.identity.AgentId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Long random lives of several conversations that share their agents: whatever happens, the sums are right. */
class RandomLivesTest {

    private static final int CONVERSATIONS = 4;
    private static final int CAPACITY = 2;

    /**
     * @param which the conversation it happens to
     * @param ask which of everything that could be asked
     * @param seconds time that passes before
     * @param availability what one agent says before
     */
    record Turn(int which, int ask, long seconds, int agent, Availability availability, boolean connected) {}

    @Property(tries = 300)
    void the_row_is_the_fold_of_its_log_and_the_load_is_the_count_of_slots(@ForAll("lives") List<Turn> turns) {
        var desk = new Desk(ExploredPolicies.busy());
        turns.forEach(turn -> {
            desk.take(turn);
            desk.loadsAreCounted();
        });
        desk.logsAreDenseAndFoldToTheirRows();
    }

    @Property(tries = 200)
    void clocks_that_are_fired_as_they_come_due_bring_every_conversation_to_rest(@ForAll("lives") List<Turn> turns) {
        var desk = new Desk(ExploredPolicies.busy());
        turns.forEach(desk::take);
        assertThat(desk.settle()).isLessThan(CONVERSATIONS * 40);
        assertThat(desk.rows)
                .allSatisfy(c -> assertThat(Lifecycle.deadlines(c, desk.policy)).isEmpty());
    }

    @Provide
    Arbitrary<List<Turn>> lives() {
        var turn = Combinators.combine(
                        Arbitraries.integers().between(0, CONVERSATIONS - 1),
                        Arbitraries.integers().between(0, 100_000),
                        Arbitraries.longs().between(0, 90),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.frequencyOf(
                                net.jqwik.api.Tuple.of(4, Arbitraries.just(Availability.READY)),
                                net.jqwik.api.Tuple.of(1, Arbitraries.of(Availability.class))),
                        Arbitraries.frequency(net.jqwik.api.Tuple.of(5, true), net.jqwik.api.Tuple.of(1, false)))
                .as(Turn::new);
        return turn.list().ofMinSize(20).ofMaxSize(150);
    }

    /** Rows, logs and loads, kept the way the server keeps them. */
    private static final class Desk {
        final Policy policy;
        final List<Conversation> rows = new ArrayList<>();
        private final List<Conversation> fresh = new ArrayList<>();
        private final List<List<Entry>> logs = new ArrayList<>();
        private final Map<AgentId, AgentView> agents = new HashMap<>();
        private Instant now = Scene.NINE;

        Desk(Policy policy) {
            this.policy = policy;
            for (var id : Asks.AGENTS) {
                agents.put(id, view(id, Availability.READY, true, 0));
            }
            for (int i = 0; i < CONVERSATIONS; i++) {
                var scene = Scene.chosen();
                var start = Conversation.unstarted(
                        new ConversationId(new UUID(9, i + 1)), scene.conversation.site(), Scene.LIN_ID);
                fresh.add(start);
                rows.add(start);
                logs.add(new ArrayList<>());
                append(i, new Happening(Scene.LIN, scene.log.getFirst().event()));
            }
        }

        private static AgentView view(AgentId id, Availability availability, boolean connected, int load) {
            return new AgentView(id, true, connected, availability, Set.of(Scene.SALES, Scene.REPAIRS), CAPACITY, load);
        }

        void take(Turn turn) {
            now = now.plusSeconds(turn.seconds());
            var id = Asks.AGENTS.get(turn.agent());
            agents.put(
                    id,
                    view(
                            id,
                            turn.availability(),
                            turn.connected(),
                            agents.get(id).load()));
            var row = rows.get(turn.which());
            // Of all that could be asked most is refused: three in four times something else is asked then.
            var asks = Asks.of(row, true).stream()
                    .filter(ask -> turn.ask() % 4 == 0
                            || Lifecycle.decide(row, ask, situation(row, ask)) instanceof Decision.Accepted)
                    .toList();
            give(turn.which(), asks.get(turn.ask() % asks.size()));
        }

        private void give(int which, Command command) {
            var before = rows.get(which);
            if (Lifecycle.decide(before, command, situation(before, command))
                    instanceof Decision.Accepted(var happenings)) {
                happenings.forEach(happening -> append(which, happening));
                moveLoad(before, rows.get(which), command);
            }
        }

        private Situation situation(Conversation conversation, Command command) {
            var known = new HashMap<AgentId, AgentView>();
            Lifecycle.consults(conversation, command).forEach(id -> {
                if (agents.containsKey(id)) {
                    known.put(id, agents.get(id));
                }
            });
            return new Situation(now, policy, known);
        }

        private void append(int which, Happening happening) {
            var entry = Entry.next(rows.get(which), now, happening, null);
            rows.set(which, Lifecycle.evolve(rows.get(which), entry));
            logs.get(which).add(entry);
        }

        /** A slot that changes hands is taken from one agent and given to the other, as the store does it. */
        private void moveLoad(Conversation before, Conversation after, Command command) {
            var from = before.holdsSlot() ? before.agent() : null;
            var to = after.holdsSlot() ? after.agent() : null;
            if (Objects.equals(from, to)) {
                return;
            }
            if (from != null) {
                agents.compute(from, (id, view) -> view.plus(after.group(), -1));
            }
            if (to != null) {
                agents.compute(to, (id, view) -> view.plus(after.group(), 1));
                boolean automatic = command instanceof Command.Assign assign && assign.how() == How.AUTOMATIC;
                assertThat(!automatic || agents.get(to).load() <= CAPACITY).isTrue();
            }
        }

        void loadsAreCounted() {
            agents.forEach((id, view) -> assertThat(rows.stream()
                            .filter(c -> c.holdsSlot() && id.equals(c.agent()))
                            .count())
                    .isEqualTo(view.load()));
        }

        void logsAreDenseAndFoldToTheirRows() {
            for (int i = 0; i < CONVERSATIONS; i++) {
                var folded = fresh.get(i);
                long seq = 0;
                long publicSeq = 0;
                for (var entry : logs.get(i)) {
                    assertThat(entry.seq()).isEqualTo(++seq);
                    assertThat(entry.publicSeq()).isEqualTo(entry.event().isPublic() ? ++publicSeq : 0);
                    folded = Lifecycle.evolve(folded, entry);
                }
                assertThat(folded).isEqualTo(rows.get(i));
                assertThat(rows.get(i).seq()).isEqualTo(seq);
                assertThat(rows.get(i).publicSeq()).isEqualTo(publicSeq);
            }
        }

        /** Nobody does anything any more; only clocks come due, each at its instant or late after an outage. */
        int settle() {
            int fired = 0;
            for (int i = 0; i < CONVERSATIONS; i++) {
                for (int rounds = 0; rounds < 60; rounds++) {
                    var clocks = Lifecycle.deadlines(rows.get(i), policy);
                    if (clocks.isEmpty()) {
                        break;
                    }
                    var first = clocks.getFirst();
                    now = first.due().isAfter(now) ? first.due() : now;
                    long before = rows.get(i).seq();
                    give(i, new Command.Fire(first.clock()));
                    assertThat(rows.get(i).seq())
                            .as("a clock that is due fires")
                            .isGreaterThan(before);
                    fired++;
                }
            }
            return fired;
        }
    }
}
