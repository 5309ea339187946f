package dev.baton.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.conversation.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProblemWordsTest {

    private static final Pattern CODE = Pattern.compile("new Refused\\(\\s*\\d+,\\s*\"([a-z_]+)\"");

    /** Those of the lifecycle that reach the caller as forbidden and as invalid. */
    private static final Set<Refusal> LEAVES_AS_ANOTHER = Set.of(Refusal.NOT_PERMITTED, Refusal.AGENT_UNKNOWN);

    @Test
    void every_code_has_its_words_in_every_language() throws IOException {
        Set<String> codes = codesInSources();
        assertThat(codes).contains("not_found", "invalid");
        Stream.of(Refusal.values())
                .filter(refusal -> !LEAVES_AS_ANOTHER.contains(refusal))
                .map(Refusal::code)
                .forEach(codes::add);
        for (Locale language : List.of(Locale.ENGLISH, Locale.CHINESE)) {
            assertThat(ResourceBundle.getBundle("problems", language).keySet())
                    .containsAll(codes.stream()
                            .flatMap(code -> Stream.of(code + ".title", code + ".detail"))
                            .toList());
        }
    }

    @Test
    void the_languages_say_the_same_things_and_fill_the_same_gaps() {
        ResourceBundle english = ResourceBundle.getBundle("problems", Locale.ENGLISH);
        ResourceBundle chinese = ResourceBundle.getBundle("problems", Locale.CHINESE);
        assertThat(chinese.keySet()).isEqualTo(english.keySet());
        for (String key : english.keySet()) {
            assertThat(gaps(chinese.getString(key))).as(key).isEqualTo(gaps(english.getString(key)));
        }
    }

    @Test
    void a_code_without_words_still_names_itself() {
        Problem problem = Problem.of(new Refused(409, "never_worded", Map.of()), Locale.ENGLISH);
        assertThat(problem.detail()).isEqualTo("never_worded");
    }

    private static Set<String> gaps(String text) {
        return Pattern.compile("\\{[a-z_]+}")
                .matcher(text)
                .results()
                .map(found -> found.group())
                .collect(Collectors.toSet());
    }

    private static Set<String> codesInSources() throws IOException {
        Set<String> codes = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                CODE.matcher(Files.readString(file)).results().forEach(found -> codes.add(found.group(1)));
            }
        }
        return codes;
    }
}
