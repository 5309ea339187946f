package dev.baton.bench.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is wrong with one stored transcript, or with many together.
 *
 * @param messages stored
 * @param lost acknowledged, but not stored
 * @param duplicated stored more than once
 * @param reordered stored in another order than they were said in
 * @param altered stored with other bytes or another author
 * @param phantom stored though nobody said them, or shown though they are not stored
 * @param misnumbered under another number than the acknowledged one, or with a gap in the numbers
 * @param details one line for each of the first faults
 */
public record Verdict(
        int messages,
        int lost,
        int duplicated,
        int reordered,
        int altered,
        int phantom,
        int misnumbered,
        List<String> details) {

    private static final int MOST_DETAILS = 20;

    static final Verdict NOTHING = new Verdict(0, 0, 0, 0, 0, 0, 0, List.of());

    public boolean isClean() {
        return lost + duplicated + reordered + altered + phantom + misnumbered == 0;
    }

    Verdict and(Verdict other) {
        List<String> both = new ArrayList<>(Stream.concat(details.stream(), other.details.stream())
                .limit(MOST_DETAILS)
                .toList());
        return new Verdict(
                messages + other.messages,
                lost + other.lost,
                duplicated + other.duplicated,
                reordered + other.reordered,
                altered + other.altered,
                phantom + other.phantom,
                misnumbered + other.misnumbered,
                both);
    }
}
