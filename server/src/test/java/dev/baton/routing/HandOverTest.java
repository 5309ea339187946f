package dev.baton.routing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.Cast;
import dev.baton.Screen;
import dev.baton.platform.Ids;
import dev.baton.platform.database.DatabaseForServer;
import dev.baton.platform.database.InvariantsHold;
import dev.baton.platform.database.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The end of a shift: nothing is dropped, and the customer hears in one line who answers now. */
@QuarkusTest
@QuarkusTestResource(DatabaseForServer.class)
@ExtendWith(InvariantsHold.class)
class HandOverTest {

    private static final Duration RUNS_OUT = Duration.ofSeconds(31);

    @TestHTTPResource
    URI server;

    private Cast cast;
    private Cast.Customer lin;
    private Cast.Staff amy;
    private Cast.Staff bo;
    private Screen bos;

    @BeforeEach
    void amy_has_a_conversation_and_bo_is_ready() {
        cast = new Cast(server);
        lin = cast.lin();
        amy = cast.amy();
        bo = cast.bo();
        amy.screen();
        bos = bo.screen();
        amy.onDuty();
        bo.onDuty();
    }

    @AfterEach
    void everybody_goes() {
        TestDatabase.ofServer().jdbi().useHandle(handle -> {
            handle.execute("DELETE FROM shifts");
            handle.execute("UPDATE agents SET shift_ends_at = NULL");
        });
        cast.close();
        publish("{}");
    }

    private void publish(String policy) {
        cast.admin()
                .browser()
                .put("/admin/policies/" + Cast.Browsers.group(server, Cast.SHARED_GROUP), policy)
                .ok();
    }

    private String amysWith(Cast.Customer customer, String words) {
        String id = customer.start(words);
        amy.pick(id);
        return id;
    }

    @Test
    void what_is_left_comes_with_the_last_words_of_both_sides() {
        String id = amysWith(lin, "the machine is broken");
        amy.say(id, "which one?");
        JsonNode drafts = amy.browser().get("/hand-overs").ok().get("items");
        assertThat(drafts).hasSize(1);
        assertThat(drafts.get(0).at("/conversation/id").asText()).isEqualTo(id);
        assertThat(drafts.get(0).get("last").findValuesAsText("words"))
                .containsExactly("the machine is broken", "which one?");
        assertThat(cast.chen()
                        .browser()
                        .get("/hand-overs?agent=" + amy.id())
                        .ok()
                        .get("items"))
                .hasSize(1);
        bo.browser().get("/hand-overs?agent=" + amy.id()).refused(403, "forbidden");
    }

    @Test
    void one_click_hands_all_over_and_who_does_not_refuse_in_time_has_accepted() {
        String one = amysWith(lin, "one");
        String two = amysWith(cast.wang(), "two");
        bo.ready();
        JsonNode results =
                handOver(item(one, "best", "\"note\":\"about one\""), item(two, "queue", "\"note\":\"about two\""));
        assertThat(results.get(0).get("outcome").asText()).isEqualTo("offered");
        assertThat(results.get(0).get("agent").asText()).isEqualTo(bo.id());
        assertThat(results.get(1).get("outcome").asText()).isEqualTo("queued");
        bos.await(
                "the card",
                frame -> frame.at("/view/transfer_offer/hand_over").asBoolean()
                        && frame.at("/view/transfer_offer/note").asText().equals("about one"));
        assertThat(view(one).get("agent").asText()).isEqualTo(amy.id());

        TestDatabase.ofServer().forward(RUNS_OUT);

        bos.until(
                "Bo has both",
                () -> view(one).path("agent").asText().equals(bo.id())
                        && view(two).path("agent").asText().equals(bo.id()));
        assertThat(lin.snapshot(one).at("/view/agent/id").asText()).isEqualTo(bo.id());
        assertThat(lin.snapshot(one).toString()).doesNotContain("about one");
    }

    @Test
    void who_refuses_leaves_it_with_the_one_who_wanted_to_go() {
        String id = amysWith(lin, "one");
        bo.ready();
        handOver(item(id, "agent", "\"agent\":\"%s\"".formatted(bo.id())));
        bo.browser()
                .post(Cast.Staff.path(id) + "/offer/decline", "{\"reason\":\"busy\"}")
                .ok();
        assertThat(view(id).get("agent").asText()).isEqualTo(amy.id());
        assertThat(view(id).has("offered_to")).isFalse();
    }

    @Test
    void what_cannot_be_handed_over_stays_and_says_why() {
        String id = amysWith(lin, "one");
        String elsewhere = cast.wang().start("two");
        JsonNode results =
                handOver(item(id, "best", null), item(elsewhere, "agent", "\"agent\":\"%s\"".formatted(bo.id())));
        assertThat(results.get(0).get("code").asText()).isEqualTo("nobody_free");
        assertThat(results.get(1).get("outcome").asText()).isEqualTo("refused");
        assertThat(view(id).get("agent").asText()).isEqualTo(amy.id());
        var path = "/hand-overs";
        amy.browser().post(path, "{}").refused(422, "invalid");
        amy.browser().post(path, items(item(id, "agent", null))).refused(422, "invalid");
        amy.browser()
                .post(path, items(item(id, "best", null), item(id, "queue", null)))
                .refused(422, "invalid");
    }

    @Test
    void handing_over_is_no_bounce_however_often_shifts_change() {
        String id = amysWith(lin, "one");
        for (int day = 0; day < 3; day++) {
            bo.ready();
            handOver(item(id, "agent", "\"agent\":\"%s\"".formatted(bo.id())));
            bo.browser().post(Cast.Staff.path(id) + "/offer/accept").ok();
            bo.onDuty();
            amy.ready();
            bo.browser()
                    .post("/hand-overs", items(item(id, "agent", "\"agent\":\"%s\"".formatted(amy.id()))))
                    .ok();
            amy.browser().post(Cast.Staff.path(id) + "/offer/accept").ok();
            amy.onDuty();
        }
        assertThat(view(id).get("agent").asText()).isEqualTo(amy.id());
    }

    @Test
    void when_the_shift_is_over_what_is_left_goes_back_to_the_line_where_the_policy_says_so() {
        publish("{\"shift_end\":{\"action\":\"queue\"}}");
        String id = amysWith(lin, "one");
        endsShift(amy, Duration.ofSeconds(5));
        assertThat(view(id).get("agent").asText()).isEqualTo(amy.id());
        TestDatabase.ofServer().forward(Duration.ofSeconds(6));
        bos.until(
                "it is in the line again", () -> view(id).get("state").asText().equals("queued"));
        bo.ready();
        bos.until("Bo has it", () -> view(id).path("agent").asText().equals(bo.id()));
    }

    @Test
    void a_hand_over_that_nobody_has_answered_when_the_shift_ends_goes_to_who_was_asked() {
        publish("{\"shift_end\":{\"action\":\"queue\"}}");
        String id = amysWith(lin, "one");
        bo.ready();
        handOver(item(id, "agent", "\"agent\":\"%s\"".formatted(bo.id())));
        endsShift(amy, Duration.ofSeconds(5));
        TestDatabase.ofServer().forward(Duration.ofSeconds(6));
        bos.until("Bo has it", () -> view(id).path("agent").asText().equals(bo.id()));
    }

    @Test
    void where_the_policy_asks_or_keeps_it_stays_with_the_agent() {
        String id = amysWith(lin, "one");
        endsShift(amy, Duration.ofSeconds(5));
        TestDatabase.ofServer().forward(Duration.ofSeconds(10));
        String other = cast.wang().start("a sweep later");
        bo.pick(other);
        assertThat(view(id).get("agent").asText()).isEqualTo(amy.id());
    }

    private void endsShift(Cast.Staff agent, Duration in) {
        TestDatabase.ofServer()
                .jdbi()
                .useHandle(handle -> handle.createUpdate("""
                        INSERT INTO shifts (id, agent, kind, starts_at, ends_at)
                        VALUES (:id, :agent, 'work', baton_now() - interval '1 hour',
                                baton_now() + make_interval(secs => :secs))
                        """)
                        .bind("id", Ids.next())
                        .bind("agent", UUID.fromString(agent.id()))
                        .bind("secs", in.toSeconds())
                        .execute());
    }

    private JsonNode handOver(String... items) {
        return amy.browser().post("/hand-overs", items(items)).ok().get("items");
    }

    private static String items(String... items) {
        return "{\"items\":[%s]}".formatted(String.join(",", items));
    }

    private static String item(String id, String to, String more) {
        return "{\"conversation\":\"%s\",\"to\":\"%s\"%s}".formatted(id, to, more == null ? "" : "," + more);
    }

    private JsonNode view(String id) {
        return cast.chen().snapshot(id).get("view");
    }
}
