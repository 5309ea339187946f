package dev.baton.bench.figures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** {@code ./baton bench}: takes the figures and writes them down. */
public final class BenchCommand {

    private static final List<String> NAMES = List.of("sends", "echo", "starts", "sockets", "stock", "routing");

    private static final String USAGE = """
            Usage: ./baton bench [names] [--quick]

            Measures this machine with a server and a database of its own, and prints a table. Without names: all of
            sends, echo, starts, sockets, stock, routing; the table then goes into docs/performance.md as well. Start-up and idle
            memory are always measured. Takes up to 15 minutes; --quick takes a minute and writes nothing.
            """;

    private BenchCommand() {}

    /** @return the exit code */
    public static int run(List<String> arguments) {
        if (arguments.contains("--help")) {
            System.out.print(USAGE);
            return 0;
        }
        boolean quick = arguments.contains("--quick");
        List<String> names = new ArrayList<>(arguments);
        names.remove("--quick");
        for (String name : names) {
            if (!NAMES.contains(name)) throw new IllegalArgumentException("there is no figure '" + name + "'; --help");
        }
        Table table = take(quick ? Scale.QUICK : Scale.FULL, names.isEmpty() ? NAMES : names);
        if (!quick && names.isEmpty()) {
            String home = System.getProperty("baton.home", "..");
            Table.write(Path.of(home, "docs", "performance.md"), heading() + table.markdown());
        }
        return 0;
    }

    /** @throws IllegalStateException when something went wrong that a figure must not hide */
    static Table take(Scale scale, List<String> names) {
        Table table = new Table();
        try (Ground ground = new Ground()) {
            Figures figures = new Figures(scale, table, ground);
            figures.startUp();
            if (names.contains("sends") || names.contains("sockets") || names.contains("stock")) figures.sends();
            if (names.contains("echo")) figures.echo();
            if (names.contains("starts")) figures.starts("nothing else open");
            if (names.contains("sockets")) figures.sockets();
            if (names.contains("stock")) figures.stock();
            figures.end();
            if (names.contains("routing")) new RoutingFigures(scale, table, ground).take();
            return table;
        } catch (SQLException e) {
            throw new IllegalStateException("the database refused: " + e.getMessage(), e);
        }
    }

    private static String heading() {
        return String.format(
                Locale.ROOT,
                """
                Taken on %s with `./baton bench`, load generator and server on the same machine: %d cores, %s of memory,
                %s, Linux %s, JDK %s, load average %s at the end.

                """,
                LocalDate.now(),
                Runtime.getRuntime().availableProcessors(),
                first("/proc/meminfo", "MemTotal:"),
                first("/proc/cpuinfo", "model name").replaceFirst("^: *", ""),
                System.getProperty("os.version"),
                Runtime.version(),
                first("/proc/loadavg", "").split(" ")[0]);
    }

    /** The rest of the first line that starts like that. */
    private static String first(String file, String start) {
        try {
            return Files.readAllLines(Path.of(file)).stream()
                    .filter(line -> line.startsWith(start))
                    .map(line -> line.substring(start.length()).strip())
                    .findFirst()
                    .orElse("?");
        } catch (IOException e) {
            return "?";
        }
    }
}
