package dev.baton.channels.web;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How many visits an address may open: a bucket for each, filled evenly. Forgets the addresses that it has not heard of for
 * longest, so that it never grows; a forgotten one starts full. Pure but for its own memory.
 */
final class VisitPace {

    private static final int MOST_ADDRESSES = 50_000;
    private static final double NANOS_PER_MINUTE = 60e9;

    private final int perMinute;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_ADDRESSES;
        }
    };

    private record Bucket(double visits, long atNanos) {}

    VisitPace(int perMinute) {
        this.perMinute = perMinute;
    }

    /**
     * Takes one visit.
     *
     * @param nanos now, from a clock that only goes forward
     */
    synchronized boolean take(String address, long nanos) {
        Bucket before = buckets.getOrDefault(address, new Bucket(perMinute, nanos));
        double filled = before.visits() + (nanos - before.atNanos()) / NANOS_PER_MINUTE * perMinute;
        double visits = Math.min(perMinute, filled);
        boolean taken = visits >= 1;
        buckets.put(address, new Bucket(taken ? visits - 1 : visits, nanos));
        return taken;
    }
}
