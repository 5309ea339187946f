package dev.baton.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.platform.database.DatabaseForServer;
import dev.baton.platform.database.InvariantsHold;
import dev.baton.platform.database.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@QuarkusTestResource(DatabaseForServer.class)
@ExtendWith(InvariantsHold.class)
@Tag("slow")
class StaffSignInTest {

    @TestHTTPResource
    URI server;

    @BeforeEach
    @AfterEach
    void nobody_has_failed_yet() {
        TestDatabase.ofServer().jdbi().useHandle(handle -> handle.execute("DELETE FROM sign_in_failures"));
    }

    @Test
    void amy_signs_in_and_is_told_who_she_is() {
        Browser amy = new Browser(server);
        Browser.Answer answer = amy.signIn("Amy@Baton.Example", Browser.PASSWORD);
        JsonNode me = answer.ok();
        assertThat(me.at("/account/name").asText()).isEqualTo("Amy");
        assertThat(me.at("/account/role").asText()).isEqualTo("agent");
        assertThat(me.at("/account/must_change_password").asBoolean()).isFalse();
        assertThat(me.at("/agent/capacity").asInt()).isEqualTo(5);
        assertThat(me.get("groups")).hasSize(2);
        assertThat(answer.header("Set-Cookie"))
                .startsWith("baton_session=")
                .contains("HttpOnly")
                .contains("SameSite=Lax")
                .contains("Path=/");
        assertThat(amy.get("/session").ok().get("csrf")).isEqualTo(me.get("csrf"));
    }

    @Test
    void the_database_does_not_hold_the_cookie() {
        Browser amy = Browser.signedIn(server, "amy");
        String token = amy.cookie().substring("baton_session=".length());
        int found = TestDatabase.ofServer()
                .jdbi()
                .withHandle(handle -> handle.createQuery(
                                "SELECT count(*) FROM staff_sessions s WHERE s::text LIKE '%' || :token || '%'")
                        .bind("token", token)
                        .mapTo(Integer.class)
                        .one());
        assertThat(found).isZero();
    }

    @Test
    void the_database_does_not_hold_the_password() {
        String hash = TestDatabase.ofServer()
                .jdbi()
                .withHandle(handle -> handle.createQuery(
                                "SELECT password_hash FROM accounts WHERE email = 'amy@baton.example'")
                        .mapTo(String.class)
                        .one());
        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }

    @Test
    void a_wrong_password_and_an_unknown_account_get_the_same_answer() {
        JsonNode wrong = new Browser(server)
                .signIn("amy@baton.example", "not-her-password")
                .refused(401, "bad_credentials");
        JsonNode unknown = new Browser(server)
                .signIn("nobody@baton.example", "not-her-password")
                .refused(401, "bad_credentials");
        assertThat(unknown).isEqualTo(wrong);
    }

    @Test
    void an_unknown_account_takes_as_long_as_a_wrong_password() {
        new Browser(server).signIn("amy@baton.example", "warming-up");
        long known = nanosOf("bo@baton.example");
        long unknown = nanosOf("nobody@baton.example");
        assertThat((double) unknown / known).isBetween(0.4, 2.5);
    }

    private long nanosOf(String email) {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            long start = System.nanoTime();
            new Browser(server).signIn(email, "not-the-password").refused(401, "bad_credentials");
            best = Math.min(best, System.nanoTime() - start);
        }
        return best;
    }

    @Test
    void nobody_gets_in_without_a_session_or_with_a_forged_one() {
        new Browser(server).get("/session").refused(401, "not_signed_in");
        new Browser(server).get("/catalogue").refused(401, "not_signed_in");
        for (String forged : new String[] {"x", "A".repeat(43), "%00", "A".repeat(5_000)}) {
            new Browser(server)
                    .with("Cookie", "baton_session=" + forged)
                    .get("/session")
                    .refused(401, "not_signed_in");
        }
    }

    @Test
    void signing_out_ends_the_session_on_the_server() {
        Browser amy = Browser.signedIn(server, "amy");
        assertThat(amy.delete("/session").status()).isEqualTo(204);
        amy.get("/session").refused(401, "not_signed_in");
    }

    @Test
    void signing_in_once_more_ends_the_session_that_the_browser_had() {
        Browser amy = Browser.signedIn(server, "amy");
        String before = amy.cookie();
        amy.signIn("amy@baton.example", Browser.PASSWORD).ok();
        assertThat(amy.cookie()).isNotEqualTo(before);
        new Browser(server).with("Cookie", before).get("/session").refused(401, "not_signed_in");
    }

    @Test
    void a_session_nobody_uses_ends_after_the_idle_time() {
        Browser amy = Browser.signedIn(server, "amy");
        TestDatabase.ofServer().forward(Duration.ofHours(7));
        amy.get("/session").ok();
        TestDatabase.ofServer().forward(Duration.ofHours(7));
        amy.get("/session").ok();
        TestDatabase.ofServer().forward(Duration.ofHours(9));
        amy.get("/session").refused(401, "not_signed_in");
    }

    @Test
    void a_session_ends_after_a_day_however_busy() {
        Browser amy = Browser.signedIn(server, "amy");
        for (int hours = 0; hours < 20; hours += 5) {
            TestDatabase.ofServer().forward(Duration.ofHours(5));
            amy.get("/session").ok();
        }
        TestDatabase.ofServer().forward(Duration.ofHours(5));
        amy.get("/session").refused(401, "not_signed_in");
    }

    @Test
    void a_guesser_has_to_wait_longer_each_time() {
        Browser guesser = new Browser(server);
        for (int i = 0; i < 5; i++) {
            guesser.signIn("amy@baton.example", "guess-number-" + i).refused(401, "bad_credentials");
        }
        Browser.Answer told = guesser.signIn("amy@baton.example", "guess-number-6");
        assertThat(told.refused(429, "too_many_requests")
                        .at("/params/retry_after_seconds")
                        .asInt())
                .isBetween(1, 2);
        assertThat(told.header("Retry-After")).isNotEmpty();
        TestDatabase.ofServer().forward(Duration.ofSeconds(3));
        guesser.signIn("amy@baton.example", "guess-number-7").refused(401, "bad_credentials");
        assertThat(guesser.signIn("amy@baton.example", "guess-number-8")
                        .refused(429, "too_many_requests")
                        .at("/params/retry_after_seconds")
                        .asInt())
                .isBetween(3, 4);
    }

    @Test
    void an_unknown_account_makes_a_guesser_wait_as_well() {
        Browser guesser = new Browser(server);
        for (int i = 0; i < 5; i++) {
            guesser.signIn("nobody@baton.example", "guess-number-" + i).refused(401, "bad_credentials");
        }
        guesser.signIn("nobody@baton.example", "guess-number-6").refused(429, "too_many_requests");
    }

    @Test
    void the_victim_of_a_guesser_signs_in_from_elsewhere_at_once() {
        TestDatabase.ofServer()
                .jdbi()
                .useHandle(handle -> handle.createUpdate("""
                INSERT INTO sign_in_failures (account_hash, address, failures, first_at, last_at, retry_at)
                SELECT :account, address, failures, baton_now(), baton_now(), baton_now() + interval '15 minutes'
                FROM (VALUES ('203.0.113.9', 900), ('', 5000)) AS guesser(address, failures)""")
                        .bind(
                                "account",
                                SessionKey.of("sign-in:amy@baton.example").hash())
                        .execute());
        assertThat(new Browser(server)
                        .signIn("amy@baton.example", Browser.PASSWORD)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void an_address_that_fails_at_many_names_waits_at_every_name() {
        TestDatabase.ofServer().jdbi().useHandle(handle -> handle.execute("""
                INSERT INTO sign_in_failures (account_hash, address, failures, first_at, last_at, retry_at)
                VALUES ('', '127.0.0.1', 101, baton_now(), baton_now(), baton_now() + interval '4 seconds')"""));
        new Browser(server).signIn("bo@baton.example", "guess").refused(429, "too_many_requests");
        TestDatabase.ofServer().forward(Duration.ofSeconds(5));
        new Browser(server).signIn("bo@baton.example", Browser.PASSWORD).ok();
    }

    @Test
    void guesses_made_at_once_do_not_all_count_as_the_first() throws Exception {
        List<Callable<Integer>> guesses = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String guess = "guess-at-once-" + i;
            guesses.add(
                    () -> new Browser(server).signIn("di@baton.example", guess).status());
        }
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> answer : threads.invokeAll(guesses)) {
                statuses.add(answer.get());
            }
        }
        assertThat(statuses).containsOnly(401, 429);
        assertThat(statuses.stream().filter(status -> status == 401)).hasSizeLessThanOrEqualTo(6);
    }

    @Test
    void mistyping_twice_is_forgiven_by_the_right_password() {
        Browser amy = new Browser(server);
        for (int round = 0; round < 3; round++) {
            amy.signIn("amy@baton.example", "mistyped-1").refused(401, "bad_credentials");
            amy.signIn("amy@baton.example", "mistyped-2").refused(401, "bad_credentials");
            amy.signIn("amy@baton.example", Browser.PASSWORD).ok();
        }
    }

    @Test
    void bad_input_at_the_door_is_refused_by_name() {
        Browser browser = new Browser(server);
        browser.post("/session", "{").refused(400, "malformed_json");
        browser.post("/session", "[]").refused(400, "wrong_type");
        browser.post("/session", "{\"email\":1}").refused(400, "wrong_type");
        browser.post("/session", "{\"email\":\"a@b\",\"password\":\"x\",\"admin\":true}")
                .refused(400, "unknown_field");
        browser.post("/session", "{\"email\":\"a\\u0000@b\",\"password\":\"x\"}")
                .refused(400, "malformed_text");
        browser.post("/session", "{\"email\":\"a@b\"}").invalid("password", "required");
        browser.post("/session", "{\"password\":\"x\"}").invalid("email", "required");
        browser.post("/session", "{\"email\":\"a@b\",\"password\":\"" + "x".repeat(500_000) + "\"}")
                .refused(422, "invalid");
    }
}
