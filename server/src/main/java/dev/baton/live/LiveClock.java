package dev.baton.live;

import dev.baton.platform.database.DatabaseTime;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * The database's time on our own stopwatch, for threads that must not wait for the database and heartbeats that go on
 * without it. Compared again every second.
 */
@Singleton
final class LiveClock {

    private static final Logger LOG = Logger.getLogger(LiveClock.class);

    private record Sight(Instant said, long nanos) {}

    private final DatabaseTime database;
    private final AtomicBoolean comparing = new AtomicBoolean();
    private volatile Sight last;

    LiveClock(DatabaseTime database) {
        this.database = database;
    }

    void start(@Observes StartupEvent starting) {
        look();
    }

    Instant now() {
        Sight seen = last;
        return seen.said().plusNanos(System.nanoTime() - seen.nanos());
    }

    /** Never blocks; the comparison happens beside. */
    void compare() {
        if (comparing.compareAndSet(false, true)) {
            Thread.startVirtualThread(this::compareBeside);
        }
    }

    private void compareBeside() {
        try {
            look();
        } catch (RuntimeException away) {
            LOG.debugf("the database does not tell the time: %s", away);
        } finally {
            comparing.set(false);
        }
    }

    private void look() {
        last = new Sight(database.now(), System.nanoTime());
    }
}
