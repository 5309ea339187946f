package dev.baton.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** docs/lifecycle.md: compared with what the code says now, or written by {@code ./baton fix}, in two parts: the table and the proof. */
public final class Page {

    private static final String EXPLORED = "\n## 证明 · Proof\n";

    private Page() {}

    /** Everything up to the proof, which another test writes. */
    public static void isTable(String table) {
        if (Boolean.getBoolean("baton.write-docs")) {
            write(table + proof());
        }
        assertThat(table())
                .as("docs/lifecycle.md is stale; './baton fix' writes it")
                .isEqualTo(table);
    }

    static void hasProof(String proof) {
        if (Boolean.getBoolean("baton.write-docs")) {
            write(table() + EXPLORED + proof);
        }
        assertThat(proof())
                .as("docs/lifecycle.md is stale; './baton fix' writes it")
                .isEqualTo(EXPLORED + proof);
    }

    private static String table() {
        var page = read();
        int proof = page.indexOf(EXPLORED);
        return proof < 0 ? page : page.substring(0, proof);
    }

    private static String proof() {
        var page = read();
        int proof = page.indexOf(EXPLORED);
        return proof < 0 ? "" : page.substring(proof);
    }

    private static Path path() {
        var here = Path.of("").toAbsolutePath();
        var root = Files.isDirectory(here.resolve("server")) ? here : here.getParent();
        return root.resolve("docs/lifecycle.md");
    }

    private static String read() {
        try {
            return Files.exists(path()) ? Files.readString(path()) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(String page) {
        try {
            Files.createDirectories(path().getParent());
            Files.writeString(path(), page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
