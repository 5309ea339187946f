package dev.baton.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.identity.customers.Customer;
import dev.baton.identity.customers.Customers;
import dev.baton.platform.Ids;
import dev.baton.platform.Json;
import dev.baton.platform.database.DatabaseForServer;
import dev.baton.platform.database.InvariantsHold;
import dev.baton.platform.database.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@QuarkusTestResource(DatabaseForServer.class)
@ExtendWith(InvariantsHold.class)
class CustomerIdentityTest {

    @TestHTTPResource
    URI server;

    @Inject
    Customers customers;

    @Test
    void a_visitor_gets_a_token_and_everything_the_widget_shows_first() {
        JsonNode opened = open("{\"site\":\"demo\",\"language\":\"zh\",\"page\":\"https://shop.example/cart\"}")
                .ok();
        assertThat(opened.get("token").asText()).hasSize(43);
        assertThat(opened.at("/customer/identified").asBoolean()).isFalse();
        assertThat(opened.at("/site/greeting").asText()).contains("您好");
        assertThat(opened.get("categories")).hasSize(8);
        assertThat(opened.at("/categories/0/name").asText()).isEqualTo("产品与价格");
        assertThat(opened.get("conversations")).isEmpty();
        assertThat(opened.at("/limits/file_bytes").asInt()).isEqualTo(20 << 20);
    }

    @Test
    void a_visitor_who_comes_back_is_the_same_customer() {
        JsonNode first = open("{\"site\":\"demo\"}").ok();
        JsonNode again = open("{\"site\":\"demo\",\"token\":\""
                        + first.get("token").asText() + "\"}")
                .ok();
        assertThat(again.get("customer")).isEqualTo(first.get("customer"));
        assertThat(again.get("token")).isEqualTo(first.get("token"));
    }

    @Test
    void agents_see_the_page_a_conversation_was_started_from_although_the_visit_began_elsewhere() {
        JsonNode opened = open("{\"site\":\"demo\",\"language\":\"zh\",\"page\":\"https://shop.example/\"}")
                .ok();
        Browser browser = new Browser(server)
                .with("Authorization", "Bearer " + opened.get("token").asText());
        String words = "\"client_id\":\"" + Ids.next() + "\",\"body\":\"hello\"";
        JsonNode started = browser.post(
                        "/widget/conversations",
                        "{" + words + ",\"language\":\"en\",\"page\":\"https://shop.example/cart\"}")
                .ok();
        Customer customer = customers
                .find(new CustomerId(
                        java.util.UUID.fromString(opened.at("/customer/id").asText())))
                .orElseThrow();
        assertThat(customer.page()).isEqualTo("https://shop.example/cart");
        assertThat(customer.language()).isEqualTo("en");
        browser.post("/widget/conversations/" + started.at("/view/id").asText() + "/leave", "{}")
                .ok();
    }

    @Test
    void an_expired_or_forged_token_is_nobodys() {
        JsonNode first = open("{\"site\":\"demo\"}").ok();
        for (String forged : new String[] {"x", "A".repeat(43), "", "A".repeat(10_000)}) {
            JsonNode stranger =
                    open("{\"site\":\"demo\",\"token\":\"" + forged + "\"}").ok();
            assertThat(stranger.at("/customer/id")).isNotEqualTo(first.at("/customer/id"));
        }
        TestDatabase.ofServer().forward(Duration.ofDays(181));
        JsonNode late = open("{\"site\":\"demo\",\"token\":\""
                        + first.get("token").asText() + "\"}")
                .ok();
        assertThat(late.at("/customer/id")).isNotEqualTo(first.at("/customer/id"));
        new Browser(server)
                .with("Authorization", "Bearer " + first.get("token").asText())
                .get("/widget/files/0190a6b2-0000-7000-8000-000000000001")
                .refused(401, "not_signed_in");
    }

    @Test
    void the_database_does_not_hold_the_token() {
        String token = open("{\"site\":\"demo\"}").ok().get("token").asText();
        int found = TestDatabase.ofServer()
                .jdbi()
                .withHandle(handle -> handle.createQuery(
                                "SELECT count(*) FROM customer_tokens t WHERE t::text LIKE '%' || :token || '%'")
                        .bind("token", token)
                        .mapTo(Integer.class)
                        .one());
        assertThat(found).isZero();
    }

    @Test
    void an_identity_that_the_site_signed_is_the_same_customer_on_every_device() {
        String jwt = jwt("HS256", claims("lin-1"), secret());
        JsonNode phone = open(opening(jwt, null)).ok();
        JsonNode desktop = open(opening(jwt, null)).ok();
        assertThat(phone.at("/customer/identified").asBoolean()).isTrue();
        assertThat(phone.at("/customer/name").asText()).isEqualTo("Lin");
        assertThat(desktop.at("/customer/id")).isEqualTo(phone.at("/customer/id"));
        assertThat(desktop.get("token")).isNotEqualTo(phone.get("token"));
    }

    @Test
    void a_claimed_identity_that_does_not_verify_gets_nothing() {
        Map<String, Object> good = claims("lin-2");
        Map<String, Object> late = claims("lin-2");
        late.put("exp", Instant.now().getEpochSecond() - 1);
        Map<String, Object> endless = claims("lin-2");
        endless.remove("exp");
        Map<String, Object> early = claims("lin-2");
        early.put("nbf", Instant.now().getEpochSecond() + 3600);
        Map<String, Object> nobody = claims("lin-2");
        nobody.remove("sub");
        Map<String, Object> blank = claims("  ");
        Map<String, Object> control = claims("lin\u0000");
        Map<String, Object> oddExpiry = claims("lin-2");
        oddExpiry.put("exp", "tomorrow");
        open(opening(jwt("HS256", good, secret()), null)).ok();
        String signed = jwt("HS256", good, secret());
        for (String bad : new String[] {
            jwt("HS256", good, "another secret of enough length, 32+"),
            jwt("HS256", late, secret()),
            jwt("HS256", endless, secret()),
            jwt("HS256", early, secret()),
            jwt("HS256", nobody, secret()),
            jwt("HS256", blank, secret()),
            jwt("HS256", control, secret()),
            jwt("HS256", oddExpiry, secret()),
            jwt("HS512", good, secret()),
            jwt("RS256", good, secret()),
            unsigned(good),
            signed.substring(0, signed.length() - 2),
            signed.replaceFirst("\\.", "." + "A"),
            "",
            "x",
            "a.b",
            "a.b.c",
            "..",
            "a".repeat(9_000)
        }) {
            open(opening(bad, null)).refused(401, "bad_identity");
        }
    }

    @Test
    void a_bad_identity_is_refused_even_with_a_good_token() {
        String token = open(opening(jwt("HS256", claims("lin-3"), secret()), null))
                .ok()
                .get("token")
                .asText();
        Browser.Answer answer = open(opening("forged", token));
        answer.refused(401, "bad_identity");
        assertThat(answer.text()).doesNotContain("Lin").doesNotContain("conversations");
    }

    @Test
    void an_anonymous_visitor_who_signs_in_stays_the_same_customer_under_a_new_token() {
        JsonNode anonymous = open("{\"site\":\"demo\"}").ok();
        String token = anonymous.get("token").asText();
        JsonNode known =
                open(opening(jwt("HS256", claims("lin-4"), secret()), token)).ok();
        assertThat(known.at("/customer/id")).isEqualTo(anonymous.at("/customer/id"));
        assertThat(known.at("/customer/identified").asBoolean()).isTrue();
        assertThat(known.get("token")).isNotEqualTo(anonymous.get("token"));
        bearer(token).get("/widget/files/0190a6b2-0000-7000-8000-000000000001").refused(401, "not_signed_in");
        bearer(known.get("token").asText())
                .get("/widget/files/0190a6b2-0000-7000-8000-000000000001")
                .refused(404, "not_found");
    }

    @Test
    void anonymous_history_is_not_given_to_a_customer_who_exists_already() {
        String jwt = jwt("HS256", claims("lin-5"), secret());
        JsonNode lin = open(opening(jwt, null)).ok();
        JsonNode anonymous = open("{\"site\":\"demo\"}").ok();
        JsonNode signedIn = open(opening(jwt, anonymous.get("token").asText())).ok();
        assertThat(signedIn.at("/customer/id")).isEqualTo(lin.at("/customer/id"));
        assertThat(signedIn.at("/customer/id")).isNotEqualTo(anonymous.at("/customer/id"));
    }

    @Test
    void an_old_anonymous_visit_does_not_become_whoever_signs_in_next() {
        JsonNode anonymous = open("{\"site\":\"demo\"}").ok();
        TestDatabase.ofServer().forward(Duration.ofHours(25));
        JsonNode lin = open(opening(
                        jwt("HS256", claims("lin-6"), secret()),
                        anonymous.get("token").asText()))
                .ok();
        assertThat(lin.at("/customer/id")).isNotEqualTo(anonymous.at("/customer/id"));
    }

    @Test
    void the_next_customer_on_a_shared_computer_does_not_get_the_last_ones_history() {
        JsonNode lin =
                open(opening(jwt("HS256", claims("lin-7"), secret()), null)).ok();
        JsonNode wang = open(opening(
                        jwt("HS256", claims("wang-7"), secret()),
                        lin.get("token").asText()))
                .ok();
        assertThat(wang.at("/customer/id")).isNotEqualTo(lin.at("/customer/id"));
        bearer(lin.get("token").asText())
                .get("/widget/files/0190a6b2-0000-7000-8000-000000000001")
                .refused(401, "not_signed_in");
    }

    @Test
    void a_token_of_one_site_is_nothing_on_another() {
        Browser admin = Browser.signedIn(server, "admin");
        admin.post("/admin/sites", "{\"key\":\"other\",\"name\":\"Other\",\"origins\":[]}")
                .ok();
        JsonNode demo =
                open(opening(jwt("HS256", claims("lin-8"), secret()), null)).ok();
        JsonNode other = open("{\"site\":\"other\",\"token\":\""
                        + demo.get("token").asText() + "\"}")
                .ok();
        assertThat(other.at("/customer/id")).isNotEqualTo(demo.at("/customer/id"));
        open("{\"site\":\"other\",\"identity\":\"" + jwt("HS256", claims("lin-8"), secret()) + "\"}")
                .refused(401, "bad_identity");
    }

    @Test
    void a_renewed_secret_ends_belief_in_the_old_one() {
        Browser admin = Browser.signedIn(server, "admin");
        JsonNode made = admin.post("/admin/sites", "{\"key\":\"renewing\",\"name\":\"R\",\"origins\":[]}")
                .ok();
        String old = made.get("secret").asText();
        String jwt = jwt("HS256", claims("lin-9"), old);
        open("{\"site\":\"renewing\",\"identity\":\"" + jwt + "\"}").ok();
        String next = admin.post("/admin/sites/" + made.at("/site/id").asText() + "/secret")
                .ok()
                .get("secret")
                .asText();
        assertThat(next).isNotEqualTo(old);
        open("{\"site\":\"renewing\",\"identity\":\"" + jwt + "\"}").refused(401, "bad_identity");
    }

    @Test
    void a_closed_site_takes_no_visitors_and_its_tokens_end() {
        Browser admin = Browser.signedIn(server, "admin");
        String id = admin.post("/admin/sites", "{\"key\":\"closing\",\"name\":\"C\",\"origins\":[]}")
                .ok()
                .at("/site/id")
                .asText();
        String token = open("{\"site\":\"closing\"}").ok().get("token").asText();
        admin.put("/admin/sites/" + id, "{\"name\":\"C\",\"origins\":[],\"enabled\":false}")
                .ok();
        open("{\"site\":\"closing\"}").refused(404, "not_found");
        bearer(token).get("/widget/files/0190a6b2-0000-7000-8000-000000000001").refused(401, "not_signed_in");
    }

    @Test
    void a_visitor_who_never_said_a_word_is_forgotten_after_a_month() {
        String silent = open("{\"site\":\"demo\"}").ok().at("/customer/id").asText();
        TestDatabase.ofServer().forward(Duration.ofDays(31));
        customers.sweep();
        assertThat(customers.find(CustomerId.of(silent))).isEmpty();
    }

    @Test
    void bad_openings_are_refused_by_name() {
        open("{\"site\":\"nowhere\"}").refused(404, "not_found");
        open("{}").invalid("site", "required");
        open("{\"site\":\"demo\",\"language\":\"fr\"}").invalid("language", "unknown");
        open("{\"site\":\"demo\",\"color\":\"red\"}").refused(400, "unknown_field");
        open("{\"site\":5}").refused(400, "wrong_type");
        open("{\"site\":\"de\\u0000mo\"}").refused(400, "malformed_text");
    }

    @Test
    void an_address_that_is_no_web_address_is_not_kept() {
        JsonNode opened = open("{\"site\":\"demo\",\"page\":\"javascript:alert(1)\",\"device\":\"" + "x".repeat(9_000)
                        + "\"}")
                .ok();
        Map<String, Object> row = TestDatabase.ofServer()
                .jdbi()
                .withHandle(handle -> handle.createQuery(
                                "SELECT last_page, length(last_device) AS device FROM customers WHERE id = :id::uuid")
                        .bind("id", opened.at("/customer/id").asText())
                        .mapToMap()
                        .one());
        assertThat(row.get("last_page")).isNull();
        assertThat(row.get("device")).isEqualTo(512);
    }

    private Browser.Answer open(String body) {
        return new Browser(server).post("/widget/sessions", body);
    }

    private Browser bearer(String token) {
        return new Browser(server).with("Authorization", "Bearer " + token);
    }

    private static String opening(String jwt, String token) {
        Map<String, String> opening = new LinkedHashMap<>(Map.of("site", "demo", "identity", jwt));
        if (token != null) {
            opening.put("token", token);
        }
        return Json.write(opening);
    }

    private static Map<String, Object> claims(String subject) {
        return new LinkedHashMap<>(Map.of(
                "sub",
                subject,
                "name",
                "Lin",
                "exp",
                Instant.now().getEpochSecond() + Duration.ofDays(2).toSeconds(),
                "attributes",
                Map.of("plan", "gold", "orders", 3)));
    }

    private static String secret() {
        return TestDatabase.ofServer()
                .jdbi()
                .withHandle(handle -> handle.createQuery("SELECT secret FROM sites WHERE key = 'demo'")
                        .mapTo(String.class)
                        .one());
    }

    private static String jwt(String algorithm, Map<String, Object> claims, String secret) {
        String content = coded("{\"alg\":\"" + algorithm + "\",\"typ\":\"JWT\"}") + "." + coded(Json.write(claims));
        try {
            String name = algorithm.equals("HS512") ? "HmacSHA512" : "HmacSHA256";
            Mac mac = Mac.getInstance(name);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), name));
            return content + "."
                    + Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(mac.doFinal(content.getBytes(StandardCharsets.US_ASCII)));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String unsigned(Map<String, Object> claims) {
        return coded("{\"alg\":\"none\"}") + "." + coded(Json.write(claims)) + ".";
    }

    private static String coded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
