package dev.baton.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.Cast;
import dev.baton.Screen;
import dev.baton.platform.database.DatabaseForServer;
import dev.baton.platform.database.InvariantsHold;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An agent gives a conversation back to the line that it came from. */
@QuarkusTest
@QuarkusTestResource(DatabaseForServer.class)
@ExtendWith(InvariantsHold.class)
class HandBackTest {

    @TestHTTPResource
    URI server;

    private Cast cast;
    private Cast.Staff amy;
    private Screen amys;
    private String id;

    @BeforeEach
    void amy_has_been_given_a_conversation() {
        cast = new Cast(server);
        amy = cast.amy();
        amys = amy.screen();
        amy.ready();
        id = cast.lin().start("帮帮我");
        amys.until("given to Amy", () -> agent().equals(amy.id()));
    }

    @AfterEach
    void everybody_goes() {
        cast.close();
    }

    @Test
    void it_goes_to_the_next_colleague_with_its_original_age() {
        String since = amy.snapshot(id).at("/view/waiting_since").asText();
        amy.transferToGroup(id, Cast.SHARED_GROUP);
        var bo = cast.bo();
        Screen bos = bo.screen();
        bo.ready();
        bos.until("given to Bo", () -> agent().equals(bo.id()));
        assertThat(bo.snapshot(id).at("/view/waiting_since").asText()).isEqualTo(since);
    }

    @Test
    void the_router_does_not_give_it_straight_back_but_they_may_take_it_again() {
        amy.transferToGroup(id, Cast.SHARED_GROUP);
        String next = cast.wang().start("me too");
        amys.until(
                "Amy gets the next one",
                () -> amy.snapshot(next).at("/view/agent").asText().equals(amy.id()));
        assertThat(amy.snapshot(id).at("/view/state").asText()).isEqualTo("queued");
        amy.pick(id);
        assertThat(agent()).isEqualTo(amy.id());
    }

    private String agent() {
        return cast.chen().snapshot(id).at("/view/agent").asText();
    }
}
