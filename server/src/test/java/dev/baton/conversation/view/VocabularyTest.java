package dev.baton.conversation.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.conversation.Event;
import dev.baton.conversation.State;
import dev.baton.conversation.log.EventCodec;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One word per concept from the log to the screens: where the compiler cannot see a forgotten one, this does. */
class VocabularyTest {

    private static final Path WEB = Path.of("..", "web", "protocol", "conversation.ts");

    @Test
    void every_event_has_one_name_in_the_log_and_the_same_on_the_wire() {
        for (Class<?> type : events(Event.class).toList()) {
            Event event = blank(type);
            assertThat(EventCodec.kind(event))
                    .as(type.getSimpleName())
                    .isNotNull()
                    .isEqualTo(EntryRendering.kind(event));
        }
    }

    @Test
    void the_screens_know_every_kind_of_entry() throws IOException {
        List<String> kinds = events(Event.class)
                .map(VocabularyTest::blank)
                .map(EntryRendering::kind)
                .toList();
        assertThat(kinds).hasSizeGreaterThan(20);
        assertThat(union("EntryKind")).containsExactlyInAnyOrderElementsOf(kinds);
    }

    @Test
    void the_screens_list_every_state() throws IOException {
        assertThat(words("STATES[^=]*= \\[([^\\]]*)\\]"))
                .containsExactlyElementsOf(
                        Arrays.stream(State.values()).map(State::wire).toList());
    }

    private static Stream<Class<?>> events(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type)
                : Arrays.stream(type.getPermittedSubclasses()).flatMap(VocabularyTest::events);
    }

    private static Event blank(Class<?> type) {
        try {
            RecordComponent[] parts = type.getRecordComponents();
            var constructor = type.getDeclaredConstructor(
                    Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new));
            return (Event) constructor.newInstance(
                    Arrays.stream(parts).map(part -> nothing(part.getType())).toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object nothing(Class<?> type) {
        if (type == int.class) return 0;
        if (type == long.class) return 0L;
        if (type == boolean.class) return false;
        return null;
    }

    private static Set<String> union(String name) throws IOException {
        return words("type " + name + " =([^;]*);");
    }

    private static Set<String> words(String where) throws IOException {
        var found = Pattern.compile(where).matcher(Files.readString(WEB));
        assertThat(found.find()).as(where).isTrue();
        return Pattern.compile("'([a-z_]+)'")
                .matcher(found.group(1))
                .results()
                .map((MatchResult word) -> word.group(1))
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
    }
}
