package dev.baton.identity.accounts;

import dev.baton.identity.AgentId;
import java.time.Instant;

/**
 * A member of staff as stored, without the password.
 *
 * @param advisor whether colleagues may call them in for hard questions
 * @param language {@code zh}, {@code en} or null for whatever the browser says
 * @param preferences a JSON object that only the workbench reads
 */
public record Account(
        AgentId id,
        String email,
        String name,
        Role role,
        boolean advisor,
        boolean mustChangePassword,
        String language,
        boolean enabled,
        String preferences,
        Instant createdAt) {}
