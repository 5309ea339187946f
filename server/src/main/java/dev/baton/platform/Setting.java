package dev.baton.platform;

import java.util.function.Function;

/**
 * One named setting. Set it as a system property ({@code -Dbaton.data=…}) or in the environment ({@code BATON_DATA=…}).
 *
 * @param name the full name, {@code baton.…}
 * @param unit what the value counts, or "" where there is none
 * @param fallback the value when nobody sets it, written the way a person would; "" means "not set"
 * @param range what is allowed, for a person to read
 * @param meaning one sentence
 * @param reader turns the written value into the typed one, or throws {@link IllegalArgumentException}
 */
public record Setting<T>(
        String name, String unit, String fallback, String range, String meaning, Function<String, T> reader) {

    static Setting<Integer> count(String name, String unit, int fallback, int least, int most, String meaning) {
        return new Setting<>(name, unit, String.valueOf(fallback), least + " to " + most, meaning, written -> {
            int value = Integer.parseInt(written);
            if (value < least || value > most) throw new IllegalArgumentException();
            return value;
        });
    }

    static Setting<String> text(String name, String fallback, String meaning) {
        return new Setting<>(name, "", fallback, "text", meaning, Function.identity());
    }

    static Setting<Boolean> flag(String name, boolean fallback, String meaning) {
        return new Setting<>(name, "", String.valueOf(fallback), "true or false", meaning, written -> switch (written) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException();
        });
    }

    /** The name of the environment variable that sets it. */
    public String variable() {
        return name.toUpperCase(java.util.Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    T read(String written) {
        try {
            return reader.apply(written.strip());
        } catch (IllegalArgumentException e) {
            throw new StartFailure("%s (%s) is '%s', but must be %s%s"
                    .formatted(name, variable(), written, range, unit.isEmpty() ? "" : " " + unit));
        }
    }
}
