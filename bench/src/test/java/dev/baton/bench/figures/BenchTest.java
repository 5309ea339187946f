package dev.baton.bench.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The bench itself, in small: every figure can be taken, and what it stores breaks no invariant. */
@Tag("slow")
class BenchTest {

    @Test
    void every_figure_can_be_taken() {
        Table table = BenchCommand.take(Scale.QUICK, List.of("sends", "echo", "starts", "sockets", "stock", "routing"));
        assertThat(table.markdown())
                .contains("second start", "idle memory", "64 senders: durable sends", "send → seen")
                .contains(
                        "idle sockets",
                        "live sockets held",
                        "16 at once",
                        "entries stored",
                        "freed slot",
                        "every place");
    }
}
