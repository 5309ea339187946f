package dev.baton.routing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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

/** A group in which agents are asked before they are given anything. */
@QuarkusTest
@QuarkusTestResource(DatabaseForServer.class)
@ExtendWith(InvariantsHold.class)
class OfferTest {

    private static final Duration RUNS_OUT = Duration.ofSeconds(21);

    @TestHTTPResource
    URI server;

    private Cast cast;
    private Cast.Customer lin;
    private Cast.Staff amy;
    private Screen amys;

    @BeforeEach
    void the_group_offers_and_amy_is_ready() {
        cast = new Cast(server);
        publish("{\"assignment\":{\"mode\":\"offer\",\"offer_misses\":2}}");
        lin = cast.lin();
        amy = cast.amy();
        amys = amy.screen();
        amy.ready();
    }

    @AfterEach
    void everybody_goes() {
        cast.close();
        publish("{}");
    }

    private void publish(String policy) {
        cast.admin()
                .browser()
                .put("/admin/policies/" + Cast.Browsers.group(server, Cast.SHARED_GROUP), policy)
                .ok();
    }

    @Test
    void who_is_asked_accepts_and_the_customer_saw_nothing_of_the_asking() {
        String id = lin.start("hello");
        offered(id, amy);
        assertThat(lin.snapshot(id).toString()).doesNotContain("offer").doesNotContain(amy.id());
        assertThat(amy.browser()
                        .get("/conversations/" + id + "/why")
                        .ok()
                        .get("status")
                        .asText())
                .isEqualTo("offered");
        cast.bo().browser().post(Cast.Staff.path(id) + "/offer/accept").refused(409, "not_offered_to_you");
        var view = amy.browser().post(Cast.Staff.path(id) + "/offer/accept").ok();
        assertThat(view.get("agent").asText()).isEqualTo(amy.id());
    }

    @Test
    void who_declines_says_why_and_it_goes_to_the_next_and_never_back() {
        String id = lin.start("hello");
        offered(id, amy);
        amy.browser()
                .post(Cast.Staff.path(id) + "/offer/decline", "{\"reason\":\"whatever\"}")
                .refused(422, "unknown_reason");
        amy.browser()
                .post(Cast.Staff.path(id) + "/offer/decline", "{\"reason\":\"busy\"}")
                .ok();
        var why = amy.browser().get("/conversations/" + id + "/why").ok();
        assertThat(why.toString()).contains("\"declined\"");
        var bo = cast.bo();
        bo.screen();
        bo.ready();
        offered(id, bo);
        TestDatabase.ofServer().forward(RUNS_OUT);
        amys.until("nobody is asked any more", () -> view(id).path("offered_to").isMissingNode());
        why = amy.browser().get("/conversations/" + id + "/why").ok();
        assertThat(why.toString()).contains("\"declined\"").contains("\"missed\"");
        assertThat(view(id).get("state").asText()).isEqualTo("queued");
    }

    @Test
    void who_misses_several_in_a_row_is_set_away_and_told_so() {
        for (int i = 0; i < 2; i++) {
            String id = cast.customer("en").start("hello");
            offered(id, amy);
            TestDatabase.ofServer().forward(RUNS_OUT);
            amys.until("missed", () -> view(id).path("offered_to").isMissingNode());
        }
        amys.await(
                "team",
                frame -> frame.path("type").asText().equals("team")
                        && frame.path("agent").asText().equals(amy.id())
                        && frame.path("availability").asText().equals("away")
                        && frame.path("missed_offers").asInt() == 2);
        amy.ready();
        String id = lin.start("hello");
        offered(id, amy);
        amy.browser().post(Cast.Staff.path(id) + "/offer/accept").ok();
    }

    @Test
    void nobody_is_asked_for_more_than_they_have_room_for() {
        int free = amy.browser().get("/session").ok().at("/agent/capacity").asInt();
        var ids = new java.util.ArrayList<String>();
        for (int i = 0; i <= free; i++) {
            ids.add(cast.customer("en").start("hello " + i));
        }
        amys.until(
                "as many are offered as there is room",
                () -> ids.stream()
                                .filter(id -> !view(id).path("offered_to").isMissingNode())
                                .count()
                        == free);
        assertThat(view(ids.getLast()).path("offered_to").isMissingNode()).isTrue();
        amy.browser()
                .post(Cast.Staff.path(ids.getFirst()) + "/offer/decline", "{\"reason\":\"busy\"}")
                .ok();
        offered(ids.getLast(), amy);
    }

    private void offered(String id, Cast.Staff agent) {
        amys.until("offered", () -> view(id).path("offered_to").asText().equals(agent.id()));
    }

    private JsonNode view(String id) {
        return cast.chen().snapshot(id).get("view");
    }
}
