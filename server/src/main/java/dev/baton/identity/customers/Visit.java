package dev.baton.identity.customers;

/**
 * What the widget says when it opens.
 *
 * @param site the site's public key
 * @param token from an earlier visit, null at the first
 * @param identity what the site signed, null for an anonymous visitor
 * @param language {@code zh} or {@code en}
 */
public record Visit(String site, String token, String identity, String language, String page, String device) {}
