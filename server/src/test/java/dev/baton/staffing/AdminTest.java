package dev.baton.staffing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.conversation.Event;
import dev.baton.identity.Browser;
import dev.baton.platform.database.DatabaseForServer;
import dev.baton.platform.database.InvariantsHold;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@QuarkusTestResource(DatabaseForServer.class)
@ExtendWith(InvariantsHold.class)
class AdminTest {

    private static final String UNKNOWN = "0190a6b2-0000-7000-8000-000000000001";

    @TestHTTPResource
    URI server;

    private Browser admin;

    @BeforeEach
    void the_admin_is_signed_in() {
        admin = Browser.signedIn(server, "admin");
    }

    @Test
    void a_new_group_and_its_category_are_in_everybodys_catalogue_and_in_the_menu() {
        String group = admin.post("/admin/groups", "{\"names\":{\"en\":\"Press\",\"zh\":\"媒体\"}}")
                .ok()
                .get("id")
                .asText();
        admin.post("/admin/categories", "{\"names\":{\"en\":\"Interviews\"},\"group\":\"" + group + "\"}")
                .ok();
        JsonNode catalogue = Browser.signedIn(server, "amy").get("/catalogue").ok();
        assertThat(catalogue.get("groups").findValuesAsText("en")).contains("Press");
        assertThat(catalogue.get("categories").findValuesAsText("en")).contains("Interviews");
        assertThat(menu()).contains("Interviews");
    }

    @Test
    void a_disabled_group_takes_its_categories_out_of_the_menu_and_stays_in_the_catalogue() {
        String group = admin.post("/admin/groups", "{\"names\":{\"en\":\"Recalls\"}}")
                .ok()
                .get("id")
                .asText();
        admin.post("/admin/categories", "{\"names\":{\"en\":\"Recall of 2026\"},\"group\":\"" + group + "\"}")
                .ok();
        assertThat(menu()).contains("Recall of 2026");
        admin.put("/admin/groups/" + group, "{\"names\":{\"en\":\"Recalls\"},\"enabled\":false}")
                .ok();
        assertThat(menu()).doesNotContain("Recall of 2026");
        assertThat(Browser.signedIn(server, "amy")
                        .get("/catalogue")
                        .ok()
                        .get("groups")
                        .findValuesAsText("en"))
                .contains("Recalls");
    }

    @Test
    void bad_groups_and_categories_are_refused_by_name() {
        admin.post("/admin/groups", "{\"names\":{}}").invalid("names", "required");
        admin.post("/admin/groups", "{}").invalid("names", "required");
        admin.post("/admin/groups", "{\"names\":{\"fr\":\"Presse\"}}").invalid("names", "unknown");
        admin.post("/admin/groups", "{\"names\":{\"en\":\"" + "x".repeat(61) + "\"}}")
                .invalid("names.en", "too_long");
        admin.post("/admin/groups", "{\"names\":{\"en\":\"sales\"}}").invalid("names", "taken");
        admin.post("/admin/groups", "{\"names\":{\"en\":\"a\\nb\"}}").invalid("names.en", "malformed");
        admin.post("/admin/groups", "{\"names\":{\"en\":\"a\"},\"position\":-1}")
                .invalid("position", "out_of_range");
        admin.put("/admin/groups/" + UNKNOWN, "{\"names\":{\"en\":\"Nowhere\"}}")
                .refused(404, "not_found");
        admin.put("/admin/groups/1", "{\"names\":{\"en\":\"Nowhere\"}}").refused(400, "malformed_id");
        admin.post("/admin/categories", "{\"names\":{\"en\":\"Lost\"},\"group\":\"" + UNKNOWN + "\"}")
                .invalid("group", "unknown");
        admin.post("/admin/categories", "{\"names\":{\"en\":\"Lost\"}}").invalid("group", "required");
        admin.delete("/admin/groups/" + UNKNOWN).refused(405, "method_not_allowed");
    }

    @Test
    void a_reason_keeps_its_code_for_ever() {
        JsonNode reason = admin.post(
                        "/admin/reasons", "{\"kind\":\"close\",\"code\":\"test_call\",\"names\":{\"en\":\"Test\"}}")
                .ok();
        JsonNode renamed = admin.put(
                        "/admin/reasons/" + reason.get("id").asText(),
                        "{\"names\":{\"en\":\"A test\"},\"enabled\":false}")
                .ok();
        assertThat(renamed.get("code").asText()).isEqualTo("test_call");
        assertThat(Browser.signedIn(server, "amy")
                        .get("/catalogue")
                        .ok()
                        .get("close_reasons")
                        .findValuesAsText("code"))
                .doesNotContain("test_call")
                .contains("spam", "duplicate", "callback_arranged", "solved_elsewhere", "other");
    }

    @Test
    void bad_reasons_are_refused_by_name() {
        admin.post("/admin/reasons", "{\"kind\":\"close\",\"code\":\"spam\",\"names\":{\"en\":\"S\"}}")
                .invalid("code", "taken");
        admin.post("/admin/reasons", "{\"kind\":\"close\",\"code\":\"No Spaces\",\"names\":{\"en\":\"S\"}}")
                .invalid("code", "malformed");
        admin.post("/admin/reasons", "{\"kind\":\"open\",\"code\":\"x_y\",\"names\":{\"en\":\"S\"}}")
                .refused(400, "wrong_type");
        admin.put("/admin/reasons/" + UNKNOWN, "{\"names\":{\"en\":\"S\"}}").refused(404, "not_found");
    }

    @Test
    void a_close_reason_never_has_the_name_of_an_end_that_nobody_chose() {
        for (String own : Event.Ended.OWN_REASONS) {
            admin.post("/admin/reasons", "{\"kind\":\"close\",\"code\":\"" + own + "\",\"names\":{\"en\":\"E\"}}")
                    .invalid("code", "taken");
        }
    }

    @Test
    void a_policy_of_what_the_router_does_not_know_is_refused() {
        admin.put(
                        "/admin/policies/default",
                        "{\"assignment\":{\"rings\":[{\"after_seconds\":0,\"least_proficiency\":3}]}}")
                .invalid("assignment.rings[0].least_proficiency", "1: the last is for everybody");
    }

    @Test
    void a_policy_is_published_as_a_new_version_and_the_old_one_stays() {
        JsonNode before = admin.get("/admin/policies/default").ok();
        assertThat(before.at("/body/silence/silent_after_seconds").asInt()).isEqualTo(300);
        JsonNode published = admin.put("/admin/policies/default", "{\"silence\":{\"silent_after_seconds\":240}}")
                .ok();
        assertThat(published.get("version").asInt())
                .isGreaterThan(before.get("version").asInt());
        assertThat(published.at("/body/silence/silent_after_seconds").asInt()).isEqualTo(240);
        assertThat(published.at("/body/reply")).isEqualTo(before.at("/body/reply"));
        String group = admin.get("/admin/groups").ok().at("/items/0/id").asText();
        assertThat(admin.get("/admin/policies/" + group)
                        .ok()
                        .at("/body/silence/silent_after_seconds")
                        .asInt())
                .isEqualTo(240);
        JsonNode builtIn = admin.get("/admin/policies/built_in").ok();
        assertThat(builtIn.get("version").asInt()).isZero();
        assertThat(builtIn.at("/body/silence/silent_after_seconds").asInt()).isEqualTo(300);
        admin.put("/admin/policies/built_in", "{}").refused(400, "malformed_id");
    }

    @Test
    void bad_policies_are_refused_by_name() {
        admin.put("/admin/policies/default", "[]").refused(400, "wrong_type");
        admin.put("/admin/policies/default", "{\"silense\":{}}").refused(400, "unknown_field");
        admin.put("/admin/policies/default", "{\"silence\":{\"silent_after_seconds\":\"5\"}}")
                .refused(400, "wrong_type");
        admin.put("/admin/policies/default", "{\"silence\":{\"silent_after_seconds\":-5}}")
                .refused(422, "invalid");
        admin.put("/admin/policies/default", "{\"silence\":null}").invalid("silence", "required");
        admin.put("/admin/policies/default", "{\"assignment\":{\"mode\":null}}").invalid("assignment.mode", "required");
        admin.put("/admin/policies/default", "{\"silence\":{\"reminders\":[null]}}")
                .refused(422, "invalid");
        admin.put("/admin/policies/default", "{\"silence\":{\"reminders\":[{\"after_seconds\":600}]}}")
                .refused(422, "invalid");
        admin.put("/admin/policies/" + UNKNOWN, "{}").refused(404, "not_found");
        admin.put("/admin/policies/nonsense", "{}").refused(400, "malformed_id");
    }

    @Test
    void everybody_has_canned_replies_of_their_own_beside_the_companys() {
        Browser amy = Browser.signedIn(server, "amy");
        String id = amy.post("/me/canned-replies", reply("mine", null))
                .ok()
                .get("id")
                .asText();
        assertThat(shortcuts(amy)).contains("mine", "hi");
        assertThat(shortcuts(Browser.signedIn(server, "bo"))).contains("hi").doesNotContain("mine");
        Browser.signedIn(server, "bo")
                .put("/me/canned-replies/" + id, reply("taken-over", null))
                .refused(404, "not_found");
        Browser.signedIn(server, "bo").delete("/me/canned-replies/" + id).refused(404, "not_found");
        admin.put("/admin/canned-replies/" + id, reply("taken-over", null)).refused(404, "not_found");
        amy.put("/me/canned-replies/" + id, reply("mine-too", null)).ok();
        assertThat(amy.delete("/me/canned-replies/" + id).status()).isEqualTo(204);
        assertThat(shortcuts(amy)).doesNotContain("mine", "mine-too");
    }

    @Test
    void a_groups_canned_reply_is_its_members_only() {
        String billing = null;
        for (JsonNode group : admin.get("/admin/groups").ok().get("items")) {
            if (group.at("/names/en").asText().equals("Billing")) {
                billing = group.get("id").asText();
            }
        }
        admin.post("/admin/canned-replies", reply("bill", billing)).ok();
        assertThat(shortcuts(Browser.signedIn(server, "bo"))).contains("bill");
        assertThat(shortcuts(Browser.signedIn(server, "amy"))).doesNotContain("bill");
    }

    @Test
    void bad_canned_replies_are_refused_by_name() {
        admin.post("/admin/canned-replies", reply("hi", null).replace("\"body\"", "\"language\":\"en\",\"body\""))
                .invalid("shortcut", "taken");
        admin.post("/admin/canned-replies", reply("a b", null)).invalid("shortcut", "malformed");
        admin.post("/admin/canned-replies", reply("x", UNKNOWN)).invalid("group", "unknown");
        admin.post("/admin/canned-replies", reply("x", null).replace("Words", " "))
                .invalid("body", "required");
        admin.post("/admin/canned-replies", reply("x", null).replace("Words", "x".repeat(4_001)))
                .invalid("body", "too_long");
        Browser.signedIn(server, "amy")
                .post("/me/canned-replies", reply("x", UNKNOWN))
                .invalid("group", "not_allowed");
    }

    @Test
    void an_agent_says_what_work_they_take() {
        Browser amy = Browser.signedIn(server, "amy");
        JsonNode ready =
                amy.put("/me/availability", "{\"availability\":\"ready\"}").ok();
        assertThat(ready.get("availability").asText()).isEqualTo("ready");
        assertThat(amy.get("/session").ok().at("/agent/availability_since")).isEqualTo(ready.get("availability_since"));
        amy.put("/me/availability", "{\"availability\":\"asleep\"}").refused(400, "wrong_type");
        amy.put("/me/availability", "{}").invalid("availability", "required");
        amy.put("/me/availability", "{\"availability\":\"off\"}").ok();
        Browser.visitor(server)
                .put("/me/availability", "{\"availability\":\"ready\"}")
                .refused(401, "not_signed_in");
    }

    private String menu() {
        return new Browser(server)
                .post("/widget/sessions", "{\"site\":\"demo\",\"language\":\"en\"}")
                .ok()
                .get("categories")
                .toString();
    }

    private static java.util.List<String> shortcuts(Browser browser) {
        return browser.get("/catalogue").ok().get("canned_replies").findValuesAsText("shortcut");
    }

    private static String reply(String shortcut, String group) {
        return "{" + (group == null ? "" : "\"group\":\"" + group + "\",") + "\"shortcut\":\"" + shortcut
                + "\",\"title\":\"Title\",\"body\":\"Words\"}";
    }

    @Test
    void a_new_group_without_a_place_comes_last_and_takes_no_customers_from_the_first() {
        JsonNode made = admin.post("/admin/groups", "{\"names\":{\"en\":\"Newcomers\"}}")
                .ok();
        List<String> names = new ArrayList<>();
        admin.get("/admin/groups")
                .ok()
                .get("items")
                .forEach(group -> names.add(group.at("/names/en").asText()));
        assertThat(names.getLast()).isEqualTo("Newcomers");
        int place = made.get("position").asInt();
        JsonNode changed = admin.put(
                        "/admin/groups/" + made.get("id").asText(),
                        "{\"names\":{\"en\":\"Newcomers 2\"},\"enabled\":false}")
                .ok();
        assertThat(changed.get("position").asInt()).as("stays where it was").isEqualTo(place);
    }
}
