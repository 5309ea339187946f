package dev.baton.identity.accounts;

import dev.baton.identity.SessionKey;
import dev.baton.identity.Viewer;
import java.time.Instant;

/**
 * A staff member who is signed in.
 *
 * @param csrf the token that unsafe requests repeat in a header
 * @param mustChangePassword whether nothing but changing the password is allowed
 * @param expiresAt the absolute end
 */
public record StaffSession(
        SessionKey key, Viewer.Staff viewer, String csrf, boolean mustChangePassword, Instant expiresAt) {}
