package dev.baton.staffing;

import java.util.Map;

/** Picks a name in somebody's language. Pure. */
public final class Names {

    private Names() {}

    /** The name in that language, or in the other one where an admin wrote only one. */
    public static String in(String language, Map<String, String> names) {
        String name = names.get(language);
        return name != null ? name : names.values().iterator().next();
    }
}
