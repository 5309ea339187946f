package dev.baton.bench.client;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long somebody keeps trying while the server is away, with growing pauses. Not thread-safe: one for each attempt at
 * something.
 */
public final class Patience {

    private static final long FIRST_PAUSE_MILLIS = 50;
    private static final long LONGEST_PAUSE_MILLIS = 1_000;

    private final long endNanos;
    private long pauseMillis = FIRST_PAUSE_MILLIS;

    public Patience(Duration longest) {
        endNanos = System.nanoTime() + longest.toNanos();
    }

    /** Pauses; false when it is time to give up. */
    public boolean waits() {
        if (System.nanoTime() >= endNanos) return false;
        try {
            Thread.sleep(pauseMillis / 2 + ThreadLocalRandom.current().nextLong(pauseMillis));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        pauseMillis = Math.min(LONGEST_PAUSE_MILLIS, pauseMillis * 2);
        return true;
    }
}
