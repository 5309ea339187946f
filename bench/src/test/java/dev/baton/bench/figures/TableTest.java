package dev.baton.bench.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableTest {

    @TempDir
    Path folder;

    @Test
    void figures_go_between_their_markers_and_the_rest_stays() throws IOException {
        Path document = document("before\n<!-- figures -->\nold\n<!-- end of figures -->\nafter\n");
        Table table = new Table();
        table.add("sends", "7/s", "2/s", 3.5, "≥ 3×", true);
        table.add("seen", "9 ms", "", 0, "≤ 4 ms", false);
        Table.write(document, table.markdown());
        assertThat(Files.readString(document))
                .startsWith("before\n<!-- figures -->\n| figure |")
                .contains("| sends | 7/s | 2/s | 3.50× | ≥ 3× | yes |\n")
                .contains("| seen | 9 ms |  |  | ≤ 4 ms | **no** |\n<!-- end of figures -->\nafter\n")
                .doesNotContain("old");
    }

    @Test
    void a_document_without_a_place_for_them_is_left_alone() throws IOException {
        Path document = document("no markers\n");
        assertThatThrownBy(() -> Table.write(document, "x")).hasMessageContaining("no place for the figures");
        assertThat(Files.readString(document)).isEqualTo("no markers\n");
    }

    private Path document(String text) throws IOException {
        return Files.writeString(folder.resolve("performance.md"), text);
    }
}
