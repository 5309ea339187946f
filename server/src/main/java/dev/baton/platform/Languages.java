package dev.baton.platform;

import java.util.List;
import java.util.Locale;

/** The languages that Baton speaks. */
public final class Languages {
    private Languages() {}

    private static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.CHINESE);

    /** The best of ours for an Accept-Language header; English when it is missing, unreadable or names none of ours. */
    public static Locale first(String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.length() > 500) return Locale.ENGLISH;
        try {
            Locale found = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), SPOKEN);
            return found == null ? Locale.ENGLISH : found;
        } catch (IllegalArgumentException unreadable) {
            return Locale.ENGLISH;
        }
    }
}
