package dev.baton.bench.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.bench.replay.Dialogue.Side;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DialogueReaderTest {

    private static final String GOOD = """
            {"id": "1", "language": "zh", "turns": [{"by": "agent", "text": "您好"}, {"by": "customer", "text": "a\\nb 😀"}]}
            """.strip();

    @TempDir
    Path folder;

    @Test
    void a_dialogue_keeps_its_turns_byte_for_byte() throws IOException {
        List<Dialogue> read = DialogueReader.read(List.of(file(GOOD + "\n\n")));
        assertThat(read)
                .containsExactly(new Dialogue(
                        "1",
                        "zh",
                        List.of(new Dialogue.Turn(Side.AGENT, "您好"), new Dialogue.Turn(Side.CUSTOMER, "a\nb 😀"))));
    }

    @Test
    void fields_that_nobody_needs_are_left_alone() throws IOException {
        assertThat(DialogueReader.read(List.of(file(GOOD.replace("{\"id\"", "{\"source\": 7, \"id\"")))))
                .hasSize(1);
    }

    @Test
    void the_own_dialogues_can_be_read_and_are_as_varied_as_life() {
        List<Dialogue> own = DialogueReader.read(List.of(
                Path.of("dialogues/customer-service.zh.jsonl"), Path.of("dialogues/customer-service.en.jsonl")));
        assertThat(own).hasSizeGreaterThanOrEqualTo(24);
        assertThat(own).anyMatch(each -> each.turns().getFirst().by() == Side.AGENT);
        assertThat(own)
                .anyMatch(each ->
                        each.turns().stream().anyMatch(turn -> turn.text().contains("\n")));
        assertThat(own)
                .anyMatch(each -> each.turns().stream()
                        .anyMatch(turn -> turn.text().codePoints().anyMatch(Character::isSupplementaryCodePoint)));
    }

    @Test
    void a_bad_line_is_refused_by_file_and_line() throws IOException {
        refused(GOOD + "\n{", ":2: not JSON");
        refused(GOOD + "\n" + GOOD, ":2: the id 1 came before");
        refused("[]", ":1: not an object");
        refused("7", ":1: not an object");
        refused(GOOD + " {}", ":1: not JSON");
        refused(GOOD.replace("\"zh\"", "\"fr\""), ":1: language is neither zh nor en");
        refused(GOOD.replace("\"id\": \"1\",", ""), ":1: no id");
        refused(GOOD.replace("\"1\"", "1"), ":1: no id");
        refused("{\"id\": \"1\", \"language\": \"en\", \"turns\": []}", ":1: no turns");
    }

    @Test
    void a_bad_turn_is_refused_by_its_number() throws IOException {
        refused(GOOD.replace("customer", "robot"), ":1: turn 2: by is neither customer nor agent");
        refused(GOOD.replace("您好", " "), ":1: turn 1: no text");
        refused(GOOD.replace("您好", "\\u0000"), ":1: turn 1: a character that no message may hold");
        refused(GOOD.replace("您好", "\\ud800"), ":1: turn 1: a character that no message may hold");
        refused(GOOD.replace("您好", "x".repeat(8_001)), ":1: turn 1: longer than 8000 characters");
    }

    @Test
    void bytes_that_are_not_utf_8_are_refused_by_line() throws IOException {
        Path file = folder.resolve("latin.jsonl");
        Files.write(file, (GOOD + "\n{\"id\": \"é\"}").getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> DialogueReader.read(file))
                .isInstanceOf(DialogueReader.Unreadable.class)
                .hasMessageContaining(":2: not UTF-8");
    }

    @Test
    void a_file_that_is_missing_or_empty_is_refused_by_name() throws IOException {
        assertThatThrownBy(() -> DialogueReader.read(folder.resolve("none.jsonl")))
                .hasMessageEndingWith("none.jsonl: there is no such file");
        assertThatThrownBy(() -> DialogueReader.read(file("\n"))).hasMessageEndingWith(": holds no dialogue");
    }

    private void refused(String content, String why) throws IOException {
        Path file = file(content);
        assertThatThrownBy(() -> DialogueReader.read(file))
                .isInstanceOf(DialogueReader.Unreadable.class)
                .hasMessageStartingWith(file + why);
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("dialogues.jsonl"), content);
    }
}
