package dev.baton.roster;

import dev.baton.identity.AgentId;
import dev.baton.platform.Fields;
import dev.baton.platform.Refused;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Checks what people fill in about shifts. */
public final class ShiftFields {

    private static final Duration LONGEST_VIEW = Duration.ofDays(100);

    private ShiftFields() {}

    /** What is written of a shift or an absence. */
    @Schema(name = "ShiftDetails")
    public record WrittenShift(AgentId agent, Shift.Kind kind, Instant startsAt, Instant endsAt, String note) {

        Shift checked(ShiftId id) {
            AgentId whose = Fields.required("agent", agent);
            Shift.Kind what = Fields.required("kind", kind);
            Instant from = instant("starts_at", startsAt);
            Instant until = instant("ends_at", endsAt);
            String rule = Shift.fault(what, from, until);
            if (rule != null) {
                throw Refused.invalid("ends_at", rule);
            }
            return new Shift(id, whose, what, from, until, null, Fields.optionalLine("note", note, Shift.LONGEST_NOTE));
        }
    }

    /** What is written of a weekly pattern. */
    @Schema(name = "ShiftPatternDetails")
    public record WrittenPattern(
            AgentId agent,
            List<DayOfWeek> weekdays,
            LocalTime from,
            LocalTime until,
            String zone,
            LocalDate validFrom,
            LocalDate validUntil) {

        Pattern checked(PatternId id, AgentId whose) {
            Set<DayOfWeek> days = new TreeSet<>();
            for (DayOfWeek day : Fields.required("weekdays", weekdays)) {
                days.add(Fields.required("weekdays", day));
            }
            if (days.isEmpty()) {
                throw Refused.invalid("weekdays", "required");
            }
            LocalTime begins = Fields.required("from", from).truncatedTo(ChronoUnit.MINUTES);
            LocalTime ends = Fields.required("until", until).truncatedTo(ChronoUnit.MINUTES);
            if (begins.equals(ends)) {
                throw Refused.invalid("until", "inverted");
            }
            ZoneId where = ShiftFields.zone("zone", zone);
            LocalDate first = date("valid_from", Fields.required("valid_from", validFrom));
            if (validUntil != null && date("valid_until", validUntil).isBefore(first)) {
                throw Refused.invalid("valid_until", "inverted");
            }
            return new Pattern(id, whose, Set.copyOf(days), begins, ends, where, first, validUntil);
        }
    }

    public static Instant instant(String field, Instant written) {
        Instant at = Fields.required(field, written);
        if (at.isBefore(Shift.EARLIEST) || at.isAfter(Shift.LATEST)) {
            throw Refused.invalid(field, "out_of_range");
        }
        return at.truncatedTo(ChronoUnit.SECONDS);
    }

    /** An IANA zone; offsets would be wrong for half of the year. */
    public static ZoneId zone(String field, String written) {
        String name = Fields.line(field, written, 60);
        if (!ZoneId.getAvailableZoneIds().contains(name)) {
            throw Refused.invalid(field, "unknown");
        }
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw Refused.invalid(field, "unknown");
        }
    }

    private static LocalDate date(String field, LocalDate date) {
        if (date.getYear() < 2000 || date.getYear() > 2099) {
            throw Refused.invalid(field, "out_of_range");
        }
        return date;
    }

    /** What a view or a file covers, 100 days at most. */
    public static Span span(String from, String until) {
        Span span = new Span(read("from", from), read("until", until));
        if (span.isNothing()) {
            throw Refused.invalid("until", "inverted");
        }
        if (Duration.between(span.from(), span.until()).compareTo(LONGEST_VIEW) > 0) {
            throw Refused.invalid("until", "out_of_range");
        }
        return span;
    }

    private static Instant read(String field, String written) {
        try {
            return instant(field, Instant.parse(Fields.required(field, written)));
        } catch (DateTimeException e) {
            throw Refused.invalid(field, "malformed");
        }
    }
}
