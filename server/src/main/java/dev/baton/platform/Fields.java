package dev.baton.platform;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Checks what people fill in. Each check gives back the value as it is to be stored, or throws {@link Refused}
 * {@code invalid} with the field and the rule: required, too_long, malformed, out_of_range.
 */
public final class Fields {

    private static final Set<String> LANGUAGES = Set.of("zh", "en");

    private Fields() {}

    public static <T> T required(String field, T value) {
        if (value == null) {
            throw Refused.invalid(field, "required");
        }
        return value;
    }

    /** One line of text, without the blanks around it, and without characters that hide or reorder others. */
    public static String line(String field, String value, int longest) {
        String line = required(field, value).strip();
        if (line.isEmpty()) {
            throw Refused.invalid(field, "required");
        }
        if (!line.codePoints().allMatch(Fields::isPlain)) {
            throw Refused.invalid(field, "malformed");
        }
        return bounded(field, line, longest);
    }

    /** The same, where nothing may be said: null for nothing. */
    public static String optionalLine(String field, String value, int longest) {
        return value == null || value.isBlank() ? null : line(field, value, longest);
    }

    /** Several lines: line breaks and tabs are allowed. */
    public static String block(String field, String value, int longest) {
        String block = required(field, value);
        if (block.isBlank()) {
            throw Refused.invalid(field, "required");
        }
        if (!block.codePoints().allMatch(c -> c == '\n' || c == '\r' || c == '\t' || isPlain(c) || isJoiner(c))) {
            throw Refused.invalid(field, "malformed");
        }
        return bounded(field, block, longest);
    }

    public static int within(String field, Integer value, int least, int most) {
        if (required(field, value) < least || value > most) {
            throw Refused.invalid(field, "out_of_range");
        }
        return value;
    }

    /** {@code zh}, {@code en} or null. */
    public static String optionalLanguage(String field, String value) {
        if (value != null && !LANGUAGES.contains(value)) {
            throw Refused.invalid(field, "unknown");
        }
        return value;
    }

    /** A line for at least one language. */
    public static Map<String, String> byLanguage(String field, Map<String, String> given, int longest) {
        Map<String, String> lines = new LinkedHashMap<>();
        required(field, given).forEach((language, text) -> {
            optionalLanguage(field, language);
            if (text != null && !text.isBlank()) {
                lines.put(language, line(field + "." + language, text, longest));
            }
        });
        if (lines.isEmpty()) {
            throw Refused.invalid(field, "required");
        }
        return lines;
    }

    private static String bounded(String field, String text, int longest) {
        if (text.codePointCount(0, text.length()) > longest) {
            throw Refused.invalid(field, "too_long");
        }
        return text;
    }

    private static boolean isPlain(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                false;
            case Character.FORMAT -> isJoiner(codePoint);
            default -> true;
        };
    }

    /** Emoji and some scripts need the joiners; every other formatting character only hides things. */
    private static boolean isJoiner(int codePoint) {
        return codePoint == 0x200C || codePoint == 0x200D;
    }
}
