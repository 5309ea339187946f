package dev.baton.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.bench.client.LiveSocketClient;
import dev.baton.bench.client.RestClient;
import dev.baton.bench.replay.Dialogue;
import dev.baton.bench.replay.Replay;
import dev.baton.bench.replay.ReplayCommand;
import dev.baton.bench.replay.Report;
import dev.baton.bench.rig.Company;
import dev.baton.bench.rig.PackagedServer;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The packaged server, its public API, and real dialogues. */
@Tag("slow")
class ReplayTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void m2_every_own_dialogue_is_stored_as_it_was_said_and_nothing_else() {
        Queue<Dialogue> dialogues = new ConcurrentLinkedQueue<>(OwnDialogues.all());
        int count = dialogues.size();
        try (PackagedServer server = new PackagedServer(ReplayCommand.SETTINGS)) {
            server.start();
            RestClient nobody = RestClient.ofNobody(new RestClient.Lines(server.address()), PATIENCE);
            try (LiveSocketClient sockets = new LiveSocketClient(1);
                    Company company = Company.inPackaged(server, nobody);
                    Replay replay = new Replay(dialogues::poll, 8, 2, company, sockets, PATIENCE)) {
                replay.run();
                Report report = replay.report();
                assertThat(report.isClean()).as(report.text()).isTrue();
                assertThat(report.dialogues()).isEqualTo(count);
            }
        }
    }
}
