package dev.baton.identity.customers;

import dev.baton.identity.AgentId;
import dev.baton.identity.CustomerId;
import dev.baton.identity.SiteId;
import java.time.Instant;
import java.util.Map;

/**
 * A customer as stored.
 *
 * @param externalId what their site calls them, null while anonymous
 * @param attributes whatever else their site said of them
 * @param page where they were last seen, null when unknown
 * @param device what their browser calls itself
 * @param accountAgent who looks after them, null for nobody in particular
 */
public record Customer(
        CustomerId id,
        SiteId site,
        String externalId,
        String name,
        String email,
        Map<String, String> attributes,
        Instant createdAt,
        Instant lastSeenAt,
        String page,
        String device,
        String language,
        AgentId accountAgent) {

    public boolean isIdentified() {
        return externalId != null;
    }
}
