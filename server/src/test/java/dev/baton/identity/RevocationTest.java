package dev.baton.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.Cast;
import dev.baton.Screen;
import dev.baton.platform.database.DatabaseForServer;
import dev.baton.platform.database.InvariantsHold;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is taken back is taken back from open screens too, within five seconds. */
@QuarkusTest
@QuarkusTestResource(DatabaseForServer.class)
@ExtendWith(InvariantsHold.class)
class RevocationTest {

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final int REVOKED = 4003;
    private static final String FIRST = "the first pass phrase";

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
    void changing_the_password_closes_the_screens_of_the_other_sessions_only() {
        Browser here = colleague("eve");
        Browser there = new Browser(server);
        there.signIn("eve@baton.example", FIRST).ok();
        try (Screen kept = Screen.open(here);
                Screen lost = Screen.open(there)) {
            here.post("/session/password", change(FIRST, "the second pass phrase"))
                    .ok();
            assertClosesSoon(lost);
            assertThat(kept.isClosed()).isFalse();
        }
    }

    @Test
    void signing_out_a_reset_password_and_a_disabled_account_close_screens() {
        Browser eve = colleague("eve-two");
        try (Screen screen = Screen.open(eve)) {
            eve.delete("/session");
            assertClosesSoon(screen);
        }
        eve.signIn("eve-two@baton.example", FIRST).ok();
        String id = eve.get("/session").ok().at("/account/id").asText();
        Browser admin = Browser.signedIn(server, "admin");
        try (Screen screen = Screen.open(eve)) {
            admin.put("/admin/accounts/" + id, account("eve-two", false)).ok();
            assertClosesSoon(screen);
        }
        admin.put("/admin/accounts/" + id, account("eve-two", true)).ok();
        eve.signIn("eve-two@baton.example", FIRST).ok();
        try (Screen screen = Screen.open(eve)) {
            admin.post("/admin/accounts/" + id + "/password").ok();
            assertClosesSoon(screen);
        }
    }

    @Test
    void a_session_on_a_one_time_password_opens_no_screen() {
        Browser admin = Browser.signedIn(server, "admin");
        String oneTime = admin.post("/admin/accounts", account("eve-three", true))
                .ok()
                .get("password")
                .asText();
        Browser eve = new Browser(server);
        eve.signIn("eve-three@baton.example", oneTime).ok();
        Screen screen = Screen.connect(eve);
        screen.tell(Screen.frame("hello").put("protocol", 1));
        assertThat(screen.closeCode()).isEqualTo(4001);
    }

    @Test
    void a_visitor_who_becomes_somebody_loses_the_screens_of_the_old_token() {
        JsonNode site = Browser.signedIn(server, "admin")
                .post("/admin/sites", "{\"key\":\"closing-screens\",\"name\":\"S\",\"origins\":[]}")
                .ok();
        Browser visitor = new Browser(server);
        visitor.with(
                "Authorization",
                "Bearer "
                        + visitor.post("/widget/sessions", "{\"site\":\"closing-screens\"}")
                                .ok()
                                .get("token")
                                .asText());
        try (Screen screen = Screen.open(visitor)) {
            Browser.signedIn(server, "admin")
                    .put(
                            "/admin/sites/" + site.at("/site/id").asText(),
                            "{\"name\":\"S\",\"origins\":[],\"enabled\":false}")
                    .ok();
            assertClosesSoon(screen);
        }
    }

    @Test
    void who_leaves_a_group_no_longer_sees_its_conversations() {
        Browser eve = colleague("eve-four");
        String id = eve.get("/session").ok().at("/account/id").asText();
        String group = Cast.Browsers.group(server, Cast.SHARED_GROUP);
        Browser admin = Browser.signedIn(server, "admin");
        admin.put("/admin/accounts/" + id, account("eve-four", true).replace("[]", "[\"" + group + "\"]"))
                .ok();
        String conversation = cast.lin().start("在吗");
        eve.get("/conversations/" + conversation).ok();
        try (Screen screen = Screen.open(eve)) {
            screen.follow(conversation);
            admin.put("/admin/accounts/" + id, account("eve-four", true)).ok();
            screen.await("gone", conversation);
            eve.get("/conversations/" + conversation).refused(404, "not_found");
        }
    }

    private static void assertClosesSoon(Screen screen) {
        long start = System.nanoTime();
        assertThat(screen.closeCode()).isEqualTo(REVOKED);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
    }

    private Browser colleague(String name) {
        String oneTime = Browser.signedIn(server, "admin")
                .post("/admin/accounts", account(name, true))
                .ok()
                .get("password")
                .asText();
        Browser colleague = new Browser(server);
        colleague.signIn(name + "@baton.example", oneTime).ok();
        colleague.post("/session/password", change(oneTime, FIRST)).ok();
        return colleague;
    }

    private static String change(String current, String next) {
        return "{\"current\":\"" + current + "\",\"next\":\"" + next + "\"}";
    }

    private static String account(String name, boolean enabled) {
        return """
                {"name":"Eve","email":"%s@baton.example","role":"agent","enabled":%s,"capacity":3,"groups":[]}""".formatted(name, enabled);
    }
}
