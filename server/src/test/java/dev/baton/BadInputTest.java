package dev.baton;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.identity.Browser;
import dev.baton.platform.Ids;
import dev.baton.platform.Json;
import dev.baton.platform.database.DatabaseForServer;
import dev.baton.platform.database.InvariantsHold;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What bad input gets over REST, at every route that takes a body: a typed refusal, and nothing is stored. */
@QuarkusTest
@QuarkusTestResource(DatabaseForServer.class)
@ExtendWith(InvariantsHold.class)
@Tag("slow")
class BadInputTest {
    private static final Set<String> CODES = Set.of(
            "malformed_json", "malformed_text", "malformed_id", "wrong_type", "unknown_field", "too_large", "invalid");

    /**
     * A route that takes JSON.
     *
     * @param body allowed as it stands, so that only what a test breaks is wrong
     * @param texts where in it people write freely
     */
    record Route(Cast.Person who, String method, String path, String body, String... texts) {
        Browser.Answer with(String other) {
            return method.equals("PUT")
                    ? who.browser().put(path, other)
                    : who.browser().post(path, other);
        }

        /** With one text replaced by what stands between the quotes. */
        Browser.Answer with(String text, String json) {
            JsonNode changed = parsed(body);
            JsonPointer at = JsonPointer.compile(text);
            ((ObjectNode) changed.at(at.head())).put(at.last().getMatchingProperty(), "@@@");
            return with(changed.toString().replace("@@@", json));
        }

        String name() {
            return method + " " + path;
        }
    }

    @TestHTTPResource
    URI server;

    private Cast cast;
    private Cast.Customer lin;
    private Cast.Staff amy;
    private Cast.Staff admin;
    private String conversation;

    @BeforeEach
    void lin_and_amy_talk() {
        cast = new Cast(server);
        lin = cast.lin();
        amy = cast.amy().onDuty();
        admin = cast.admin();
        conversation = lin.start("hello");
        amy.pick(conversation);
    }

    @AfterEach
    void everybody_goes() {
        cast.close();
    }

    @Test
    void every_route_that_takes_a_body_is_tried() throws IOException {
        Set<String> described = new TreeSet<>();
        JsonNode api = Json.MAPPER.readTree(
                new Browser(server).page("/api/v1/openapi?format=JSON").text());
        api.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    if (operation.getValue().at("/requestBody/content").has("application/json")
                            && !path.getKey().contains("/test/")) {
                        described.add(operation.getKey().toUpperCase(java.util.Locale.ROOT) + " "
                                + path.getKey().substring(7));
                    }
                }));
        Set<String> tried = new TreeSet<>();
        routes().forEach(route -> tried.add(route.method() + " "
                + route.path().replaceAll("[0-9a-f-]{36}", "{id}").replaceAll("(policies/)[^/]+", "$1{group}")));
        assertThat(tried).containsExactlyInAnyOrderElementsOf(described);
    }

    @Test
    void what_is_no_json_or_of_another_shape_is_refused_everywhere() {
        String before = stored();
        List<String> faults = new ArrayList<>();
        for (Route route : routes()) {
            String body = route.body();
            judge(faults, route, "cut short", route.with(body.substring(0, body.length() - 1)), "malformed_json");
            judge(faults, route, "with more behind it", route.with(body + " {}"), "malformed_json", "wrong_type");
            judge(faults, route, "a list", route.with("[1]"), "wrong_type", "invalid");
            judge(faults, route, "a text", route.with("\"x\""), "wrong_type", "invalid");
            judge(faults, route, "an unknown field", route.with(with(body, "\"colour_of\":1")), "unknown_field");
            judge(faults, route, "a field twice", route.with(with(body, first(body))), "malformed_json");
            String deep = "\"deep\":" + "[".repeat(40_000) + "]".repeat(40_000);
            judge(faults, route, "deep", route.with(with(body, deep)), "too_large", "unknown_field");
            String huge = "\"huge\":\"" + "x".repeat(Json.LONGEST) + "\"";
            judge(faults, route, "huge", route.with(with(body, huge)), "too_large", "unknown_field");
        }
        assertThat(faults).isEmpty();
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void every_text_refuses_what_cannot_be_kept_or_shown() {
        String before = stored();
        List<String> faults = new ArrayList<>();
        for (Route route : routes()) {
            for (String text : route.texts()) {
                String where = text + " of " + route.name();
                for (String json : List.of("a\\u0000b", "a\\ud83d", "\\ude00\\ud83d", "\\udfff")) {
                    judge(faults, route, where + " " + json, route.with(text, json), "malformed_text");
                }
                for (String json : List.of("bell \\u0007", "escape \\u001b[2J", "c1 \\u0085")) {
                    judge(faults, route, where + " " + json, route.with(text, json), "malformed_text", "invalid");
                }
                judge(faults, route, where + " too long", route.with(text, "x".repeat(20_000)), "invalid");
                JsonNode number = parsed(route.body());
                JsonPointer at = JsonPointer.compile(text);
                ((ObjectNode) number.at(at.head())).put(at.last().getMatchingProperty(), 7);
                judge(faults, route, where + " a number", route.with(number.toString()), "wrong_type", "invalid");
            }
        }
        assertThat(faults).isEmpty();
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void bytes_that_are_no_text_and_bodies_of_no_type_are_refused() {
        String before = stored();
        byte[] latin = message("caf\u00e9").getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        String path = Cast.Customer.path(conversation) + "/messages";
        lin.browser().send("POST", path, latin, "Content-Type", "text/plain").refused(415, "unsupported_type");
        lin.browser()
                .send("POST", path, latin, "Content-Type", "application/json")
                .refused(400, "malformed_json");
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void a_malformed_id_in_any_address_is_refused_and_an_unknown_one_is_not_found() throws IOException {
        JsonNode api = Json.MAPPER.readTree(
                new Browser(server).page("/api/v1/openapi?format=JSON").text());
        List<String> faults = new ArrayList<>();
        api.get("paths").properties().stream()
                .filter(path -> path.getKey().contains("{")
                        && path.getValue().has("get")
                        && !path.getKey().contains("/test/"))
                .forEach(path -> {
                    String address = path.getKey().substring(7);
                    Cast.Person who = address.startsWith("/widget") ? lin : admin;
                    for (String id : List.of("1", "1-1-1-1-1", "null", "%F0%9F%98%80", "x".repeat(2_000))) {
                        judge(faults, id, who.browser().get(address.replaceAll("\\{\\w+}", id)), 400, "malformed_id");
                    }
                    judge(
                            faults,
                            "NUL",
                            who.browser().get(address.replaceAll("\\{\\w+}", "%00")),
                            400,
                            "malformed_text");
                    String unknown = Ids.next().toString();
                    judge(
                            faults,
                            unknown,
                            who.browser().get(address.replaceAll("\\{\\w+}", unknown)),
                            404,
                            "not_found");
                });
        for (String query : List.of("before=x", "group=1", "agent=x", "customer=x")) {
            judge(faults, query, admin.browser().get("/conversations?" + query), 400, "malformed_id");
        }
        for (String query : List.of("limit=0", "limit=201", "view=x", "state=x", "state=queued,,")) {
            judge(faults, query, admin.browser().get("/conversations?" + query), 422, "invalid");
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void numbers_that_are_none_are_refused_in_queries() {
        for (String query : List.of("limit=x", "before=99999999999999999999", "after=1.5", "after=%F0%9F%98%80")) {
            Browser.Answer answer = lin.browser().get(Cast.Customer.path(conversation) + "/entries?" + query);
            assertThat(answer.status()).as(query + " " + answer.text()).isBetween(400, 499);
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        }
        assertThat(lin.browser()
                        .get(Cast.Customer.path(conversation) + "/entries?after=-5")
                        .ok()
                        .get("entries"))
                .isNotEmpty();
    }

    @Test
    void the_same_id_twice_is_the_same_message_and_with_other_words_a_conflict() {
        String path = Cast.Customer.path(conversation) + "/messages";
        String body = message("once");
        lin.browser().post(path, body).ok();
        assertThat(lin.browser().post(path, body).ok().get("duplicate").asBoolean())
                .isTrue();
        String before = stored();
        lin.browser().post(path, body.replace("once", "twice")).refused(409, "idempotency_conflict");
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void what_people_write_comes_back_as_it_was_written() {
        String words =
                "bidi \u202eevil\u202c, 4 bytes 😀𠮷, joined 👩‍👩‍👧, tab\tline\nend\r\n <b>&amp;</b> '; DROP TABLE";
        lin.say(conversation, words);
        amy.note(conversation, words);
        JsonNode entries = amy.snapshot(conversation).get("entries");
        assertThat(entries.get(entries.size() - 1).get("body").asText()).isEqualTo(words);
        assertThat(entries.get(entries.size() - 2).get("body").asText()).isEqualTo(words);
    }

    @Test
    void bad_words_do_not_harm_the_good_ones_in_the_same_commit() {
        String path = Cast.Customer.path(conversation) + "/messages";
        List<CompletableFuture<Browser.Answer>> answers = IntStream.range(0, 60)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> lin.browser()
                        .post(
                                path,
                                switch (i % 3) {
                                    case 0 -> message("good " + i);
                                    case 1 -> message("bad \\u0000");
                                    default ->
                                        "{\"client_id\":\"%s\",\"attachments\":[\"%s\"]}"
                                                .formatted(Ids.next(), Ids.next());
                                })))
                .toList();
        List<Integer> statuses =
                answers.stream().map(answer -> answer.join().status()).toList();
        for (int i = 0; i < statuses.size(); i++) {
            assertThat(statuses.get(i)).isEqualTo(List.of(200, 400, 422).get(i % 3));
        }
        assertThat(lin.snapshot(conversation).get("entries").findValuesAsText("body").stream()
                        .filter(body -> body.startsWith("good")))
                .hasSize(20)
                .doesNotHaveDuplicates();
    }

    @Test
    void what_a_visitors_browser_says_of_itself_is_kept_without_what_hides_or_reorders() {
        Browser browser = new Browser(server);
        JsonNode opened = browser.post("/widget/sessions", """
                {"site":"demo","device":"Fire\\u001bfox \\u0085\\u202eexe\\u200b","page":"https://shop.example/\\u202egpj"}""").ok();
        JsonNode card = admin.browser()
                .get("/customers/" + opened.at("/customer/id").asText())
                .ok();
        assertThat(card.get("device").asText()).isEqualTo("Firefox exe");
        assertThat(card.get("page").asText()).isEqualTo("https://shop.example/gpj");
    }

    private List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        String theirs = Cast.Customer.path(conversation);
        routes.add(new Route(lin, "POST", "/widget/conversations", message("x"), "/body"));
        routes.add(new Route(lin, "POST", theirs + "/messages", message("x"), "/body"));
        String why = "{\"reason\":\"x\",\"text\":\"x\"}";
        routes.add(new Route(lin, "POST", theirs + "/unresolve", why, "/reason", "/text"));
        routes.add(new Route(lin, "POST", theirs + "/rating", "{\"score\":1,\"comment\":\"x\"}", "/comment"));
        String topic = "{\"category\":\"" + lin.category("Billing") + "\"}";
        routes.add(new Route(lin, "POST", theirs + "/category", topic));
        routes.add(new Route(lin, "POST", "/widget/sessions", "{\"site\":\"demo\"}"));
        String ours = Cast.Staff.path(conversation);
        String group = Cast.Browsers.group(server, "Billing");
        routes.add(new Route(amy, "POST", "/hand-overs", "{\"items\":[]}"));
        routes.add(new Route(amy, "POST", ours + "/messages", message("x"), "/body"));
        routes.add(new Route(amy, "POST", ours + "/notes", message("x"), "/body"));
        routes.add(new Route(amy, "POST", ours + "/ask-to-end", "{\"summary\":\"x\"}", "/summary"));
        routes.add(new Route(amy, "POST", ours + "/end", "{\"reason\":\"other\"}"));
        routes.add(new Route(amy, "POST", ours + "/category", topic));
        routes.add(new Route(amy, "POST", ours + "/priority", "{\"priority\":1}"));
        routes.add(new Route(admin, "POST", ours + "/assign", "{\"agent\":\"" + amy.id() + "\"}"));
        routes.add(new Route(amy, "POST", ours + "/offer/decline", "{\"reason\":\"busy\"}"));
        routes.add(new Route(amy, "POST", ours + "/transfer", """
                {"group":"%s","reason":"wrong_topic","note":"x"}""".formatted(group), "/note"));
        routes.add(new Route(admin, "PUT", "/customers/%s/account-agent".formatted(lin.id()), "{\"agent\":null}"));
        routes.add(new Route(amy, "PUT", "/session/preferences", "{\"preferences\":{}}"));
        routes.add(new Route(amy, "POST", "/session", """
                {"email":"amy@baton.example","password":"%s"}""".formatted(Browser.PASSWORD), "/email"));
        routes.add(new Route(amy, "POST", "/session/password", """
                {"current":"%s","next":"%s"}""".formatted(Browser.PASSWORD, Browser.PASSWORD)));
        routes.addAll(written(amy, "/me/canned-replies", """
                {"shortcut":"bad","title":"x","body":"x"}""", "/shortcut", "/title", "/body"));
        routes.addAll(ofAdmins(group));
        routes.addAll(BadInputOfRosters.routes(admin, amy));
        return routes;
    }

    private List<Route> ofAdmins(String group) {
        List<Route> routes = new ArrayList<>();
        routes.addAll(written(admin, "/admin/canned-replies", """
                {"shortcut":"bad","title":"x","body":"x"}""", "/shortcut", "/title", "/body"));
        routes.addAll(written(admin, "/admin/accounts", """
                {"name":"x","email":"bad@baton.example","role":"agent","capacity":1,"groups":[]}""", "/name", "/email"));
        routes.addAll(
                written(admin, "/admin/groups", "{\"names\":{\"en\":\"x\",\"zh\":\"x\"}}", "/names/en", "/names/zh"));
        routes.addAll(written(admin, "/admin/categories", """
                {"names":{"en":"x"},"group":"%s"}""".formatted(group), "/names/en"));
        routes.add(new Route(admin, "POST", "/admin/calendars/read", "{\"text\":\"x\",\"zone\":\"UTC\",\"hours\":[]}"));
        routes.addAll(written(admin, "/admin/calendars", "{\"name\":\"x\",\"zone\":\"UTC\",\"weekly\":{}}", "/name"));
        routes.addAll(written(admin, "/admin/reasons", """
                {"kind":"close","code":"bad","names":{"en":"x"}}""", "/names/en"));
        routes.addAll(written(admin, "/admin/sites", """
                {"key":"bad","name":"x","origins":[],"brand_color":"#000000","greetings":{"en":"x"}}""", "/name", "/greetings/en"));
        routes.add(new Route(admin, "PUT", "/admin/policies/" + group, "{\"capacity\":{}}"));
        return routes;
    }

    /** Made at an address, changed below it. */
    private List<Route> written(Cast.Person who, String path, String body, String... texts) {
        JsonNode items = who.browser().get(path).ok().get("items");
        String id =
                items.isEmpty() ? Ids.next().toString() : items.get(0).get("id").asText();
        return List.of(new Route(who, "POST", path, body, texts), new Route(who, "PUT", path + "/" + id, body, texts));
    }

    private static String message(String words) {
        return "{\"client_id\":\"%s\",\"body\":\"%s\"}".formatted(Ids.next(), words);
    }

    private static void judge(List<String> faults, Route route, String what, Browser.Answer answer, String... codes) {
        String code = answer.header("Content-Type").startsWith("application/problem+json")
                ? answer.json().get("code").asText()
                : "no problem";
        boolean typed = answer.status() >= 400 && answer.status() < 500 && CODES.contains(code);
        if (!typed || !List.of(codes).contains(code) || answer.text().contains("\tat ")) {
            faults.add("%s, %s: %d %s".formatted(route.name(), what, answer.status(), shown(answer)));
        }
    }

    private static void judge(List<String> faults, String what, Browser.Answer answer, int status, String code) {
        if (answer.status() != status || !answer.text().contains("\"code\":\"" + code + "\"")) {
            faults.add("%s at %s: %d %s"
                    .formatted(what, answer.response().uri().getPath(), answer.status(), shown(answer)));
        }
    }

    private static String shown(Browser.Answer answer) {
        return answer.text().substring(0, Math.min(200, answer.text().length()));
    }

    /** Everything that the refused calls could have changed. */
    private String stored() {
        StringBuilder all = new StringBuilder();
        all.append(amy.snapshot(conversation))
                .append(lin.browser().get("/widget/conversations").text());
        all.append(admin.browser().get("/admin/policies/default").text());
        for (String list : List.of("accounts", "groups", "categories", "reasons", "sites", "canned-replies")) {
            all.append(admin.browser().get("/admin/" + list).ok());
        }
        return all.append(amy.browser().get("/me/canned-replies").ok())
                .append(amy.browser().get("/session").ok().get("account"))
                .toString();
    }

    private static String with(String body, String field) {
        return body.substring(0, body.lastIndexOf('}')) + "," + field + "}";
    }

    private static String first(String body) {
        var field = parsed(body).properties().iterator().next();
        return "\"" + field.getKey() + "\":" + field.getValue();
    }

    private static JsonNode parsed(String body) {
        try {
            return Json.MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(body, e);
        }
    }
}
