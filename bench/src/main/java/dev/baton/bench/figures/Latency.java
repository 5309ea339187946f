package dev.baton.bench.figures;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/** Collects latencies from several threads. */
final class Latency {

    private static final long LONGEST_NANOS = TimeUnit.MINUTES.toNanos(5);

    private final Recorder recorder = new Recorder(LONGEST_NANOS, 3);

    void since(long nanos) {
        recorder.recordValue(Math.clamp(System.nanoTime() - nanos, 1, LONGEST_NANOS));
    }

    /** What came in since the last call. */
    Quantiles take() {
        Histogram histogram = recorder.getIntervalHistogram();
        return new Quantiles(
                histogram.getTotalCount(),
                histogram.getValueAtPercentile(50) / 1e6,
                histogram.getValueAtPercentile(99) / 1e6);
    }

    /** In milliseconds. */
    record Quantiles(long count, double p50, double p99) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "p50 %.1f ms, p99 %.1f ms", p50, p99);
        }
    }
}
