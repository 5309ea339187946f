package dev.baton.identity;

import java.time.Instant;

/**
 * A credential that was good when it was looked up.
 *
 * @param key names the credential in {@link SessionsRevoked}
 * @param expiresAt when it ends whatever happens; the idle limit may end it sooner
 */
public record SignedIn(SessionKey key, Viewer viewer, Instant expiresAt) {}
