package dev.baton.routing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A conversation that goes from one agent to another, who may be asked first. */
@QuarkusTest
@QuarkusTestResource(DatabaseForServer.class)
@ExtendWith(InvariantsHold.class)
class TransferTest {

    private static final Duration RUNS_OUT = Duration.ofSeconds(31);

    @TestHTTPResource
    URI server;

    private Cast cast;
    private Cast.Customer lin;
    private Cast.Staff amy;
    private Cast.Staff bo;
    private Screen bos;

    @BeforeEach
    void amy_and_bo_are_there() {
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
        cast.close();
        publish("{}");
    }

    private void publish(String policy) {
        cast.admin()
                .browser()
                .put("/admin/policies/" + Cast.Browsers.group(server, Cast.SHARED_GROUP), policy)
                .ok();
    }

    /** In a group that asks the receiver first. */
    private String withAmyWhoAsks() {
        publish("{\"transfer\":{\"asks_receiver\":true}}");
        return withAmy();
    }

    private String withAmy() {
        String id = lin.start("hello");
        amy.pick(id);
        bo.ready();
        return id;
    }

    private JsonNode asks(String id) {
        return amy.give(
                id,
                "transfer",
                Json.MAPPER
                        .createObjectNode()
                        .put("agent", bo.id())
                        .put("reason", "needs_expert")
                        .put("note", "knows the machine"));
    }

    @Test
    void who_is_asked_sees_why_and_accepts_and_until_then_it_stays_with_the_sender() {
        String id = withAmyWhoAsks();
        JsonNode view = asks(id);
        assertThat(view.get("agent").asText()).isEqualTo(amy.id());
        assertThat(view.get("offered_to").asText()).isEqualTo(bo.id());
        bos.await(
                "the offer, with the note",
                frame -> frame.at("/view/transfer_offer/note").asText().equals("knows the machine")
                        && frame.at("/view/transfer_offer/by").asText().equals(amy.id()));
        amy.say(id, "one moment please");
        assertThat(lin.snapshot(id).toString())
                .doesNotContain("knows the machine")
                .doesNotContain("transfer_offer");

        view = bo.browser().post(Cast.Staff.path(id) + "/offer/accept").ok();

        assertThat(view.get("agent").asText()).isEqualTo(bo.id());
        assertThat(view.get("state").asText()).isEqualTo("awaiting_agent");
        assertThat(last(id).at("/data/from_agent").asText()).isEqualTo(amy.id());
        assertThat(lin.snapshot(id).at("/view/agent/id").asText()).isEqualTo(bo.id());
    }

    @Test
    void who_declines_leaves_it_with_the_sender_and_may_be_asked_again() {
        String id = withAmyWhoAsks();
        asks(id);
        amy.browser()
                .post(Cast.Staff.path(id) + "/transfer", "{\"best\":true,\"reason\":\"other\"}")
                .refused(409, "already_offered");
        bo.browser()
                .post(Cast.Staff.path(id) + "/offer/decline", "{\"reason\":\"busy\"}")
                .ok();
        JsonNode view = view(id);
        assertThat(view.get("agent").asText()).isEqualTo(amy.id());
        assertThat(view.has("offered_to")).isFalse();
        assertThat(view.has("transfer_offer")).isFalse();
        assertThat(asks(id).get("offered_to").asText()).isEqualTo(bo.id());
    }

    @Test
    void who_does_not_answer_in_time_leaves_it_with_the_sender() {
        String id = withAmyWhoAsks();
        asks(id);
        TestDatabase.ofServer().forward(RUNS_OUT);
        bos.until("nobody is asked any more", () -> !view(id).has("offered_to"));
        assertThat(view(id).get("agent").asText()).isEqualTo(amy.id());
        bo.browser().post(Cast.Staff.path(id) + "/offer/accept").refused(409, "already_assigned");
    }

    @Test
    void the_sender_takes_the_question_back_and_nobody_else_can() {
        String id = withAmyWhoAsks();
        asks(id);
        bo.browser().post(Cast.Staff.path(id) + "/transfer/withdraw").refused(409, "not_your_conversation");
        amy.browser().post(Cast.Staff.path(id) + "/transfer/withdraw").ok();
        amy.browser().post(Cast.Staff.path(id) + "/transfer/withdraw").refused(409, "no_offer");
        bo.browser().post(Cast.Staff.path(id) + "/offer/accept").refused(409, "already_assigned");
        assertThat(view(id).get("agent").asText()).isEqualTo(amy.id());
    }

    @Test
    void whoever_is_best_is_who_has_the_most_room_and_never_the_sender() {
        String id = withAmy();
        JsonNode view = amy.browser()
                .post(Cast.Staff.path(id) + "/transfer", "{\"best\":true,\"reason\":\"other\"}")
                .ok();
        assertThat(view.get("agent").asText()).isEqualTo(bo.id());
        amy.onDuty();
        bo.browser()
                .post(Cast.Staff.path(id) + "/transfer", "{\"best\":true,\"reason\":\"other\"}")
                .refused(409, "nobody_free");
        assertThat(view(id).get("agent").asText()).isEqualTo(bo.id());
    }

    @Test
    void a_conversation_is_not_thrown_to_and_fro_unless_a_supervisor_says_so() {
        String id = withAmy();
        amy.transferTo(id, bo);
        amy.ready();
        bo.transferTo(id, amy);
        amy.browser().post(Cast.Staff.path(id) + "/transfer", to(bo)).refused(409, "agent_had_it");
        amy.browser()
                .post(Cast.Staff.path(id) + "/transfer", "{\"best\":true,\"reason\":\"other\"}")
                .refused(409, "nobody_free");
        cast.chen()
                .give(
                        id,
                        "transfer",
                        Json.MAPPER
                                .createObjectNode()
                                .put("agent", bo.id())
                                .put("reason", "other")
                                .put("override", true));
        assertThat(view(id).get("agent").asText()).isEqualTo(bo.id());
    }

    @Test
    void a_group_that_had_it_is_not_given_it_again_in_the_same_round() {
        String id = withAmy();
        bo.onDuty();
        amy.transferToGroup(id, Cast.AMYS_OTHER_GROUP);
        amy.pick(id);
        amy.transferToGroup(id, Cast.SHARED_GROUP);
        amy.pick(id);
        amy.browser()
                .post(
                        Cast.Staff.path(id) + "/transfer",
                        "{\"reason\":\"other\",\"group\":\"%s\"}"
                                .formatted(Cast.Browsers.group(server, Cast.AMYS_OTHER_GROUP)))
                .refused(409, "group_had_it");
        // Back to its own line it may always go.
        amy.transferToGroup(id, Cast.SHARED_GROUP);
    }

    @Test
    void an_agent_of_another_group_gets_it_in_that_group() {
        String id = withAmy();
        String billing = Cast.Browsers.group(server, Cast.BOS_OTHER_GROUP);
        amy.browser()
                .post(
                        Cast.Staff.path(id) + "/transfer",
                        "{\"reason\":\"wrong_topic\",\"agent\":\"%s\",\"group\":\"%s\"}".formatted(bo.id(), billing))
                .ok();
        assertThat(view(id).get("group").asText()).isEqualTo(billing);
        assertThat(view(id).get("agent").asText()).isEqualTo(bo.id());
    }

    @Test
    void nonsense_is_refused_with_its_reason() {
        String id = withAmy();
        String path = Cast.Staff.path(id) + "/transfer";
        amy.browser().post(path, "{\"reason\":\"other\"}").refused(422, "invalid");
        amy.browser()
                .post(path, "{\"reason\":\"other\",\"best\":true,\"agent\":\"%s\"}".formatted(bo.id()))
                .refused(422, "invalid");
        amy.browser().post(path, to(amy)).refused(409, "transfer_to_self");
        amy.browser()
                .post(path, "{\"reason\":\"other\",\"agent\":\"01900000-0000-7000-8000-000000000000\"}")
                .refused(422, "invalid");
        amy.browser()
                .post(path, "{\"reason\":\"other\",\"group\":\"01900000-0000-7000-8000-000000000000\"}")
                .refused(422, "invalid");
        bo.onDuty();
        amy.browser().post(path, to(bo)).refused(409, "agent_off_duty");
        amy.browser().post(path, to(cast.di())).refused(409, "agent_not_member");
        assertThat(view(id).get("agent").asText()).isEqualTo(amy.id());
    }

    private static String to(Cast.Staff agent) {
        return "{\"reason\":\"other\",\"agent\":\"%s\"}".formatted(agent.id());
    }

    private JsonNode view(String id) {
        return cast.chen().snapshot(id).get("view");
    }

    private JsonNode last(String id) {
        JsonNode entries = cast.chen().snapshot(id).get("entries");
        return entries.get(entries.size() - 1);
    }
}
