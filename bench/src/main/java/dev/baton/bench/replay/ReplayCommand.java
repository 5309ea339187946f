package dev.baton.bench.replay;

import dev.baton.bench.client.LiveSocketClient;
import dev.baton.bench.client.RestClient;
import dev.baton.bench.client.ServerAddress;
import dev.baton.bench.rig.Company;
import dev.baton.bench.rig.PackagedServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** {@code ./baton replay}: reads the command line, finds or starts a server, plays, and prints what came of it. */
public final class ReplayCommand {

    private static final String USAGE = """
            Usage: ./baton replay FILE… [options]

            Plays dialogues (one JSON object a line: {"id", "language", "turns": [{"by": "customer" | "agent", "text"}]})
            through the public API, then compares every stored transcript with its input, byte for byte.

              --customers N   customers at once (16)
              --agents M      agents at once (4)
              --repeat K      play every dialogue so often (1)
              --url URL       a running server; without it the packaged one is started with a database of its own
              --site KEY      the site that customers come by on that server (demo)
              --admin EMAIL   the account that makes the agents there; its password in BATON_ADMIN_PASSWORD
            """;

    /** What a packaged server needs to take so many visitors from one address, and to hash passwords nobody has. */
    public static final Map<String, String> SETTINGS = Map.of(
            "BATON_VISITS_PER_MINUTE", "1000000",
            "BATON_LIVE_FRAMES_PER_SECOND", "100000",
            "BATON_ARGON2_MEMORY", "8192",
            "BATON_ARGON2_ITERATIONS", "1");

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long PROGRESS_MILLIS = 2_000;

    private final List<Path> files = new ArrayList<>();
    private int customers = 16;
    private int agents = 4;
    private int repeat = 1;
    private String url;
    private String site = "demo";
    private String admin;

    private ReplayCommand() {}

    /** @return the exit code */
    public static int run(List<String> arguments) {
        if (arguments.isEmpty() || arguments.contains("--help")) {
            System.out.print(USAGE);
            return arguments.isEmpty() ? 2 : 0;
        }
        ReplayCommand command = new ReplayCommand();
        command.read(new ArrayDeque<>(arguments));
        return command.run();
    }

    private void read(Deque<String> words) {
        while (!words.isEmpty()) {
            String word = words.poll();
            switch (word) {
                case "--customers" -> customers = number(word, words.poll());
                case "--agents" -> agents = number(word, words.poll());
                case "--repeat" -> repeat = number(word, words.poll());
                case "--url" -> url = text(word, words.poll());
                case "--site" -> site = text(word, words.poll());
                case "--admin" -> admin = text(word, words.poll());
                default -> {
                    if (word.startsWith("--")) throw new IllegalArgumentException("there is no option " + word);
                    files.add(Path.of(word));
                }
            }
        }
        if (files.isEmpty()) throw new IllegalArgumentException("which file? ./baton replay --help");
        if (url != null && (admin == null || System.getenv("BATON_ADMIN_PASSWORD") == null)) {
            throw new IllegalArgumentException(
                    "with --url, give --admin EMAIL and the password in BATON_ADMIN_PASSWORD");
        }
    }

    private static int number(String option, String value) {
        try {
            int number = Integer.parseInt(text(option, value));
            if (number >= 1 && number <= 10_000) return number;
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new IllegalArgumentException(option + " takes a number from 1 to 10000, not " + value);
    }

    private static String text(String option, String value) {
        if (value == null) throw new IllegalArgumentException(option + " needs a value");
        return value;
    }

    private int run() {
        List<Dialogue> dialogues = DialogueReader.read(files);
        return url == null ? onOwnServer(dialogues) : onServer(ServerAddress.parse(url), dialogues);
    }

    private int onOwnServer(List<Dialogue> dialogues) {
        try (PackagedServer server = new PackagedServer(SETTINGS)) {
            System.out.printf(
                    "Starting the server … ready after %.1f s%n", server.start().toMillis() / 1_000.0);
            RestClient nobody = RestClient.ofNobody(new RestClient.Lines(server.address()), PATIENCE);
            try (Company company = Company.inPackaged(server, nobody)) {
                return play(dialogues, company);
            }
        }
    }

    private int onServer(ServerAddress address, List<Dialogue> dialogues) {
        RestClient nobody = RestClient.ofNobody(new RestClient.Lines(address), PATIENCE);
        try (Company company = new Company(nobody, admin, System.getenv("BATON_ADMIN_PASSWORD"), site, "Replay")) {
            return play(dialogues, company);
        }
    }

    private int play(List<Dialogue> dialogues, Company company) {
        Queue<Dialogue> source = new ConcurrentLinkedQueue<>();
        for (int i = 0; i < repeat; i++) source.addAll(dialogues);
        int total = source.size();
        try (LiveSocketClient sockets = new LiveSocketClient(2);
                Replay replay = new Replay(source::poll, customers, agents, company, sockets, PATIENCE)) {
            System.out.printf("Playing %d dialogues with %d customers and %d agents%n", total, customers, agents);
            Thread progress = Thread.ofVirtual().start(() -> showProgress(replay, total));
            replay.run();
            progress.interrupt();
            Report report = replay.report();
            System.out.print(report.text());
            return report.isClean() ? 0 : 1;
        }
    }

    private static void showProgress(Replay replay, int total) {
        long shown = -1;
        try {
            while (true) {
                Thread.sleep(PROGRESS_MILLIS);
                if (replay.messages() != shown) {
                    shown = replay.messages();
                    System.out.printf("  %d of %d dialogues, %d messages%n", replay.finished(), total, shown);
                }
            }
        } catch (InterruptedException done) {
            Thread.currentThread().interrupt();
        }
    }
}
