package dev.baton.identity.customers;

import java.util.Map;

/**
 * Who a site says its visitor is.
 *
 * @param externalId the site's own name for the customer
 */
public record ClaimedIdentity(String externalId, String name, String email, Map<String, String> attributes) {}
