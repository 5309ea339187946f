package dev.baton.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.GeneratedDocs;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SettingsTest {

    @Test
    void every_setting_is_on_the_list_once() {
        List<Object> constants = Stream.of(Settings.class.getDeclaredFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == Setting.class)
                .map(SettingsTest::value)
                .toList();
        assertThat(constants).hasSizeGreaterThan(5);
        assertThat(Settings.ALL).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(cast(constants));
    }

    @Test
    void every_default_is_within_its_own_range() {
        assertThat(Settings.ALL)
                .allSatisfy(
                        setting -> assertThat(setting.read(setting.fallback())).isNotNull());
    }

    @Test
    void a_bad_value_is_told_with_its_name_its_variable_and_what_is_allowed() {
        for (String bad : List.of("", "x", "-1", "65536", "1.5", "99999999999")) {
            assertThatThrownBy(() -> Settings.PORT.read(bad))
                    .isInstanceOf(StartFailure.class)
                    .hasMessage("baton.port (BATON_PORT) is '" + bad + "', but must be 0 to 65535");
        }
        assertThatThrownBy(() -> Settings.UNSAFE_SYNCHRONOUS_COMMIT_OFF.read("yes"))
                .hasMessageContaining("must be true or false");
        assertThat(Settings.PORT.read(" 9000 ")).isEqualTo(9000);
    }

    @Test
    @Tag("docs")
    void the_page_about_settings_is_up_to_date() throws IOException {
        StringBuilder page = new StringBuilder("""
                # Settings

                Printed from `Settings`. Set one in the environment, or as a system property by its name. A bad value stops the
                start with one line that says what is allowed.

                | variable | default | unit | allowed | what it is |
                |---|---|---|---|---|
                """);
        for (Setting<?> setting : Settings.ALL) {
            page.append("| `%s` | %s | %s | %s | %s |\n"
                    .formatted(
                            setting.variable(),
                            setting.fallback().isEmpty() ? "not set" : "`" + setting.fallback() + "`",
                            setting.unit(),
                            setting.range(),
                            setting.meaning()));
        }
        GeneratedDocs.compare("settings.md", page.toString());
    }

    private static Object value(java.lang.reflect.Field field) {
        try {
            return field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Setting<?>> cast(List<Object> constants) {
        return (List<Setting<?>>) (List<?>) constants;
    }
}
