package dev.baton.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.Cast;
import dev.baton.Screen;
import dev.baton.platform.database.DatabaseForServer;
import dev.baton.platform.database.InvariantsHold;
import dev.baton.platform.database.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A message that was left when nobody came is answered as soon as somebody is free. */
@QuarkusTest
@QuarkusTestResource(DatabaseForServer.class)
@ExtendWith(InvariantsHold.class)
class ParkedConversationsTest {

    @TestHTTPResource
    URI server;

    private Cast cast;
    private Cast.Staff chen;
    private Screen chens;

    @BeforeEach
    void nobody_is_there() {
        cast = new Cast(server);
        publish("{\"queue\":{\"timeout_after_seconds\":300,\"timeout_action\":\"park\"}}");
        chen = cast.chen();
        chens = chen.screen();
    }

    @AfterEach
    void everybody_goes() {
        cast.close();
        publish("{}");
    }

    @Test
    void the_oldest_comes_back_first_and_is_served_as_soon_as_somebody_is_free() {
        String older = parked(cast.lin());
        String younger = parked(cast.wang());
        var amy = cast.amy();
        Screen amys = amy.screen();
        amy.ready();
        amys.until(
                "both are Amy's",
                () -> agentOf(older).equals(amy.id()) && agentOf(younger).equals(amy.id()));
        assertThat(amy.snapshot(older).at("/view/assigned_at").asText())
                .isLessThanOrEqualTo(
                        amy.snapshot(younger).at("/view/assigned_at").asText());
        assertThat(amy.snapshot(older).get("entries").findValuesAsText("kind")).contains("parked", "unparked");
    }

    @Test
    void it_stays_parked_while_nobody_is_free() {
        String id = parked(cast.lin());
        cast.amy().onDuty();
        String next = cast.wang().start("me");
        chens.until(
                "the next one waits",
                () -> chen.snapshot(next).at("/view/state").asText().equals("queued"));
        TestDatabase.ofServer().forward(Duration.ofSeconds(5));
        assertThat(chen.snapshot(id).at("/view/parked").asBoolean()).isTrue();
    }

    private String parked(Cast.Customer customer) {
        String id = customer.start("anybody?");
        TestDatabase.ofServer().forward(Duration.ofSeconds(301));
        chens.until("parked", () -> chen.snapshot(id).at("/view/parked").asBoolean());
        return id;
    }

    private String agentOf(String id) {
        return chen.snapshot(id).at("/view/agent").asText();
    }

    private void publish(String policy) {
        cast.admin()
                .browser()
                .put("/admin/policies/" + Cast.Browsers.group(server, Cast.SHARED_GROUP), policy)
                .ok();
    }
}
