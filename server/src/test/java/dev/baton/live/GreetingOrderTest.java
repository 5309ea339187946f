package dev.baton.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.identity.AgentId;
import dev.baton.identity.Viewer;
import dev.baton.platform.Ids;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** M5: what is said while the greeting goes through is not overtaken by what is said right after it. */
class GreetingOrderTest {

    private static final int SCREENS = 20_000;
    private static final int FRAMES = 20;

    @Test
    void m5_frames_stay_in_order_while_the_greeting_ends() throws Exception {
        var viewer = new Viewer.Agent(new AgentId(Ids.next()), Set.of(), "en");
        for (int screen = 0; screen < SCREENS; screen++) {
            List<UUID> acted = Collections.synchronizedList(new ArrayList<>());
            var all = new CountDownLatch(FRAMES);
            var home = new LiveSessions(null, null, null, null) {
                @Override
                void greet(LiveSession session, ClientFrame.Hello hello) {
                    session.signIn(null, viewer);
                }

                @Override
                void act(LiveSession session, ClientFrame frame) {
                    acted.add(((ClientFrame.Leave) frame).stream());
                    all.countDown();
                }
            };
            var session = new LiveSession(new Nowhere(), null, home, new Pace(1, 1_000, System.nanoTime()));
            List<UUID> said = new ArrayList<>();
            session.received("{\"type\":\"hello\",\"protocol\":1}");
            for (int i = 0; i < FRAMES; i++) {
                UUID stream = new UUID(0x0000_0000_0000_7000L, 0x8000_0000_0000_0000L + i);
                said.add(stream);
                session.received("{\"type\":\"leave\",\"conversation\":\"" + stream + "\"}");
            }
            all.await();
            assertThat(acted).as("screen %s", screen).isEqualTo(said);
        }
    }

    private record Nowhere() implements Wire {
        @Override
        public void write(Frame frame, Runnable written) {
            written.run();
        }

        @Override
        public void ping() {}

        @Override
        public void close(CloseCode code, String reason) {
            throw new AssertionError(code + " " + reason);
        }
    }
}
