package dev.baton.roster;

import dev.baton.clocks.DueSource;
import dev.baton.platform.database.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/**
 * Keeps {@code agents.shift_ends_at} true: looks when a shift begins or ends, when a plan changes, and every few seconds, since
 * another server may have changed one.
 */
@ApplicationScoped
public class RosterClock implements DueSource {

    private static final Duration REST = Duration.ofSeconds(5);

    /** Who last worked longer ago than this has no roster any more. */
    private static final Duration REMEMBERED = Duration.ofDays(7);

    private final Rosters rosters;
    private final DatabaseTime time;
    private int seen = -1;
    private Instant looked = Instant.EPOCH;
    private Instant next = Instant.EPOCH;

    RosterClock(Rosters rosters, DatabaseTime time) {
        this.rosters = rosters;
        this.time = time;
    }

    @Override
    public boolean fireDue() {
        Instant now = time.now();
        boolean rested = now.isBefore(looked) || now.isAfter(looked.plus(REST));
        int changes = rosters.changes();
        if (changes == seen && !rested && now.isBefore(next)) {
            return false;
        }
        next = rosters.keep(now, new Span(now.minus(REMEMBERED), now.plus(REMEMBERED)));
        looked = now;
        seen = changes;
        return false;
    }
}
