package dev.baton.identity.customers;

import dev.baton.identity.SiteId;
import java.util.List;
import java.util.Map;

/**
 * A web presence of the company that embeds the widget.
 *
 * @param key public, in the line that embeds the widget
 * @param secret signs customers' identities; only the site's own server may know it
 * @param origins the pages that may frame the widget, besides our own
 * @param language what its customers are greeted in, null for the browser's
 * @param greetings by language
 * @param slots what a conversation from there takes of an agent's capacity
 */
public record Site(
        SiteId id,
        String key,
        String name,
        String secret,
        List<String> origins,
        String language,
        String brandColor,
        Map<String, String> greetings,
        boolean enabled,
        int slots) {

    public Site withSecret(String newSecret) {
        return new Site(id, key, name, newSecret, origins, language, brandColor, greetings, enabled, slots);
    }

    /** The secret stays out of logs. */
    @Override
    public String toString() {
        return "Site[" + key + "]";
    }
}
