package dev.baton.bench;

import dev.baton.bench.replay.Dialogue;
import dev.baton.bench.replay.DialogueReader;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** The dialogues that the project brings along. */
final class OwnDialogues {

    private OwnDialogues() {}

    static List<Dialogue> all() {
        return DialogueReader.read(List.of(
                Path.of("dialogues/customer-service.zh.jsonl"), Path.of("dialogues/customer-service.en.jsonl")));
    }

    /** One after the other, and then from the beginning again. */
    static Supplier<Dialogue> withoutEnd() {
        List<Dialogue> all = all();
        AtomicInteger next = new AtomicInteger();
        return () -> all.get(Math.floorMod(next.getAndIncrement(), all.size()));
    }
}
