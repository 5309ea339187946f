package dev.baton.platform;

import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * What a caller gets instead of an answer (RFC 9457).
 *
 * @param type an address that names the kind of problem
 * @param title the kind, in the caller's language
 * @param status the HTTP status
 * @param code the same kind for programs; stable
 * @param detail this case, in the caller's language
 * @param params what the detail was made from; null when there is nothing to say
 */
public record Problem(String type, String title, int status, String code, String detail, Map<String, Object> params) {

    public static final String MEDIA_TYPE = "application/problem+json";

    /** The refusal in the words of a language; anything but Chinese reads English. */
    public static Problem of(Refused refused, Locale language) {
        ResourceBundle words = words(language);
        return new Problem(
                "https://baton.dev/problems/" + refused.code(),
                filled(words, refused.code() + ".title", refused),
                refused.status(),
                refused.code(),
                filled(words, refused.code() + ".detail", refused),
                refused.params().isEmpty() ? null : refused.params());
    }

    private static ResourceBundle words(Locale language) {
        boolean chinese = language != null && language.getLanguage().equals("zh");
        return ResourceBundle.getBundle("problems", chinese ? Locale.CHINESE : Locale.ENGLISH);
    }

    private static String filled(ResourceBundle words, String key, Refused refused) {
        String text;
        try {
            text = words.getString(key);
        } catch (MissingResourceException unworded) {
            return refused.code();
        }
        for (Map.Entry<String, Object> param : refused.params().entrySet()) {
            text = text.replace("{" + param.getKey() + "}", String.valueOf(param.getValue()));
        }
        return text;
    }
}
