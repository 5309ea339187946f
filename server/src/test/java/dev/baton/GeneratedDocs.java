package dev.baton;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Pages below docs/ that are printed from the code. A stale one fails its test; {@code ./baton fix} writes them anew
 * (it sets {@code -Dbaton.write-docs=true}).
 */
public final class GeneratedDocs {
    private GeneratedDocs() {}

    private static final Path DOCS = Path.of("..", "docs");

    /** @param name the file below docs/, such as {@code modules.md} */
    public static void compare(String name, String content) throws IOException {
        Path file = DOCS.resolve(name);
        if (Boolean.getBoolean("baton.write-docs")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
        }
        assertThat(file)
                .as("docs/" + name + " is printed from the code; './baton fix' writes it")
                .exists();
        assertThat(Files.readString(file))
                .as("docs/" + name + " is stale; './baton fix' writes it")
                .isEqualTo(content);
    }
}
