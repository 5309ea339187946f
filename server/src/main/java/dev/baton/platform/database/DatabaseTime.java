package dev.baton.platform.database;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;

/**
 * The time, as {@code baton_now()} tells it, without asking for each use: several servers and the database agree on it,
 * and tests move it. Within a second of the truth when somebody moves the database's clock, else within milliseconds.
 */
@Singleton
public final class DatabaseTime {

    private static final long STALE_NANOS = Duration.ofSeconds(1).toNanos();

    private final Jdbi jdbi;
    private volatile Sight last;
    private final AtomicInteger forgotten = new AtomicInteger();

    public DatabaseTime(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** What the database said, and when we asked on our own stopwatch. */
    private record Sight(Instant said, long asked) {
        Instant at(long now) {
            return said.plusNanos(now - asked);
        }
    }

    /** Forgets what it saw: the next {@link #now} is exact. For tests that have just moved the clock. */
    public void lookAgain() {
        forgotten.incrementAndGet();
        last = null;
    }

    public Instant now() {
        Sight seen = last;
        long stopwatch = System.nanoTime();
        if (seen == null || stopwatch - seen.asked() > STALE_NANOS) seen = look();
        return seen.at(System.nanoTime());
    }

    /** Asks again; several threads may do so at once, the last one stays, unless it asked before we were told to forget. */
    private Sight look() {
        int before = forgotten.get();
        Instant said = jdbi.withHandle(handle ->
                handle.createQuery("SELECT baton_now()").mapTo(Instant.class).one());
        Sight seen = new Sight(said, System.nanoTime());
        if (forgotten.get() == before) last = seen;
        return seen;
    }
}
