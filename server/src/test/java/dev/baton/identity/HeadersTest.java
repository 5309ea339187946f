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
class HeadersTest {

    @TestHTTPResource
    URI server;

    @Test
    void every_answer_carries_the_security_headers_errors_too() {
        Browser browser = new Browser(server);
        for (Browser.Answer answer : new Browser.Answer[] {
            browser.page("/"),
            browser.page("/workbench/"),
            browser.page("/demo/"),
            browser.page("/widget/v1/"),
            browser.page("/nothing/here"),
            browser.get("/session"),
            browser.get("/nothing"),
            browser.post("/session", "{")
        }) {
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("Referrer-Policy")).isNotEmpty();
            assertThat(answer.header("Permissions-Policy")).contains("camera=()");
            assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
            assertThat(answer.header("Content-Security-Policy"))
                    .contains("default-src 'none'")
                    .contains("frame-ancestors ");
        }
    }

    @Test
    void scripts_come_from_files_of_ours_only() {
        for (String page : new String[] {"/", "/workbench/", "/demo/", "/widget/v1/?site=demo"}) {
            String policy = new Browser(server).page(page).header("Content-Security-Policy");
            assertThat(policy).contains("script-src 'self';").doesNotContain("unsafe-eval");
        }
    }

    @Test
    void what_customers_see_has_styles_from_files_only() {
        String policy = new Browser(server).page("/widget/v1/?site=demo").header("Content-Security-Policy");
        assertThat(policy).contains("style-src 'self';").doesNotContain("unsafe-inline");
    }

    @Test
    void built_files_are_kept_for_good_and_the_loader_is_asked_for_each_time() {
        assertThat(new Browser(server).page("/widget/v1/embed.js").header("Cache-Control"))
                .isEqualTo("no-cache");
        assertThat(new Browser(server)
                        .page("/widget/v1/assets/gone-1a2b3c4d.js")
                        .header("Cache-Control"))
                .as("a file that is not there yet, during an update")
                .isEqualTo("no-store");
    }

    @Test
    void staff_pages_and_answers_are_never_framed() {
        for (String page : new String[] {"/", "/workbench/inbox", "/demo/", "/api/v1/session"}) {
            Browser.Answer answer = new Browser(server).page(page);
            assertThat(answer.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
            assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        }
    }

    @Test
    void the_widget_is_framed_by_the_pages_of_its_site_only() {
        Browser admin = Browser.signedIn(server, "admin");
        admin.post("/admin/sites", """
                {"key":"framed","name":"F","origins":["https://shop.example","http://shop.example:8081"]}""").ok();
        assertThat(ancestors("framed")).isEqualTo("'self' https://shop.example http://shop.example:8081");
        assertThat(ancestors("unknown")).isEqualTo("'self'");
        assertThat(ancestors("")).isEqualTo("'self'");
        assertThat(new Browser(server).page("/widget/v1/?site=framed").header("X-Frame-Options"))
                .isEmpty();
    }

    @Test
    void an_origin_that_is_none_is_refused_when_an_admin_writes_it() {
        Browser admin = Browser.signedIn(server, "admin");
        for (String origin : new String[] {
            "*",
            "https://*.example",
            "https://a.example/",
            "https://a.example/path",
            "a.example",
            "javascript:alert(1)",
            "https://a.example; script-src *",
            "https://u@a.example",
            "'self'"
        }) {
            admin.post("/admin/sites", """
                    {"key":"bad-origin","name":"B","origins":["%s"]}""".formatted(origin)).invalid("origins", "malformed");
        }
    }

    @Test
    void what_a_stranger_says_of_forwarding_changes_nothing() {
        Browser browser = new Browser(server).with("X-Forwarded-Proto", "https").with("Forwarded", "proto=https");
        Browser.Answer answer = browser.signIn("amy@baton.example", Browser.PASSWORD);
        assertThat(answer.header("Set-Cookie")).isNotEmpty().doesNotContainIgnoringCase("secure");
        assertThat(answer.header("Strict-Transport-Security")).isEmpty();
    }

    @Test
    void the_metrics_are_not_there_for_the_public() {
        for (String path :
                new String[] {"/metrics", "/metrics/", "/metrics/x", "//metrics", "/x/../metrics", "/%6detrics"}) {
            Browser.Answer answer = Browser.signedIn(server, "admin").page(path);
            assertThat(answer.text()).as(path).doesNotContain("jvm_");
        }
        assertThat(new Browser(server).page("/metrics").status()).isEqualTo(404);
    }

    @Test
    void answers_of_the_api_are_not_kept_by_caches() {
        assertThat(new Browser(server).get("/session").header("Cache-Control")).contains("no-store");
        assertThat(Browser.signedIn(server, "amy").get("/session").header("Cache-Control"))
                .contains("no-store");
    }

    private String ancestors(String site) {
        String policy = new Browser(server).page("/widget/v1/?site=" + site).header("Content-Security-Policy");
        return policy.substring(policy.indexOf("frame-ancestors ") + "frame-ancestors ".length());
    }

    @Test
    void a_page_asked_for_without_its_last_slash_is_found_with_what_was_asked() {
        for (String page : new String[] {"/widget/v1", "/demo"}) {
            Browser.Answer answer = new Browser(server).page(page + "?site=demo");
            assertThat(answer.status()).isEqualTo(302);
            assertThat(URI.create(answer.header("Location")).getPath()).isEqualTo(page + "/");
            assertThat(URI.create(answer.header("Location")).getQuery()).isEqualTo("site=demo");
        }
    }
}
