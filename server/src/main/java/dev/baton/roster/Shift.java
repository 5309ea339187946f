package dev.baton.roster;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.baton.identity.AgentId;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * When somebody works, or does not.
 *
 * @param pattern what made it; null for a one-off
 * @param note for colleagues; null for none
 */
@Schema(
        name = "Shift",
        requiredProperties = {"id", "agent", "kind", "starts_at", "ends_at"})
public record Shift(
        ShiftId id, AgentId agent, Kind kind, Instant startsAt, Instant endsAt, PatternId pattern, String note) {

    public static final int LONGEST_NOTE = 200;

    static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");
    private static final Duration LONGEST_WORK = Duration.ofHours(24);
    private static final Duration LONGEST_ABSENCE = Duration.ofDays(366);

    /** An absence beats work. */
    @Schema(name = "ShiftKind")
    public enum Kind {
        WORK,
        ABSENCE;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind ofWire(String wire) {
            return valueOf(wire.toUpperCase(Locale.ROOT));
        }
    }

    /** The rule that is broken; null for none. */
    public static String fault(Shift.Kind kind, Instant from, Instant until) {
        if (!from.isBefore(until)) {
            return "inverted";
        }
        if (from.isBefore(EARLIEST) || until.isAfter(LATEST)) {
            return "out_of_range";
        }
        Duration longest = switch (kind) {
            case WORK -> LONGEST_WORK;
            case ABSENCE -> LONGEST_ABSENCE;
        };
        return Duration.between(from, until).compareTo(longest) > 0 ? "too_long" : null;
    }

    @JsonIgnore
    Span span() {
        return new Span(startsAt, endsAt);
    }

    Shift of(AgentId other) {
        return new Shift(id, other, kind, startsAt, endsAt, pattern, note);
    }
}
