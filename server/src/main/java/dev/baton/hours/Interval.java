package dev.baton.hours;

/**
 * Open from one minute of a local day to another, the latter excluded.
 *
 * @param from minutes after midnight, 0 to 1439
 * @param to minutes after the same midnight, later than {@code from} and at most a day later: beyond 1440 it is the next day
 */
public record Interval(int from, int to) {

    static final int DAY = 1440;

    public Interval {
        if (from < 0 || from >= DAY || to <= from || to > from + DAY) {
            throw new IllegalArgumentException("not an interval of a day: " + from + " to " + to);
        }
    }
}
