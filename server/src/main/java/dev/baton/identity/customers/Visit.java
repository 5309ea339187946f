package dev.baton.identity.customers;

/**
 * What the widget says when it opens.
 *
 * @param token from an earlier visit, null at the first
 * @param identity what the site signed, null for an anonymous visitor
 * @param language {@code zh} or {@code en}
 */
public record Visit(String token, String identity, String language, String page, String device) {}
