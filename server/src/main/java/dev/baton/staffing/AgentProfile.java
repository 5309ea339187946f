package dev.baton.staffing;

import dev.baton.conversation.Availability;
import dev.baton.identity.AgentId;
import dev.baton.identity.GroupId;
import java.time.Instant;
import java.util.Set;

/**
 * An agent as colleagues see them.
 *
 * @param capacity conversations that may count at once
 * @param load conversations that count now
 * @param availabilitySince when they said so
 * @param connected whether one of their screens is open
 * @param missedOffers how many in a row, up to now
 * @param shiftEndsAt of the shift that they are in; null where no roster says so
 * @param availabilityReason of a break, a code of the catalogue; null for none
 */
public record AgentProfile(
        AgentId id,
        String name,
        String role,
        boolean advisor,
        boolean enabled,
        int capacity,
        int load,
        Availability availability,
        Instant availabilitySince,
        boolean connected,
        Set<GroupId> groups,
        int missedOffers,
        Instant shiftEndsAt,
        String availabilityReason) {}
