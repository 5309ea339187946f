package dev.baton.staffing.presence;

import dev.baton.conversation.Availability;
import dev.baton.identity.AgentId;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One change of somebody's availability.
 *
 * @param reason of a break, a code of the catalogue; null for none
 * @param by who said so; null for Baton itself
 * @param why what made Baton say so: {@code idle}, {@code missed_offers}, {@code disabled}
 */
@Schema(
        name = "AvailabilityEntry",
        requiredProperties = {"availability", "at"})
public record AvailabilityEntry(
        Availability availability, String reason, AgentId by, String byName, String why, Instant at) {}
