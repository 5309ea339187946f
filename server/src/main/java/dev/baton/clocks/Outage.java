package dev.baton.clocks;

import java.time.Duration;
import java.time.Instant;

/**
 * Knows when we were last away, by the gap between two looks at what is due, and for how long nobody is
 * to be ended because of it. A start counts as the end of an outage. Pure; for one thread.
 */
public final class Outage {

    /** Looks further apart than this were an outage: whoever wanted to answer may have found us gone. */
    static final Duration NOTICED = Duration.ofSeconds(30);

    /** What people get to answer once we are back. */
    static final Duration GRACE = Duration.ofSeconds(60);

    private Long lastLook;
    private Instant graceUntil;

    /**
     * To be told at each look that succeeded in reaching the database.
     *
     * @param stopwatch nanoseconds that only go forward
     * @param now by the database's clock
     * @return whether those who came back from an outage with us still have their time of grace
     */
    public boolean graceAt(long stopwatch, Instant now) {
        if (lastLook == null || stopwatch - lastLook > NOTICED.toNanos()) {
            graceUntil = now.plus(GRACE);
        }
        lastLook = stopwatch;
        return now.isBefore(graceUntil);
    }
}
