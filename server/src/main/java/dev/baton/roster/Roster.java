package dev.baton.roster;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** When one person works: their shifts, without their absences. Pure. */
public final class Roster {

    private final List<Span> worked;
    private final List<Span> absences;

    private Roster(List<Span> worked, List<Span> absences) {
        this.worked = worked;
        this.absences = absences;
    }

    public static Roster of(List<Shift> shifts) {
        List<Span> absences = joined(shifts, Shift.Kind.ABSENCE);
        List<Span> worked = joined(shifts, Shift.Kind.WORK).stream()
                .flatMap(span -> without(span, absences).stream())
                .toList();
        return new Roster(worked, absences);
    }

    /** In order; shifts that touch are one. */
    public List<Span> worked() {
        return worked;
    }

    /**
     * When the work that goes on at an instant ends, or, where none goes on, when it last ended; null for somebody who has
     * never begun, whom no roster limits yet.
     */
    public Instant endsAt(Instant now) {
        Optional<Span> current =
                worked.stream().filter(span -> span.contains(now)).findFirst();
        if (current.isPresent()) {
            return current.get().until();
        }
        // Whoever is absent before a first shift is not there to be given anything either.
        return Stream.concat(
                        worked.stream().map(Span::until).filter(end -> !end.isAfter(now)),
                        absences.stream().filter(span -> span.contains(now)).map(Span::from))
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** When {@link #endsAt} next says something else; empty where nothing is planned. */
    public Optional<Instant> changesAfter(Instant now) {
        return Stream.concat(worked.stream(), absences.stream())
                .flatMap(span -> Stream.of(span.from(), span.until()))
                .filter(at -> at.isAfter(now))
                .min(Comparator.naturalOrder());
    }

    private static List<Span> joined(List<Shift> shifts, Shift.Kind kind) {
        List<Span> joined = new ArrayList<>();
        shifts.stream()
                .filter(shift -> shift.kind() == kind)
                .map(Shift::span)
                .sorted(Comparator.comparing(Span::from))
                .forEach(span -> {
                    Span last = joined.isEmpty() ? null : joined.getLast();
                    if (last == null || last.until().isBefore(span.from())) {
                        joined.add(span);
                    } else if (span.until().isAfter(last.until())) {
                        joined.set(joined.size() - 1, new Span(last.from(), span.until()));
                    }
                });
        return joined;
    }

    private static List<Span> without(Span work, List<Span> absences) {
        List<Span> left = new ArrayList<>();
        Instant from = work.from();
        for (Span absence : absences) {
            if (absence.overlaps(work)) {
                left.add(new Span(from, absence.from()));
                from = absence.until();
            }
        }
        left.add(new Span(from, work.until()));
        left.removeIf(Span::isNothing);
        return left;
    }
}
