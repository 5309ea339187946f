package dev.baton.bench.replay;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/**
 * What came of a replay.
 *
 * @param failures dialogues that could not be carried to their end
 * @param reasons of the first of them
 * @param reconnects how often agents lost their line and came back
 */
public record Report(
        int dialogues,
        int failures,
        List<String> reasons,
        Verdict verdict,
        Duration took,
        int reconnects,
        Histogram toAck,
        Histogram toSeen,
        Histogram toAgent) {

    private static final double MICROS_PER_MILLI = 1_000;

    /** Everything was carried out, and stored as it was said. */
    public boolean isClean() {
        return failures == 0 && verdict.isClean() && dialogues > 0;
    }

    /** For people. */
    public String text() {
        double seconds = took.toMillis() / 1_000.0;
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                """
                dialogues   %d carried out, %d failed
                messages    %d stored
                lost        %d
                duplicated  %d
                reordered   %d
                altered     %d
                phantom     %d
                misnumbered %d
                throughput  %.0f messages a second, %.1f dialogues a second, in %.1f s
                """,
                dialogues,
                failures,
                verdict.messages(),
                verdict.lost(),
                verdict.duplicated(),
                verdict.reordered(),
                verdict.altered(),
                verdict.phantom(),
                verdict.misnumbered(),
                verdict.messages() / seconds,
                dialogues / seconds,
                seconds));
        if (reconnects > 0) text.append("reconnects  ").append(reconnects).append(" by agents\n");
        text.append(line("send → ack", toAck));
        text.append(line("send → seen", toSeen));
        text.append(line("start → agent", toAgent));
        reasons.forEach(reason -> text.append("failed: ").append(reason).append('\n'));
        verdict.details()
                .forEach(detail -> text.append("wrong: ").append(detail).append('\n'));
        return text.toString();
    }

    private static String line(String name, Histogram latency) {
        return String.format(
                Locale.ROOT,
                "%-13s p50 %.1f ms, p90 %.1f ms, p99 %.1f ms, longest %.1f ms (%d)%n",
                name,
                latency.getValueAtPercentile(50) / MICROS_PER_MILLI,
                latency.getValueAtPercentile(90) / MICROS_PER_MILLI,
                latency.getValueAtPercentile(99) / MICROS_PER_MILLI,
                latency.getMaxValue() / MICROS_PER_MILLI,
                latency.getTotalCount());
    }
}
