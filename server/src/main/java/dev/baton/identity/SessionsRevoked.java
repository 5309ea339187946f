package dev.baton.identity;

import java.util.Set;

/** These credentials are no longer good, as committed: sockets that were opened with them close. */
public record SessionsRevoked(Set<SessionKey> keys) {}
