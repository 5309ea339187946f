package dev.baton.identity.accounts;

import dev.baton.identity.AgentId;

/**
 * An account that is about to be made.
 *
 * @param mustChangePassword whether its first password is good for one sign-in only
 */
public record NewAccount(AgentId id, AccountChange profile, String passwordHash, boolean mustChangePassword) {}
