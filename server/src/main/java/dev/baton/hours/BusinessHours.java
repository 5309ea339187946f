package dev.baton.hours;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * When somebody is there: weekly hours in a time zone, and dates that differ (holidays, make-up working days 调休). Pure.
 *
 * <p>An hour that a change to summer time skips is never open; one that comes twice is open twice. Hours that pass midnight
 * belong to the day on which they begin.
 *
 * @param weekly by weekday; none for a day on which nobody is there
 * @param days by date, instead of the weekday's
 */
public record BusinessHours(ZoneId zone, Map<DayOfWeek, List<Interval>> weekly, Map<LocalDate, List<Interval>> days) {

    /** Looking further ahead than this for an opening is of no use to anybody. */
    static final int DAYS_AHEAD = 400;

    private record Span(Instant from, Instant to) {}

    public BusinessHours {
        weekly = Map.copyOf(weekly);
        days = Map.copyOf(days);
    }

    public boolean isOpen(Instant at) {
        return around(at).stream().anyMatch(span -> !at.isBefore(span.from) && at.isBefore(span.to));
    }

    /** The first instant from here on at which it is open: this one, if it is; none within {@value #DAYS_AHEAD} days. */
    public Optional<Instant> nextOpening(Instant at) {
        if (isOpen(at)) {
            return Optional.of(at);
        }
        var first = at.atZone(zone).toLocalDate();
        for (int day = 0; day <= DAYS_AHEAD; day++) {
            var opening = spans(first.plusDays(day)).stream()
                    .map(Span::from)
                    .filter(from -> from.isAfter(at))
                    .findFirst();
            if (opening.isPresent()) {
                return opening;
            }
        }
        return Optional.empty();
    }

    /** The first instant after this one at which it is closed, when it is open now; none if it never closes. */
    public Optional<Instant> nextClosing(Instant at) {
        if (!isOpen(at)) {
            return Optional.of(at);
        }
        var until = at;
        for (int hop = 0; hop <= DAYS_AHEAD; hop++) {
            var now = until;
            var end = around(now).stream()
                    .filter(span -> !now.isBefore(span.from) && now.isBefore(span.to))
                    .map(Span::to)
                    .max(Comparator.naturalOrder());
            if (end.isEmpty()) {
                return Optional.of(now);
            }
            until = end.get();
        }
        return Optional.empty();
    }

    /** When so much open time has passed; none if it is not open for so long within {@value #DAYS_AHEAD} days. */
    public Optional<Instant> plus(Instant at, Duration open) {
        var left = open;
        var now = at;
        while (true) {
            var from = nextOpening(now);
            if (from.isEmpty() || Duration.between(at, from.get()).toDays() > DAYS_AHEAD) {
                return Optional.empty();
            }
            var to = nextClosing(from.get());
            if (to.isEmpty() || !from.get().plus(left).isAfter(to.get())) {
                return Optional.of(from.get().plus(left));
            }
            left = left.minus(Duration.between(from.get(), to.get()));
            now = to.get();
        }
    }

    /** How much open time lies between two instants; nothing when the second is the earlier. */
    public Duration between(Instant from, Instant to) {
        var open = Duration.ZERO;
        var now = from;
        while (now.isBefore(to)) {
            var opening = nextOpening(now).filter(to::isAfter);
            if (opening.isEmpty()) {
                return open;
            }
            var closing = nextClosing(opening.get()).filter(to::isAfter).orElse(to);
            open = open.plus(Duration.between(opening.get(), closing));
            now = closing;
        }
        return open;
    }

    /** What could be open at an instant: of its local day and of the day before, whose hours may pass midnight. */
    private List<Span> around(Instant at) {
        var day = at.atZone(zone).toLocalDate();
        var spans = new ArrayList<>(spans(day.minusDays(1)));
        spans.addAll(spans(day));
        return spans;
    }

    private List<Span> spans(LocalDate day) {
        return hoursOf(day).stream()
                .map(hours -> new Span(instant(day, hours.from(), false), instant(day, hours.to(), true)))
                .filter(span -> span.from.isBefore(span.to))
                .sorted(Comparator.comparing(Span::from))
                .toList();
    }

    private List<Interval> hoursOf(LocalDate day) {
        var special = days.get(day);
        return special != null ? special : weekly.getOrDefault(day.getDayOfWeek(), List.of());
    }

    /** A time that does not exist is the moment of the change; of one that exists twice, hours take both. */
    private Instant instant(LocalDate day, int minutes, boolean end) {
        var local = LocalDateTime.of(day, java.time.LocalTime.MIDNIGHT).plusMinutes(minutes);
        var offsets = zone.getRules().getValidOffsets(local);
        if (offsets.isEmpty()) {
            return zone.getRules().getTransition(local).getInstant();
        }
        return local.toInstant(end ? offsets.getLast() : offsets.getFirst());
    }
}
