package dev.baton.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.Screen;
import dev.baton.platform.database.DatabaseForServer;
import dev.baton.platform.database.InvariantsHold;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@QuarkusTestResource(DatabaseForServer.class)
@ExtendWith(InvariantsHold.class)
@Tag("slow")
class PasswordsAndAccountsTest {

    private static final String NEXT = "a quite new pass phrase";

    @TestHTTPResource
    URI server;

    @Inject
    Heard heard;

    /** What sockets are told. */
    @ApplicationScoped
    static class Heard {
        private final Set<SessionKey> revoked = ConcurrentHashMap.newKeySet();

        Set<SessionKey> keys() {
            return revoked;
        }

        void revoked(@Observes SessionsRevoked event) {
            revoked.addAll(event.keys());
        }
    }

    private static SessionKey keyOf(Browser browser) {
        return SessionKey.of(browser.cookie().substring("baton_session=".length()));
    }

    @Test
    void changing_the_password_ends_the_other_sessions_and_not_this_one() {
        Browser here = newColleague("one");
        Browser there = new Browser(server);
        there.signIn("one@baton.example", NEXT).ok();
        here.post("/session/password", change(NEXT, "another long pass phrase")).ok();
        here.get("/session").ok();
        there.get("/session").refused(401, "not_signed_in");
        assertThat(heard.keys()).contains(keyOf(there)).doesNotContain(keyOf(here));
        new Browser(server).signIn("one@baton.example", NEXT).refused(401, "bad_credentials");
        new Browser(server)
                .signIn("one@baton.example", "another long pass phrase")
                .ok();
    }

    @Test
    void the_password_is_not_changed_without_the_current_one() {
        Browser colleague = newColleague("two");
        colleague
                .post("/session/password", change("not the current", "another long pass phrase"))
                .refused(401, "bad_credentials");
        new Browser(server).signIn("two@baton.example", NEXT).ok();
    }

    @Test
    void admins_screens_hear_that_a_first_password_was_changed() {
        Browser admin = Browser.signedIn(server, "admin");
        String oneTime = admin.post("/admin/accounts", account("badge", "agent", true))
                .ok()
                .get("password")
                .asText();
        Browser colleague = new Browser(server);
        colleague.signIn("badge@baton.example", oneTime).ok();
        try (Screen admins = Screen.open(admin)) {
            int before = admins.frames("catalogue_changed").size();
            colleague.post("/session/password", change(oneTime, NEXT)).ok();
            admins.until("told", () -> admins.frames("catalogue_changed").size() > before);
        }
    }

    @Test
    void weak_passwords_are_refused_with_the_rule() {
        Browser colleague = newColleague("three");
        colleague.post("/session/password", change(NEXT, "short")).invalid("next", "too_short");
        colleague.post("/session/password", change(NEXT, "x".repeat(201))).invalid("next", "too_long");
        colleague.post("/session/password", change(NEXT, "Password123")).invalid("next", "too_common");
        colleague.post("/session/password", change(NEXT, "aaaaaaaaaaaa")).invalid("next", "too_common");
        colleague.post("/session/password", change(NEXT, "three@baton.example")).invalid("next", "same_as_email");
        colleague.post("/session/password", change(NEXT, NEXT)).invalid("next", "unchanged");
    }

    @Test
    void a_one_time_password_is_good_for_nothing_but_choosing_another() {
        Browser admin = Browser.signedIn(server, "admin");
        String oneTime = admin.post("/admin/accounts", account("four", "agent", true))
                .ok()
                .get("password")
                .asText();
        Browser colleague = new Browser(server);
        JsonNode me = colleague.signIn("four@baton.example", oneTime).ok();
        assertThat(me.at("/account/must_change_password").asBoolean()).isTrue();
        colleague.get("/catalogue").refused(403, "password_change_required");
        colleague.put("/me/availability", "{\"availability\":\"ready\"}").refused(403, "password_change_required");
        assertThat(colleague
                        .post("/session/password", change(oneTime, NEXT))
                        .ok()
                        .at("/account/must_change_password")
                        .asBoolean())
                .isFalse();
        colleague.get("/catalogue").ok();
    }

    @Test
    void a_disabled_account_is_out_at_once_and_cannot_come_back() {
        Browser colleague = newColleague("five");
        Browser admin = Browser.signedIn(server, "admin");
        admin.put("/admin/accounts/" + idOf(colleague), account("five", "agent", false))
                .ok();
        colleague.get("/session").refused(401, "not_signed_in");
        assertThat(heard.keys()).contains(keyOf(colleague));
        new Browser(server).signIn("five@baton.example", NEXT).refused(401, "bad_credentials");
    }

    @Test
    void a_reset_password_ends_every_session() {
        Browser colleague = newColleague("six");
        Browser admin = Browser.signedIn(server, "admin");
        String oneTime = admin.post("/admin/accounts/" + idOf(colleague) + "/password")
                .ok()
                .get("password")
                .asText();
        colleague.get("/session").refused(401, "not_signed_in");
        assertThat(heard.keys()).contains(keyOf(colleague));
        new Browser(server).signIn("six@baton.example", oneTime).ok();
    }

    @Test
    void only_admins_administer() {
        Browser admin = Browser.signedIn(server, "admin");
        for (String path : new String[] {
            "accounts", "groups", "categories", "sites", "reasons", "canned-replies", "policies/default"
        }) {
            admin.get("/admin/" + path).ok();
            Browser.signedIn(server, "chen").get("/admin/" + path).refused(403, "forbidden");
            Browser.signedIn(server, "amy").get("/admin/" + path).refused(403, "forbidden");
            new Browser(server).get("/admin/" + path).refused(401, "not_signed_in");
            Browser.visitor(server).get("/admin/" + path).refused(401, "not_signed_in");
        }
    }

    @Test
    void a_colleague_whose_role_changes_may_what_the_new_role_may() {
        Browser colleague = newColleague("seven");
        colleague.get("/admin/groups").refused(403, "forbidden");
        Browser.signedIn(server, "admin")
                .put("/admin/accounts/" + idOf(colleague), account("seven", "admin", true))
                .ok();
        colleague.get("/admin/groups").ok();
        Browser.signedIn(server, "admin")
                .put("/admin/accounts/" + idOf(colleague), account("seven", "agent", true))
                .ok();
        colleague.get("/admin/groups").refused(403, "forbidden");
    }

    @Test
    void the_last_admin_stays() {
        Browser admin = Browser.signedIn(server, "admin");
        admin.put("/admin/accounts/" + idOf(admin), account("admin", "agent", true))
                .invalid("role", "last_admin");
        admin.put("/admin/accounts/" + idOf(admin), account("admin", "admin", false))
                .invalid("role", "last_admin");
        admin.get("/admin/accounts").ok();
    }

    @Test
    void bad_accounts_are_refused_by_name() {
        Browser admin = Browser.signedIn(server, "admin");
        admin.post("/admin/accounts", account("amy", "agent", true)).invalid("email", "taken");
        admin.post("/admin/accounts", account("AMY", "agent", true)).invalid("email", "taken");
        admin.post("/admin/accounts", account("x y", "agent", true)).invalid("email", "malformed");
        admin.post("/admin/accounts", account("x", "king", true)).refused(400, "wrong_type");
        admin.post(
                        "/admin/accounts",
                        account("x", "agent", true)
                                .replace("\"groups\":[]", "\"groups\":[\"0190a6b2-0000-7000-8000-000000000001\"]"))
                .invalid("groups", "unknown");
        admin.post("/admin/accounts", account("x", "agent", true).replace("\"groups\":[]", "\"groups\":[\"x\"]"))
                .refused(400, "malformed_id");
        admin.post("/admin/accounts", account("x", "agent", true).replace("\"capacity\":3", "\"capacity\":101"))
                .invalid("capacity", "out_of_range");
        admin.post("/admin/accounts", account("x", "agent", true).replace("Colleague", "x".repeat(81)))
                .invalid("name", "too_long");
        admin.post("/admin/accounts", account("x", "agent", true).replace("Colleague", "a\\u202eb"))
                .invalid("name", "malformed");
        admin.put("/admin/accounts/0190a6b2-0000-7000-8000-000000000001", account("x", "agent", true))
                .refused(404, "not_found");
        admin.put("/admin/accounts/x", account("x", "agent", true)).refused(400, "malformed_id");
    }

    @Test
    void preferences_are_kept_and_bounded() {
        Browser colleague = newColleague("particular");
        JsonNode me = colleague
                .put("/session/preferences", "{\"language\":\"zh\",\"preferences\":{\"sound\":{\"on\":true}}}")
                .ok();
        assertThat(me.at("/account/preferences/sound/on").asBoolean()).isTrue();
        assertThat(me.at("/account/language").asText()).isEqualTo("zh");
        colleague
                .put("/session/preferences", "{\"language\":\"fr\",\"preferences\":{}}")
                .invalid("language", "unknown");
        colleague.put("/session/preferences", "{\"preferences\":[]}").invalid("preferences", "malformed");
        colleague
                .put("/session/preferences", "{\"preferences\":{\"a\":\"" + "x".repeat(20_000) + "\"}}")
                .invalid("preferences", "too_long");
    }

    private Browser newColleague(String name) {
        String oneTime = Browser.signedIn(server, "admin")
                .post("/admin/accounts", account(name, "agent", true))
                .ok()
                .get("password")
                .asText();
        Browser colleague = new Browser(server);
        colleague.signIn(name + "@baton.example", oneTime).ok();
        colleague.post("/session/password", change(oneTime, NEXT)).ok();
        return colleague;
    }

    private static String idOf(Browser browser) {
        return browser.get("/session").ok().at("/account/id").asText();
    }

    private static String change(String current, String next) {
        return "{\"current\":\"" + current + "\",\"next\":\"" + next + "\"}";
    }

    private static String account(String name, String role, boolean enabled) {
        return """
                {"name":"Colleague","email":"%s@baton.example","role":"%s","advisor":false,"enabled":%s,"capacity":3,"groups":[]}""".formatted(name, role, enabled);
    }
}
