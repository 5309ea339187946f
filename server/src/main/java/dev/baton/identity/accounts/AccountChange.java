package dev.baton.identity.accounts;

/** What an admin may say of an account. */
public record AccountChange(String name, String email, Role role, boolean advisor, boolean enabled) {}
