package dev.baton.staffing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.Cast;
import dev.baton.Screen;
import dev.baton.identity.Browser;
import dev.baton.platform.database.DatabaseForServer;
import dev.baton.platform.database.InvariantsHold;
import dev.baton.platform.database.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who is there for work, who said so, and what several screens of one person are. */
@QuarkusTest
@QuarkusTestResource(DatabaseForServer.class)
@ExtendWith(InvariantsHold.class)
class AvailabilityTest {

    @TestHTTPResource
    URI server;

    private Cast cast;
    private Cast.Staff amy;
    private Browser chen;

    @BeforeEach
    void amy_and_chen_are_there() {
        cast = new Cast(server);
        amy = cast.amy();
        chen = cast.chen().browser();
    }

    @AfterEach
    void everybody_goes() {
        publish("{}");
        cast.close();
    }

    @Test
    void multi_tab_one_of_two_screens_that_closes_leaves_its_person_there() {
        Screen tab = amy.screen();
        Screen phone = amy.screen();
        eventually(() -> known().get("connected").asBoolean());
        tab.close();
        steadily(() -> known().get("connected").asBoolean());
        Screen again = amy.screen();
        phone.close();
        steadily(() -> known().get("connected").asBoolean());
        again.close();
        eventually(() -> !known().get("connected").asBoolean());
    }

    @Test
    void multi_tab_a_screen_that_reloads_while_another_stays_is_no_absence_and_work_stays() {
        Screen tab = amy.screen();
        amy.screen();
        amy.ready();
        String id = cast.lin().start("hello");
        eventually(() -> amy.snapshot(id).at("/view/agent").asText().equals(amy.id()));
        for (int i = 0; i < 5; i++) {
            tab.close();
            tab = amy.screen();
        }
        tab.close();
        TestDatabase.ofServer().forward(Duration.ofMinutes(2));
        steadily(() -> amy.snapshot(id).at("/view/agent").asText().equals(amy.id()));
    }

    @Test
    void a_break_has_a_reason_of_the_catalogue_and_nothing_else_has_one() {
        JsonNode codes = amy.browser().get("/catalogue").ok().get("break_reasons");
        assertThat(codes.findValuesAsText("code")).contains("meal", "meeting");
        set(amy.browser(), "/me/availability", "on_break", "meal").ok();
        assertThat(known().get("availability_reason").asText()).isEqualTo("meal");
        set(amy.browser(), "/me/availability", "on_break", "nap").refused(422, "unknown_reason");
        set(amy.browser(), "/me/availability", "ready", "meal").invalid("reason", "only_for_breaks");
        amy.ready();
        assertThat(known().has("availability_reason")).isFalse();
    }

    @Test
    void a_supervisor_sets_it_for_another_and_every_change_is_kept_with_who_and_when() {
        amy.ready();
        set(chen, team(), "away", null).ok();
        assertThat(known().get("availability").asText()).isEqualTo("away");
        set(chen, team(), "away", null).ok();
        List<JsonNode> changes = changes();
        assertThat(changes.get(0).get("availability").asText()).isEqualTo("away");
        assertThat(changes.get(0).get("by_name").asText()).isEqualTo("Chen");
        assertThat(changes.get(1).get("availability").asText()).isEqualTo("ready");
        assertThat(changes.get(1).get("by").asText()).isEqualTo(amy.id());
        assertThat(changes.get(0).get("at").asText())
                .isEqualTo(known().get("availability_since").asText());
    }

    @Test
    void an_agent_sets_nobody_elses() {
        set(cast.bo().browser(), team(), "off", null).refused(403, "forbidden");
        set(chen, "/team/0190a6b2-0000-7000-8000-000000000001/availability", "off", null)
                .refused(404, "not_found");
    }

    @Test
    void who_moves_no_hand_is_away_after_what_the_policy_says() {
        publish("{\"presence\":{\"idle_away_seconds\":300}}");
        amy.screen();
        amy.ready();
        eventually(() -> known().get("connected").asBoolean());
        TestDatabase.ofServer().forward(Duration.ofSeconds(290));
        amy.browser().post("/me/activity");
        TestDatabase.ofServer().forward(Duration.ofSeconds(290));
        steadily(() -> known().get("availability").asText().equals("ready"));
        TestDatabase.ofServer().forward(Duration.ofSeconds(11));
        eventually(() -> known().get("availability").asText().equals("away"));
        assertThat(changes().getFirst().get("why").asText()).isEqualTo("idle");
        assertThat(changes().getFirst().has("by")).isFalse();
    }

    @Test
    void without_a_policy_nobody_is_idle() {
        amy.screen();
        amy.ready();
        TestDatabase.ofServer().forward(Duration.ofHours(2));
        steadily(() -> known().get("availability").asText().equals("ready"));
    }

    // --- how it is asked here

    private void publish(String policy) {
        cast.admin()
                .browser()
                .put("/admin/policies/" + Cast.Browsers.group(server, Cast.SHARED_GROUP), policy)
                .ok();
    }

    private String team() {
        return "/team/" + amy.id() + "/availability";
    }

    private List<JsonNode> changes() {
        return StreamSupport.stream(chen.get(team()).ok().get("items").spliterator(), false)
                .toList();
    }

    private static Browser.Answer set(Browser who, String path, String availability, String reason) {
        String written = reason == null ? "null" : "\"" + reason + "\"";
        return who.put(path, "{\"availability\":\"%s\",\"reason\":%s}".formatted(availability, written));
    }

    /** Amy, as a colleague knows her. */
    private JsonNode known() {
        return StreamSupport.stream(chen.get("/catalogue").ok().get("agents").spliterator(), false)
                .filter(agent -> agent.get("id").asText().equals(amy.id()))
                .findFirst()
                .orElseThrow();
    }

    private static void eventually(BooleanSupplier holds) {
        long until = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited ten seconds").isLessThan(until);
            Thread.onSpinWait();
        }
    }

    /** For as long as the clocks look several times. */
    private static void steadily(BooleanSupplier holds) {
        long until = System.nanoTime() + Duration.ofSeconds(1).toNanos();
        while (System.nanoTime() < until) {
            assertThat(holds.getAsBoolean()).isTrue();
        }
    }
}
