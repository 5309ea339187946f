package dev.baton.live;

/** How fast one connection may speak: a bucket of frames that refills evenly. Not thread-safe. */
final class Pace {

    private final int perSecond;
    private final int burst;
    private double left;
    private long lastNanos;

    Pace(int perSecond, int burst, long nowNanos) {
        this.perSecond = perSecond;
        this.burst = burst;
        this.left = burst;
        this.lastNanos = nowNanos;
    }

    /** False when this frame is one too many. */
    boolean allows(long nowNanos) {
        left = Math.min(burst, left + (nowNanos - lastNanos) / 1e9 * perSecond);
        lastNanos = nowNanos;
        if (left < 1) {
            return false;
        }
        left -= 1;
        return true;
    }
}
