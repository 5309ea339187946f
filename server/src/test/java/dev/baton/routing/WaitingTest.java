package dev.baton.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.Cast;
import dev.baton.Screen;
import dev.baton.platform.Json;
import dev.baton.platform.database.DatabaseForServer;
import dev.baton.platform.database.InvariantsHold;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is promised to those who wait, on the running server. */
@QuarkusTest
@QuarkusTestResource(DatabaseForServer.class)
@ExtendWith(InvariantsHold.class)
class WaitingTest {

    @TestHTTPResource
    URI server;

    private Cast cast;

    @BeforeEach
    void the_company_opens() {
        cast = new Cast(server);
    }

    @AfterEach
    void everybody_goes() {
        cast.close();
    }

    @Test
    void q3_whoever_waits_is_served_as_soon_as_somebody_eligible_is_free() {
        String first = cast.lin().start("first");
        String second = cast.wang().start("second");
        var amy = cast.amy();
        Screen amys = amy.screen();
        amy.ready();
        amys.until(
                "both are Amy's",
                () -> agentOf(first).equals(amy.id()) && agentOf(second).equals(amy.id()));
    }

    @Test
    void q4_the_place_shown_is_one_plus_those_ahead_after_every_change() {
        Map<String, Screen> line = new LinkedHashMap<>();
        Map<String, Cast.Customer> customers = new LinkedHashMap<>();
        for (int i = 0; i < 4; i++) {
            var customer = cast.customer("en");
            String id = customer.start("me too");
            customers.put(id, customer);
            line.put(id, customer.screen());
            line.get(id).follow(id);
        }
        List<String> ids = List.copyOf(line.keySet());
        assertPlaces(line, ids);
        cast.chen().give(ids.get(3), "priority", Json.MAPPER.createObjectNode().put("priority", 3));
        assertPlaces(line, List.of(ids.get(3), ids.get(0), ids.get(1), ids.get(2)));
        customers.get(ids.get(0)).leave(ids.get(0));
        assertPlaces(line, List.of(ids.get(3), ids.get(1), ids.get(2)));
        cast.amy().onDuty().pick(ids.get(3));
        assertPlaces(line, List.of(ids.get(1), ids.get(2)));
    }

    @Test
    void q5_whoever_has_left_is_never_given_to_anybody() {
        var lin = cast.lin();
        String left = lin.start("never mind");
        String waits = cast.wang().start("me");
        lin.leave(left);
        var amy = cast.amy();
        Screen amys = amy.screen();
        amy.ready();
        amys.until("the one who waits", () -> agentOf(waits).equals(amy.id()));
        assertThat(cast.chen().snapshot(left).get("entries").findValuesAsText("kind"))
                .doesNotContain("assigned", "offered");
    }

    private void assertPlaces(Map<String, Screen> line, List<String> order) {
        for (int i = 0; i < order.size(); i++) {
            String id = order.get(i);
            int place = i + 1;
            line.get(id)
                    .until(
                            "place " + place,
                            () -> line.get(id)
                                            .thread(id)
                                            .view()
                                            .path("position")
                                            .asInt()
                                    == place);
        }
    }

    private String agentOf(String id) {
        return cast.chen().snapshot(id).at("/view/agent").asText();
    }
}
