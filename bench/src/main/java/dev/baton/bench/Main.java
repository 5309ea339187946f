package dev.baton.bench;

import dev.baton.bench.client.Refusal;
import dev.baton.bench.figures.BenchCommand;
import dev.baton.bench.figures.EchoServer;
import dev.baton.bench.replay.DialogueReader;
import dev.baton.bench.replay.ReplayCommand;
import java.util.List;

/** The entry of {@code ./baton replay} and {@code ./baton bench}. */
public final class Main {

    private static final int MISUSED = 2;

    private Main() {}

    public static void main(String... words) {
        System.exit(run(List.of(words)));
    }

    private static int run(List<String> words) {
        List<String> rest = words.isEmpty() ? words : words.subList(1, words.size());
        try {
            return switch (words.isEmpty() ? "" : words.getFirst()) {
                case "replay" -> ReplayCommand.run(rest);
                case "bench" -> BenchCommand.run(rest);
                case "echo" -> EchoServer.run();
                default -> throw new IllegalArgumentException("replay or bench?");
            };
        } catch (IllegalArgumentException | DialogueReader.Unreadable e) {
            System.err.println("baton: " + e.getMessage());
            return MISUSED;
        } catch (IllegalStateException | Refusal e) {
            System.err.println("baton: " + e.getMessage());
            return 1;
        }
    }
}
