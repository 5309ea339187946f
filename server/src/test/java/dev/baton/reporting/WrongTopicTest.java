package dev.baton.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.Cast;
import dev.baton.platform.database.DatabaseForServer;
import dev.baton.platform.database.InvariantsHold;
import dev.baton.platform.database.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Customers whose choice led them to the wrong group are counted: from where to where, with examples. */
@QuarkusTest
@QuarkusTestResource(DatabaseForServer.class)
@ExtendWith(InvariantsHold.class)
class WrongTopicTest {

    @TestHTTPResource
    URI server;

    @Test
    void a_transfer_for_a_wrong_topic_is_counted_with_what_the_customer_wrote_first() {
        try (var cast = new Cast(server)) {
            var admin = cast.admin();
            var amy = cast.amy();
            amy.screen();
            amy.onDuty();
            int before = count(admin, 1);
            String first = sentOn(cast, amy, "where is my invoice?", "wrong_topic");
            TestDatabase.ofServer().forward(Duration.ofMinutes(1));
            String second = sentOn(cast, amy, "a new contract please", "wrong_topic");
            sentOn(cast, amy, "something hard", "needs_expert");

            JsonNode row = row(admin, 1);

            assertThat(count(admin, 1)).isEqualTo(before + 2);
            assertThat(row.get("to").asText()).isEqualTo(Cast.Browsers.group(server, Cast.AMYS_OTHER_GROUP));
            assertThat(row.get("category").asText())
                    .isEqualTo(
                            Cast.Browsers.categories(server, Cast.SHARED_GROUP).getFirst());
            assertThat(row.get("examples").findValuesAsText("conversation")).startsWith(second, first);
            assertThat(row.get("examples").findValuesAsText("words"))
                    .startsWith("a new contract please", "where is my invoice?");
        }
    }

    private String sentOn(Cast cast, Cast.Staff amy, String words, String reason) {
        String id = cast.customer("en").start(words);
        amy.pick(id);
        amy.browser()
                .post(
                        Cast.Staff.path(id) + "/transfer",
                        "{\"group\":\"%s\",\"reason\":\"%s\"}"
                                .formatted(Cast.Browsers.group(server, Cast.AMYS_OTHER_GROUP), reason))
                .ok();
        return id;
    }

    private int count(Cast.Staff admin, int days) {
        JsonNode row = row(admin, days);
        return row == null ? 0 : row.get("count").asInt();
    }

    /** Of this way, null when nobody went it. */
    private JsonNode row(Cast.Staff admin, int days) {
        String from = Cast.Browsers.group(server, Cast.SHARED_GROUP);
        String to = Cast.Browsers.group(server, Cast.AMYS_OTHER_GROUP);
        for (JsonNode row :
                admin.browser().get("/admin/wrong-topics?days=" + days).ok().get("items")) {
            boolean same = row.get("from").asText().equals(from)
                    && row.get("to").asText().equals(to);
            if (same
                    && row.path("category")
                            .asText()
                            .equals(Cast.Browsers.categories(server, Cast.SHARED_GROUP)
                                    .getFirst())) {
                return row;
            }
        }
        return null;
    }

    @Test
    void a_span_that_makes_no_sense_is_refused() {
        try (var cast = new Cast(server)) {
            cast.admin().browser().get("/admin/wrong-topics?days=0").refused(422, "invalid");
        }
    }
}
