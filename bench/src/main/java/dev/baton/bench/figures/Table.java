package dev.baton.bench.figures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The figures as a Markdown table. */
final class Table {

    private static final String BEGIN = "<!-- figures -->";
    private static final String END = "<!-- end of figures -->";
    private static final String HEAD = """
            | figure | measured | compared with | ratio | aim | met |
            |---|---|---|---|---|---|
            """;

    private final List<String> rows = new ArrayList<>();

    /** A figure that stands for itself. */
    void add(String figure, String measured) {
        row(figure, measured, "", "", "", "");
    }

    /** A figure with something to be compared with. @param ratio of the two */
    void add(String figure, String measured, String baseline, double ratio) {
        row(figure, measured, baseline, times(ratio), "", "");
    }

    /** A figure with an aim. @param baseline empty for none; @param ratio 0 for none */
    void add(String figure, String measured, String baseline, double ratio, String aim, boolean met) {
        row(figure, measured, baseline, ratio == 0 ? "" : times(ratio), aim, met ? "yes" : "**no**");
    }

    private void row(String... cells) {
        String row = "| " + String.join(" | ", cells) + " |";
        rows.add(row);
        System.out.println(row);
    }

    private static String times(double ratio) {
        return String.format(Locale.ROOT, "%.2f×", ratio);
    }

    String markdown() {
        return HEAD + String.join("\n", rows) + "\n";
    }

    /** Puts text between the markers of a document, and leaves the rest of it alone. */
    static void write(Path document, String text) {
        try {
            String old = Files.readString(document);
            int from = old.indexOf(BEGIN);
            int to = old.indexOf(END);
            if (from < 0 || to < from) throw new IllegalStateException(document + " has no place for the figures");
            Files.writeString(document, old.substring(0, from) + BEGIN + "\n" + text + old.substring(to));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
