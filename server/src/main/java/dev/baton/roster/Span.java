package dev.baton.roster;

import java.time.Instant;

/** From an instant until, and without, another. Pure. */
public record Span(Instant from, Instant until) {

    boolean contains(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }

    boolean overlaps(Span other) {
        return from.isBefore(other.until) && other.from.isBefore(until);
    }

    boolean isNothing() {
        return !from.isBefore(until);
    }
}
