package dev.baton.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.platform.database.DatabaseForServer;
import dev.baton.platform.database.InvariantsHold;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@QuarkusTestResource(DatabaseForServer.class)
@ExtendWith(InvariantsHold.class)
class ForeignPagesTest {

    private static final String AWAY = "{\"availability\":\"away\"}";

    @TestHTTPResource
    URI server;

    @Test
    void amys_own_page_may_act_for_her() {
        assertThat(Browser.signedIn(server, "amy")
                        .put("/me/availability", AWAY)
                        .ok()
                        .get("availability")
                        .asText())
                .isEqualTo("away");
    }

    @Test
    void without_the_sessions_token_nothing_is_done() {
        Browser amy = Browser.signedIn(server, "amy");
        amy.put("/me/availability", "{\"availability\":\"not_taking\"}").ok();
        amy.without("X-Baton-CSRF").put("/me/availability", AWAY).refused(403, "csrf");
        amy.with("X-Baton-CSRF", "A".repeat(43)).put("/me/availability", AWAY).refused(403, "csrf");
        amy.with("X-Baton-CSRF", Browser.signedIn(server, "bo").csrf())
                .put("/me/availability", AWAY)
                .refused(403, "csrf");
        assertThat(amy.get("/session").ok().at("/agent/availability").asText()).isEqualTo("not_taking");
    }

    @Test
    void another_sites_page_may_do_nothing_even_with_the_token() {
        for (String origin : new String[] {
            "https://evil.example",
            "null",
            "",
            "http://localhost",
            "http://" + server.getAuthority() + ".evil.example",
            "https://" + server.getAuthority(),
            "http://user@" + server.getAuthority() + ":1"
        }) {
            Browser.signedIn(server, "amy")
                    .with("Origin", origin)
                    .put("/me/availability", AWAY)
                    .refused(403, "origin_not_allowed");
        }
    }

    @Test
    void a_browser_that_says_cross_site_instead_of_an_origin_is_refused() {
        for (String site : new String[] {"cross-site", "same-site", "none"}) {
            Browser.signedIn(server, "amy")
                    .without("Origin")
                    .with("Sec-Fetch-Site", site)
                    .put("/me/availability", AWAY)
                    .refused(403, "origin_not_allowed");
        }
    }

    @Test
    void another_sites_page_can_neither_sign_somebody_in_nor_open_a_visit() {
        Browser foreign = new Browser(server).with("Origin", "https://evil.example");
        foreign.signIn("amy@baton.example", Browser.PASSWORD).refused(403, "origin_not_allowed");
        foreign.post("/widget/sessions", "{\"site\":\"demo\"}").refused(403, "origin_not_allowed");
    }

    @Test
    void no_answer_invites_other_origins() {
        Browser.Answer answer = Browser.signedIn(server, "amy")
                .with("Origin", "https://evil.example")
                .get("/session");
        assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
    }
}
