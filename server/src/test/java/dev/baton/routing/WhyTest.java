package dev.baton.routing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.Cast;
import dev.baton.Screen;
import dev.baton.platform.Json;
import dev.baton.platform.database.DatabaseForServer;
import dev.baton.platform.database.InvariantsHold;
import dev.baton.platform.database.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Staff learn from stored facts why somebody has a conversation or waits; what admins set about members decides it. */
@QuarkusTest
@QuarkusTestResource(DatabaseForServer.class)
@ExtendWith(InvariantsHold.class)
class WhyTest {

    @TestHTTPResource
    URI server;

    private Cast cast;
    private Cast.Staff amy;
    private ObjectNode amysAccount;

    @BeforeEach
    void amy_is_known() {
        cast = new Cast(server);
        amy = cast.amy();
        amysAccount = account(amy.id());
    }

    @AfterEach
    void everything_is_as_it_was() {
        put(amysAccount);
        cast.close();
    }

    @Test
    void who_waits_is_told_what_speaks_against_each_of_the_group() {
        String id = cast.lin().start("hello");
        var why = amy.browser().get("/conversations/" + id + "/why").ok();
        assertThat(why.get("status").asText()).isEqualTo("waiting");
        assertThat(why.at("/why/chosen").isMissingNode()).isTrue();
        assertThat(verdictOf(why, amy).get("verdict").asText()).isEqualTo("offline");
        assertThat(verdictOf(why, amy).get("agent_name").asText()).isNotBlank();
        var all = amy.browser().get("/queue/why").ok().get("items");
        assertThat(all.findValuesAsText("conversation")).contains(id);
    }

    @Test
    void an_assignment_keeps_its_reason_in_the_log_and_the_customer_never_sees_it() {
        Screen amys = amy.screen();
        amy.ready();
        var lin = cast.lin();
        String id = lin.start("hello");
        amys.until(
                "given to Amy",
                () -> amy.snapshot(id).at("/view/agent").asText().equals(amy.id()));
        var why = amy.browser().get("/conversations/" + id + "/why").ok();
        assertThat(why.get("status").asText()).isEqualTo("assigned");
        assertThat(why.at("/why/chosen/agent").asText()).isEqualTo(amy.id());
        assertThat(why.at("/why/chosen/rule").asText()).isEqualTo("least_loaded");
        assertThat(amy.snapshot(id).toString()).contains("least_loaded");
        assertThat(lin.snapshot(id).toString()).doesNotContain("least_loaded").doesNotContain("considered");
    }

    @Test
    void a_ceiling_that_an_admin_sets_keeps_the_rest_of_the_capacity_free() {
        setMembership(3, 1);
        Screen amys = amy.screen();
        amy.ready();
        String first = cast.lin().start("one");
        amys.until(
                "given to Amy",
                () -> amy.snapshot(first).at("/view/agent").asText().equals(amy.id()));
        String second = cast.wang().start("two");
        var why = amy.browser().get("/conversations/" + second + "/why").ok();
        assertThat(verdictOf(why, amy).get("verdict").asText()).isEqualTo("ceiling");
        assertThat(verdictOf(why, amy).get("most").asInt()).isEqualTo(1);
        setMembership(3, null);
        amys.until(
                "given to Amy",
                () -> amy.snapshot(second).at("/view/agent").asText().equals(amy.id()));
    }

    @Test
    void memberships_are_checked_and_kept() {
        setMembership(4, 2);
        var kept = membership(account(amy.id()));
        assertThat(kept.get("proficiency").asInt()).isEqualTo(4);
        assertThat(kept.get("ceiling").asInt()).isEqualTo(2);
        put(account(amy.id()).without("memberships"));
        assertThat(membership(account(amy.id())).get("proficiency").asInt()).isEqualTo(4);
        var wrong = written(account(amy.id()));
        wrong.withArray("memberships")
                .removeAll()
                .addObject()
                .put("group", group())
                .put("proficiency", 6);
        cast.admin()
                .browser()
                .put("/admin/accounts/" + amy.id(), wrong.toString())
                .invalid("memberships[0].proficiency", "out_of_range");
    }

    @Test
    void the_agent_whom_an_account_names_comes_first() {
        var lin = cast.lin();
        String before = lin.start("hello");
        var bo = cast.bo();
        var chen = cast.chen();
        chen.browser()
                .put("/customers/" + lin.id() + "/account-agent", "{\"agent\":\"" + bo.id() + "\"}")
                .ok();
        amy.browser()
                .put("/customers/" + lin.id() + "/account-agent", "{\"agent\":null}")
                .refused(403, "forbidden");
        Screen amys = amy.screen();
        amy.ready();
        amys.until(
                "given to Amy",
                () -> chen.snapshot(before).at("/view/agent").asText().equals(amy.id()));
        lin.end(before);
        String busy = cast.wang().start("bo's");
        bo.onDuty();
        bo.screen();
        bo.ready();
        // Presence is noted a moment after the greeting.
        amys.until(
                "Bo is connected",
                () -> TestDatabase.ofServer()
                        .jdbi()
                        .withHandle(handle -> handle.createQuery("SELECT connected FROM agents WHERE id = ?::uuid")
                                .bind(0, bo.id())
                                .mapTo(Boolean.class)
                                .one()));
        amys.until("given", () -> !chen.snapshot(busy).at("/view/agent").isMissingNode());
        String again = lin.start("once more");
        amys.until(
                "given to Bo",
                () -> chen.snapshot(again).at("/view/agent").asText().equals(bo.id()));
        assertThat(chen.browser()
                        .get("/conversations/" + again + "/why")
                        .ok()
                        .at("/why/chosen/rule")
                        .asText())
                .isEqualTo("account_agent");
    }

    private static JsonNode verdictOf(JsonNode explanation, Cast.Staff agent) {
        return StreamSupport.stream(explanation.at("/why/considered").spliterator(), false)
                .filter(one -> one.get("agent").asText().equals(agent.id()))
                .findFirst()
                .orElseThrow();
    }

    private String group() {
        return Cast.Browsers.group(server, Cast.SHARED_GROUP);
    }

    private ObjectNode account(String id) {
        var accounts = cast.admin().browser().get("/admin/accounts").ok().get("items");
        return (ObjectNode) StreamSupport.stream(accounts.spliterator(), false)
                .filter(one -> one.get("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode membership(JsonNode account) {
        return StreamSupport.stream(account.get("memberships").spliterator(), false)
                .filter(one -> one.get("group").asText().equals(group()))
                .findFirst()
                .orElseThrow();
    }

    private void setMembership(int proficiency, Integer ceiling) {
        var account = written(account(amy.id()));
        account.withArray("memberships")
                .removeAll()
                .addObject()
                .put("group", group())
                .put("proficiency", proficiency)
                .put("ceiling", ceiling);
        cast.admin()
                .browser()
                .put("/admin/accounts/" + amy.id(), account.toString())
                .ok();
    }

    private static ObjectNode written(ObjectNode account) {
        return ((ObjectNode) account.deepCopy()).without(java.util.List.of("id", "must_change_password", "created_at"));
    }

    private void put(JsonNode account) {
        cast.admin()
                .browser()
                .put("/admin/accounts/" + amy.id(), Json.write(written((ObjectNode) account)))
                .ok();
    }
}
