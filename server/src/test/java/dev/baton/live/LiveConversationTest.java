package dev.baton.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.Cast;
import dev.baton.Screen;
import dev.baton.platform.Ids;
import dev.baton.platform.database.DatabaseForServer;
import dev.baton.platform.database.InvariantsHold;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A customer and an agent talk over their live lines. */
@QuarkusTest
@QuarkusTestResource(DatabaseForServer.class)
@ExtendWith(InvariantsHold.class)
class LiveConversationTest {

    @TestHTTPResource
    URI server;

    private Cast cast;

    @BeforeEach
    void everybody_comes() {
        cast = new Cast(server);
    }

    @AfterEach
    void everybody_goes() {
        cast.close();
    }

    @Test
    void m6_both_sides_see_every_word_once_and_in_one_order() {
        var lin = cast.lin();
        var amy = cast.amy().onDuty();
        var lins = lin.screen();
        var amys = amy.screen();
        String id = lin.start("登录不了");
        var atLins = lins.follow(id);
        amys.await("inbox_item", frame -> frame.at("/view/id").asText().equals(id));
        amy.pick(id);
        var atAmys = amys.follow(id);

        for (int i = 0; i < 5; i++) {
            lins.say(id, "问 " + i);
            amys.say(id, "答 " + i);
        }

        lins.until("ten words", () -> atLins.view().get("public_seq").asLong() >= 13);
        amys.until("ten words", () -> atAmys.view().get("public_seq").asLong() >= 13);
        assertThat(bodies(atLins)).isEqualTo(bodies(atAmys));
        assertThat(bodies(atLins)).hasSize(11);
        assertThat(atLins.entries()).noneMatch(entry -> entry.has("seq"));
    }

    private static java.util.List<String> bodies(Screen.Thread thread) {
        return thread.entries().stream()
                .filter(entry -> entry.get("kind").asText().equals("message"))
                .map(entry -> entry.get("body").asText())
                .toList();
    }

    @Test
    void a_send_that_is_repeated_is_stored_once_and_says_so() {
        var lin = cast.lin();
        String id = lin.start("hello");
        var screen = lin.screen();
        UUID clientId = Ids.next();
        JsonNode first = screen.say(id, clientId, "once");
        JsonNode second = screen.say(id, clientId, "once");
        assertThat(first.has("duplicate")).isFalse();
        assertThat(second.get("duplicate").asBoolean()).isTrue();
        assertThat(second.get("public_seq")).isEqualTo(first.get("public_seq"));
        JsonNode other = screen.say(id, clientId, "something else");
        assertThat(other.get("type").asText()).isEqualTo("refused");
        assertThat(other.at("/problem/code").asText()).isEqualTo("idempotency_conflict");
    }
}
