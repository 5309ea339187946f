package dev.baton.roster;

import dev.baton.identity.AgentId;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The same shift on the same days of every week. Pure.
 *
 * @param from by the clocks of the zone
 * @param until on the day after where it is not later than {@code from}
 * @param validUntil the last day on which it begins; null for no end
 */
@Schema(
        name = "ShiftPattern",
        requiredProperties = {"id", "agent", "weekdays", "from", "until", "zone", "valid_from"})
public record Pattern(
        PatternId id,
        AgentId agent,
        Set<DayOfWeek> weekdays,
        LocalTime from,
        LocalTime until,
        @Schema(implementation = String.class) ZoneId zone,
        LocalDate validFrom,
        LocalDate validUntil) {

    private static final int COMPARED_DAYS = 372;

    /** The shift that begins on this day; empty where there is none, or where the clocks jump over all of it. */
    Optional<Span> on(LocalDate day) {
        if (!weekdays.contains(day.getDayOfWeek())
                || day.isBefore(validFrom)
                || (validUntil != null && day.isAfter(validUntil))) {
            return Optional.empty();
        }
        LocalDate last = until.isAfter(from) ? day : day.plusDays(1);
        Span span = new Span(instant(day.atTime(from)), instant(last.atTime(until)));
        return span.isNothing() ? Optional.empty() : Optional.of(span);
    }

    /** Whether the two will ever put somebody in two places at once, as far as a year from a day on shows. */
    boolean collides(Pattern other, LocalDate today) {
        LocalDate first = Stream.of(validFrom, other.validFrom, today)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        for (int i = -1; i < COMPARED_DAYS; i++) {
            LocalDate day = first.plusDays(i);
            Optional<Span> mine = on(day);
            boolean both = mine.isPresent()
                    && day.minusDays(1)
                            .datesUntil(day.plusDays(2))
                            .anyMatch(near ->
                                    other.on(near).filter(mine.get()::overlaps).isPresent());
            if (both) {
                return true;
            }
        }
        return false;
    }

    /** In the hour that is skipped: its end. In the hour that comes twice: the first time, for beginnings and ends alike. */
    private Instant instant(LocalDateTime local) {
        var offsets = zone.getRules().getValidOffsets(local);
        return offsets.isEmpty()
                ? zone.getRules().getTransition(local).getInstant()
                : local.toInstant(offsets.getFirst());
    }
}
