package dev.baton.routing;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever waits for too long in Billing may be served by Sales as well: seen, picked, and given by the router. */
@QuarkusTest
@QuarkusTestResource(DatabaseForServer.class)
@ExtendWith(InvariantsHold.class)
class OverflowTest {

    private static final Duration OVERFLOWS = Duration.ofSeconds(45);

    @TestHTTPResource
    URI server;

    private Cast cast;
    private Cast.Customer lin;
    /** Serves Sales and Technical support, not Billing. */
    private Cast.Staff amy;

    private String id;

    @BeforeEach
    void a_customer_waits_for_billing() {
        cast = new Cast(server);
        publish("{\"queue\":{\"overflow_after_seconds\":45,\"overflow_groups\":[\"%s\"]}}"
                .formatted(Cast.Browsers.group(server, Cast.AMYS_OTHER_GROUP)));
        lin = cast.lin();
        amy = cast.amy().onDuty();
        id = lin.start("发票", lin.category(Cast.BOS_OTHER_GROUP)).at("/view/id").asText();
    }

    @AfterEach
    void everybody_goes() {
        cast.close();
        publish("{}");
    }

    private void publish(String policy) {
        cast.admin()
                .browser()
                .put("/admin/policies/" + Cast.Browsers.group(server, Cast.BOS_OTHER_GROUP), policy)
                .ok();
    }

    @Test
    void before_it_overflows_it_is_not_there_for_the_backup_group() {
        amy.browser().get(Cast.Staff.path(id)).refused(404, "not_found");
        assertThat(queueOf(amy)).doesNotContain(id);
        amy.browser().post(Cast.Staff.path(id) + "/pick").refused(404, "not_found");
    }

    @Test
    void when_it_overflows_it_comes_into_the_backup_groups_lists_and_can_be_picked_there() {
        Screen amys = amy.screen();
        TestDatabase.ofServer().forward(OVERFLOWS);
        amys.await(
                "inbox_item",
                frame -> frame.at("/item/id").asText().equals(id)
                        || frame.at("/view/id").asText().equals(id));
        assertThat(queueOf(amy)).contains(id);
        assertThat(amy.snapshot(id).at("/view/overflowed").asBoolean()).isTrue();
        amy.pick(id);
        assertThat(amy.snapshot(id).at("/view/agent").asText()).isEqualTo(amy.id());
    }

    @Test
    void an_agent_of_neither_group_never_sees_it() {
        TestDatabase.ofServer().forward(OVERFLOWS);
        overflowed();
        Browser fang = Browser.signedIn(server, "fang");
        fang.get(Cast.Staff.path(id)).refused(404, "not_found");
        fang.post(Cast.Staff.path(id) + "/pick").refused(404, "not_found");
    }

    @Test
    void the_router_gives_it_to_a_backup_agent_who_gets_ready_later() {
        TestDatabase.ofServer().forward(OVERFLOWS);
        overflowed();
        Screen amys = amy.screen();
        amy.ready();
        amys.until(
                "given to Amy",
                () -> amy.snapshot(id).at("/view/agent").asText().equals(amy.id()));
    }

    @Test
    void the_router_gives_it_to_a_backup_agent_who_is_ready_when_it_overflows() {
        Screen amys = amy.screen();
        amy.ready();
        TestDatabase.ofServer().forward(OVERFLOWS);
        amys.until(
                "given to Amy",
                () -> amy.browser().get(Cast.Staff.path(id)).status() == 200
                        && amy.snapshot(id).at("/view/agent").asText().equals(amy.id()));
    }

    @Test
    void it_leaves_the_backup_groups_lists_when_somebody_else_takes_it() {
        Screen amys = amy.screen();
        TestDatabase.ofServer().forward(OVERFLOWS);
        overflowed();
        amys.until("in Amy's list", () -> queueOf(amy).contains(id));
        cast.bo().onDuty().pick(id);
        amys.await("inbox_gone", id);
        amy.browser().get(Cast.Staff.path(id)).refused(404, "not_found");
        assertThat(queueOf(amy)).doesNotContain(id);
    }

    @Test
    void back_in_the_line_it_is_its_own_groups_again_until_it_overflows_again() {
        TestDatabase.ofServer().forward(OVERFLOWS);
        overflowed();
        var bo = cast.bo().onDuty();
        bo.pick(id);
        bo.transferToGroup(id, Cast.BOS_OTHER_GROUP);
        amy.browser().get(Cast.Staff.path(id)).refused(404, "not_found");
        TestDatabase.ofServer().forward(OVERFLOWS);
        overflowed();
        assertThat(queueOf(amy)).contains(id);
    }

    @Test
    void the_policy_that_it_runs_under_counts_not_the_newest() {
        TestDatabase.ofServer().forward(OVERFLOWS);
        overflowed();
        publish("{}");
        Screen amys = amy.screen();
        amy.ready();
        amys.until(
                "given to Amy",
                () -> amy.snapshot(id).at("/view/agent").asText().equals(amy.id()));
    }

    private void overflowed() {
        Screen chens = cast.chen().screen();
        var chen = cast.chen();
        chens.until("overflowed", () -> chen.snapshot(id).at("/view/overflowed").asBoolean());
    }

    private static List<String> queueOf(Cast.Staff who) {
        return who.browser().get("/conversations?view=queue").ok().get("items").findValuesAsText("id");
    }
}
