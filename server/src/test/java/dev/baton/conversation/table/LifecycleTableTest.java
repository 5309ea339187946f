package dev.baton.conversation.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.conversation.Clock;
import dev.baton.conversation.Command;
import dev.baton.conversation.Facts;
import dev.baton.conversation.Page;
import dev.baton.conversation.State;
import dev.baton.conversation.log.EventCodec;
import dev.baton.conversation.table.LifecycleTable.Mark;
import dev.baton.conversation.table.LifecycleTable.Party;
import dev.baton.conversation.table.LifecycleTable.Row;
import dev.baton.conversation.table.LifecycleTable.When;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LifecycleTableTest {

    private static final LifecycleTable TABLE = LifecycleTable.ofTheCode();

    @Test
    @Tag("docs")
    void the_page_in_docs_says_what_the_code_does() {
        Page.isTable(LifecycleDocument.markdown(TABLE, words(Locale.CHINESE), words(Locale.ENGLISH)));
    }

    @Test
    void asking_twice_gives_the_same_table() {
        assertThat(LifecycleTable.ofTheCode()).isEqualTo(TABLE);
    }

    @Test
    void every_command_is_asked_in_every_state_by_somebody() {
        var commands = Arrays.stream(Command.class.getPermittedSubclasses())
                .flatMap(type -> type.isRecord() ? Stream.of(type) : Arrays.stream(type.getPermittedSubclasses()))
                .filter(type -> type != Command.Fire.class)
                .map(type -> LifecycleTable.snake(type.getSimpleName()))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(commands).hasSizeGreaterThan(20);
        for (var state : State.values()) {
            var asked = TABLE.rows().stream()
                    .filter(row -> row.from() == state)
                    .map(Row::command)
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(asked).containsAll(commands);
            assertThat(asked)
                    .containsAll(Arrays.stream(Clock.values())
                            .filter(Clock::isArmed)
                            .map(Clock::wire)
                            .toList());
        }
    }

    @Test
    void every_command_and_clock_is_accepted_somewhere_and_has_a_name_in_both_languages() {
        for (var command : TABLE.rows().stream().map(Row::command).distinct().toList()) {
            assertThat(TABLE.rows()).anyMatch(row -> row.command().equals(command) && row.isAccepted());
            assertThat(Names.of(command).zh()).isNotBlank();
            assertThat(Names.of(command).en()).isNotBlank();
        }
    }

    @Test
    void every_mark_and_every_special_condition_matters_somewhere() {
        assertThat(TABLE.rows().stream().map(Row::mark).collect(Collectors.toSet()))
                .isEqualTo(EnumSet.allOf(Mark.class));
        assertThat(TABLE.rows().stream().map(Row::when).collect(Collectors.toSet()))
                .isEqualTo(EnumSet.allOf(When.class));
    }

    @Test
    void every_armed_clock_runs_somewhere() {
        assertThat(TABLE.clocks()).extracting(LifecycleTable.ClockRow::clock).containsExactly(Clock.values());
        assertThat(TABLE.clocks()).noneMatch(clock -> clock.states().isEmpty());
    }

    @Test
    void a_row_tells_what_the_code_does() {
        assertThat(TABLE.rows())
                .contains(new Row(
                        State.AWAITING_CONFIRMATION,
                        Mark.NONE,
                        "unresolve",
                        Party.CUSTOMER,
                        When.AGENT_CANNOT_TAKE_IT,
                        State.QUEUED,
                        Mark.NONE,
                        null,
                        List.of("unresolved", "requeued"),
                        null));
    }

    @Test
    void entries_are_called_what_the_log_calls_them() {
        assertThat(Facts.ALL)
                .allSatisfy(
                        fact -> assertThat(LifecycleTable.kind(fact.event())).isEqualTo(EventCodec.kind(fact.event())));
    }

    /** The titles that people read; two refusals travel under a more general code. */
    private static UnaryOperator<String> words(Locale language) {
        var bundle = ResourceBundle.getBundle("problems", language);
        var general = Map.of("not_permitted", "forbidden", "agent_unknown", "not_found");
        return code -> bundle.getString(general.getOrDefault(code, code) + ".title");
    }
}
