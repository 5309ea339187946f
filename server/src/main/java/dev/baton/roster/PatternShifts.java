package dev.baton.roster;

import dev.baton.platform.Ids;
import dev.baton.platform.Refused;
import dev.baton.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Makes the rows that a weekly pattern promises, some weeks ahead. */
@ApplicationScoped
class PatternShifts {

    private final RosterStore store;
    private final int horizonDays;

    PatternShifts(RosterStore store, Settings settings) {
        this.store = store;
        horizonDays = settings.get(Settings.ROSTER_HORIZON);
    }

    static void refuse(Shift other) {
        throw new Refused(
                409,
                "shift_overlaps",
                Map.of(
                        "agent", other.agent(),
                        "starts_at", other.startsAt(),
                        "ends_at", other.endsAt()));
    }

    /**
     * Writes a pattern that is new, or has changed, and its shifts from today on.
     *
     * @throws Refused {@code shift_overlaps}, {@code patterns_overlap}
     */
    void make(Handle handle, Pattern pattern, Instant now) {
        LocalDate today = now.atZone(pattern.zone()).toLocalDate();
        store.patterns(handle).stream()
                .filter(other -> other.agent().equals(pattern.agent())
                        && !other.id().equals(pattern.id())
                        && other.collides(pattern, today))
                .findFirst()
                .ifPresent(other -> {
                    throw new Refused(409, "patterns_overlap");
                });
        LocalDate last = last(pattern, now);
        store.save(handle, pattern, last);
        for (Span span : spans(pattern, today.minusDays(1), last)) {
            if (span.until().isAfter(now)) {
                Shift shift = shift(pattern, span);
                var other = store.inTheWayOf(handle, shift, List.of());
                if (other.isEmpty()) {
                    store.insert(handle, shift);
                } else if (!pattern.id().equals(other.get().pattern())) {
                    refuse(other.get());
                }
            }
        }
    }

    /** Makes the shifts of days that have come into sight. */
    void extend(Handle handle, Instant now) {
        if (!inSight(handle, now).isEmpty()) {
            store.lock(handle);
            inSight(handle, now).forEach((pattern, madeUntil) -> extend(handle, pattern, madeUntil, now));
        }
    }

    private Map<Pattern, LocalDate> inSight(Handle handle, Instant now) {
        Map<Pattern, LocalDate> unfinished = store.unfinished(
                handle, now.atOffset(ZoneOffset.UTC).toLocalDate().plusDays(horizonDays + 1));
        unfinished.entrySet().removeIf(each -> !each.getValue().isBefore(last(each.getKey(), now)));
        return unfinished;
    }

    /** What was planned by hand has precedence. */
    private void extend(Handle handle, Pattern pattern, LocalDate madeUntil, Instant now) {
        LocalDate last = last(pattern, now);
        for (Span span : spans(pattern, madeUntil.plusDays(1), last)) {
            Shift shift = shift(pattern, span);
            if (store.inTheWayOf(handle, shift, List.of()).isEmpty()) {
                store.insert(handle, shift);
            }
        }
        store.save(handle, pattern, last);
    }

    private LocalDate last(Pattern pattern, Instant now) {
        return now.atZone(pattern.zone()).toLocalDate().plusDays(horizonDays);
    }

    private static List<Span> spans(Pattern pattern, LocalDate first, LocalDate last) {
        return first.datesUntil(last.plusDays(1))
                .flatMap(day -> pattern.on(day).stream())
                .toList();
    }

    private static Shift shift(Pattern pattern, Span span) {
        return new Shift(
                new ShiftId(Ids.next()),
                pattern.agent(),
                Shift.Kind.WORK,
                span.from(),
                span.until(),
                pattern.id(),
                null);
    }
}
