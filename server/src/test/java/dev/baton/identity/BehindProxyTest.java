package dev.baton.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.platform.database.DatabaseForServer;
import dev.baton.platform.database.InvariantsHold;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A server that trusts a proxy: this machine, from which the tests call. */
@QuarkusTest
@TestProfile(BehindProxyTest.Proxied.class)
@QuarkusTestResource(DatabaseForServer.class)
@ExtendWith(InvariantsHold.class)
@Tag("slow")
class BehindProxyTest {

    private static final int VISITS = 3;

    public static final class Proxied implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "baton.http.trusted-proxies", "127.0.0.0/8, ::1",
                    "baton.metrics.token", "the operator's own",
                    "baton.visits-per-minute", String.valueOf(VISITS));
        }
    }

    @TestHTTPResource
    URI server;

    @Test
    void each_caller_behind_the_proxy_has_limits_of_their_own() {
        for (int i = 0; i < VISITS; i++) {
            assertThat(visit("192.0.2.1").status()).isEqualTo(200);
        }
        visit("192.0.2.1").refused(429, "too_many_requests");
        // What the caller wrote there before the proxy added who called is worth nothing.
        visit("203.0.113.99, 192.0.2.1").refused(429, "too_many_requests");
        assertThat(visit("192.0.2.2").status()).isEqualTo(200);
        assertThat(visit("192.0.2.1, 192.0.2.3").status()).isEqualTo(200);
    }

    @Test
    void who_comes_by_https_gets_a_cookie_for_https_only_and_is_told_to_stay() {
        Browser secure = new Browser(server)
                .with("X-Forwarded-Proto", "https")
                .with("Origin", "https://" + server.getAuthority());
        Browser.Answer answer = secure.signIn("amy@baton.example", Browser.PASSWORD);
        assertThat(answer.header("Set-Cookie"))
                .containsIgnoringCase(";secure")
                .containsIgnoringCase(";httponly")
                .containsIgnoringCase(";samesite=lax");
        assertThat(answer.header("Strict-Transport-Security")).startsWith("max-age=31536000");
        assertThat(secure.page("/").header("Content-Security-Policy")).contains(" wss://" + server.getAuthority());
        secure.put("/me/availability", "{\"availability\":\"off\"}").ok();
    }

    @Test
    void the_same_page_without_https_is_another_origin() {
        new Browser(server)
                .with("X-Forwarded-Proto", "https")
                .signIn("amy@baton.example", Browser.PASSWORD)
                .refused(403, "origin_not_allowed");
    }

    @Test
    void who_comes_by_http_gets_neither() {
        Browser.Answer answer = new Browser(server).signIn("amy@baton.example", Browser.PASSWORD);
        assertThat(answer.header("Set-Cookie")).isNotEmpty().doesNotContainIgnoringCase("secure");
        assertThat(answer.header("Strict-Transport-Security")).isEmpty();
    }

    @Test
    void the_metrics_are_for_whoever_has_the_token() {
        assertThat(new Browser(server).page("/metrics").status()).isEqualTo(401);
        assertThat(metrics("Bearer guessed").status()).isEqualTo(401);
        assertThat(metrics("the operator's own").status()).isEqualTo(401);
        Browser.Answer answer = metrics("Bearer the operator's own");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).contains("jvm_memory_used_bytes");
    }

    private Browser.Answer visit(String forwardedFor) {
        return new Browser(server).with("X-Forwarded-For", forwardedFor).post("/widget/sessions", """
                {"site":"demo"}""");
    }

    private Browser.Answer metrics(String authorization) {
        return new Browser(server).with("Authorization", authorization).page("/metrics");
    }
}
