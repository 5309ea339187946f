package dev.baton.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.identity.AgentId;
import dev.baton.identity.Viewer;
import dev.baton.platform.Ids;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** I4: what somebody may no longer do, an open screen of theirs no longer does for them. */
class WatchingTest {

    @Test
    void i4_whoever_is_no_longer_a_supervisor_does_not_go_on_watching_everything() {
        var id = new AgentId(Ids.next());
        var session = new LiveSession(null, null, null, null);
        session.signIn(null, new Viewer.Supervisor(id, Set.of(), "en"));
        session.setWatchingAll(true);
        assertThat(session.isWatchingAll()).isTrue();
        session.signIn(null, new Viewer.Agent(id, Set.of(), "en"));
        assertThat(session.isWatchingAll()).isFalse();
    }
}
