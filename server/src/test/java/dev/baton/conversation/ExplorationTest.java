package dev.baton.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.conversation.policy.Policy;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every conversation that can come to be, under five policies, held against the invariants of the design. */
@Tag("slow")
class ExplorationTest {

    private static final Map<String, Exploration> EXPLORED = new LinkedHashMap<>();

    @BeforeAll
    static void explore() {
        EXPLORED.put("全部开启 everything on", explored(ExploredPolicies.busy()));
        EXPLORED.put("另一种选择 the other choices", explored(ExploredPolicies.otherwise()));
        EXPLORED.put("转接先问 transfers are asked", explored(ExploredPolicies.asking()));
        EXPLORED.put("转接有上限 transfers are limited", explored(ExploredPolicies.bouncing()));
        EXPLORED.put("全部关闭 everything off", explored(ExploredPolicies.quiet()));
    }

    private static Exploration explored(Policy policy) {
        assertThat(policy.faults()).isEmpty();
        return new Exploration(Heart.REAL, policy, false).explore();
    }

    @Test
    void no_conversation_that_can_come_to_be_breaks_a_promise() {
        EXPLORED.forEach((name, explored) ->
                assertThat(explored.broken).as("%s%n%s", name, explored.story()).isEmpty());
    }

    @Test
    void every_row_of_the_table_is_met_and_nothing_else() {
        var met =
                EXPLORED.values().stream().flatMap(e -> e.rows.stream()).collect(Collectors.toCollection(TreeSet::new));
        assertThat(met).isEqualTo(FlowTable.all());
    }

    @Test
    void every_refusal_is_met() {
        Set<Refusal> met = EnumSet.noneOf(Refusal.class);
        EXPLORED.values().forEach(explored -> met.addAll(explored.refusals));
        assertThat(met).isEqualTo(EnumSet.allOf(Refusal.class));
    }

    @Test
    void every_kind_of_entry_is_met() {
        var met = EXPLORED.values().stream().flatMap(e -> e.events.stream()).collect(Collectors.toSet());
        var known = Facts.ALL.stream().map(fact -> fact.event().getClass()).collect(Collectors.toSet());
        known.remove(Event.Started.class);
        assertThat(met).isEqualTo(known);
    }

    @Test
    @Tag("docs")
    void the_page_in_docs_says_how_much_was_explored() {
        var proof = new StringBuilder("""

                Exploration asks every command of everybody in every conversation that can come to be, of agents in every
                standing, at every minute, until nothing new is found: a fixed point, not a sample. Time counts in minutes
                up to the longest clock; three agents; two moments are one when they differ only in what no rule looks at.

                | 策略 policy | 状态 states | 决定 decisions | 接受 accepted |
                | --- | --- | --- | --- |
                """);
        EXPLORED.forEach((name, e) -> proof.append("| %s | %s | %s | %s |%n"
                .formatted(name, number(e.states()), number(e.decisions), number(e.accepted))));
        proof.append("| **合计 together** | %s | %s | %s |%n"
                .formatted(
                        number(sum(EXPLORED.values().stream()
                                .map(e -> (long) e.states())
                                .toList())),
                        number(sum(
                                EXPLORED.values().stream().map(e -> e.decisions).toList())),
                        number(sum(
                                EXPLORED.values().stream().map(e -> e.accepted).toList()))));
        proof.append("\nAfter every accepted command these held:\n\n");
        Promises.names().forEach(name -> proof.append("- ").append(name).append('\n'));
        proof.append("""

                and in every state: whatever entry comes next, the fold takes it; clocks are a function of the state; a clock
                that is due fires; a customer may always speak and always end it; deciding twice gives the same.
                """);
        Page.hasProof(proof.toString());
    }

    private static long sum(List<Long> numbers) {
        return numbers.stream().mapToLong(Long::longValue).sum();
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
