package dev.baton;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Who may call what: a row for every route of the API, and every one of them called by everybody it is not for. A route
 * without a row fails.
 *
 * <p>Lin, a customer, talks with Amy in "Technical support". Neither of them is served by Di, an agent of other groups, or by
 * Sue, a supervisor of "After-sales" only.
 */
@QuarkusTest
@QuarkusTestResource(DatabaseForServer.class)
@ExtendWith(InvariantsHold.class)
@Tag("slow")
class EveryRouteTest {

    private static final String NOBODY = "nobody";
    private static final String LIN = "lin";
    private static final String WANG = "wang";
    private static final String FOREIGN = "a customer of another site";
    private static final String AMY = "amy";
    private static final String BO = "bo";
    private static final String DI = "di";
    private static final String SUE = "sue";
    private static final String CHEN = "chen";
    private static final String ADMIN = "admin";

    private static final List<String> CUSTOMERS = List.of(LIN, WANG, FOREIGN);
    private static final List<String> STAFF = List.of(AMY, BO, DI, SUE, CHEN, ADMIN);

    /** For whom a route is, and what everybody else gets. */
    enum For {
        /** Whoever asks: these are the doors. */
        ANYBODY(AMY),
        ADMINS(ADMIN),
        SUPERVISORS(CHEN),
        STAFF_THEMSELVES(AMY),
        /** Staff who may see Lin's conversation. */
        STAFF_OF_IT(AMY),
        SUPERVISORS_OF_IT(CHEN),
        /** The same, where whoever may not see it does not even learn that it is for supervisors. */
        SUPERVISORS_WHO_SEE_IT(CHEN),
        /** What Amy alone has. */
        AMY_ALONE(AMY),
        CUSTOMERS_THEMSELVES(LIN),
        /** What Lin alone has. */
        LIN_ALONE(LIN);

        final String right;

        For(String right) {
            this.right = right;
        }

        /** By caller: the one status that they get. Who is not in it is not refused. */
        Map<String, Integer> refusals() {
            Map<String, Integer> refusals = new LinkedHashMap<>();
            if (this == ANYBODY) {
                return refusals;
            }
            refusals.put(NOBODY, 401);
            boolean forCustomers = this == CUSTOMERS_THEMSELVES || this == LIN_ALONE;
            (forCustomers ? STAFF : CUSTOMERS).forEach(who -> refusals.put(who, 401));
            switch (this) {
                case ANYBODY, STAFF_THEMSELVES, CUSTOMERS_THEMSELVES -> {}
                case ADMINS -> List.of(AMY, BO, DI, SUE, CHEN).forEach(who -> refusals.put(who, 403));
                case SUPERVISORS -> List.of(AMY, BO, DI).forEach(who -> refusals.put(who, 403));
                case STAFF_OF_IT -> List.of(DI, SUE).forEach(who -> refusals.put(who, 404));
                case SUPERVISORS_OF_IT -> {
                    List.of(AMY, BO, DI).forEach(who -> refusals.put(who, 403));
                    refusals.put(SUE, 404);
                }
                case SUPERVISORS_WHO_SEE_IT -> {
                    List.of(AMY, BO).forEach(who -> refusals.put(who, 403));
                    List.of(DI, SUE).forEach(who -> refusals.put(who, 404));
                }
                case AMY_ALONE -> List.of(BO, DI, SUE, CHEN, ADMIN).forEach(who -> refusals.put(who, 404));
                case LIN_ALONE -> List.of(WANG, FOREIGN).forEach(who -> refusals.put(who, 404));
            }
            return refusals;
        }
    }

    /** @param body well formed and allowed, so that nothing but the caller is wrong; null without one */
    record Route(String method, String path, For whom, String body) {
        String name() {
            return method + " " + path;
        }
    }

    @TestHTTPResource
    URI server;

    private final Map<String, Browser> browsers = new LinkedHashMap<>();
    private final Map<String, String> ids = new LinkedHashMap<>();
    private Cast cast;
    private String sue;

    @BeforeEach
    void everybody_comes_and_something_is_there_to_be_seen() {
        cast = new Cast(server);
        var lin = cast.lin();
        var amy = cast.amy().onDuty();
        browsers.put(NOBODY, new Browser(server));
        browsers.put(LIN, lin.browser());
        browsers.put(WANG, cast.wang().browser());
        browsers.put(AMY, amy.browser());
        browsers.put(BO, cast.bo().browser());
        browsers.put(DI, cast.di().browser());
        browsers.put(CHEN, cast.chen().browser());
        browsers.put(ADMIN, cast.admin().browser());
        browsers.put(FOREIGN, customerOfAnotherSite());
        browsers.put(SUE, supervisorOfAfterSales());

        String conversation = lin.start("hello");
        amy.pick(conversation);
        amy.note(conversation, "for colleagues' eyes");
        String file = lin.browser()
                .upload("/widget/files", "a.txt", "lin's".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .ok()
                .get("id")
                .asText();
        lin.browser()
                .post("/widget/conversations/" + conversation + "/messages", """
                {"client_id":"%s","attachments":["%s"]}""".formatted(Ids.next(), file))
                .ok();
        String reply =
                amy.browser().post("/me/canned-replies", """
                {"shortcut":"amys","title":"Amy's","body":"Amy's own"}""").ok().get("id").asText();
        ids.put("conversation", conversation);
        ids.put("file", file);
        ids.put("customer", lin.id());
        ids.put("reply", reply);
        ids.put("category", Cast.Browsers.categories(server, "Billing").getFirst());
        ids.put("group", Cast.Browsers.group(server, "Billing"));
        ids.put("any", Ids.next().toString());
        ids.put("bo", browsers.get(BO).get("/session").ok().at("/account/id").asText());
    }

    @AfterEach
    void everybody_goes() {
        browsers.get(AMY).delete("/me/canned-replies/" + ids.get("reply"));
        browsers.get(ADMIN).put("/admin/accounts/" + sue, supervisor(false)).ok();
        cast.close();
    }

    @Test
    void every_route_has_a_row_and_every_row_a_route() throws IOException {
        JsonNode api = Json.MAPPER.readTree(
                new Browser(server).page("/api/v1/openapi?format=JSON").text());
        Set<String> described = new TreeSet<>();
        api.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    if (operation.getValue().has("responses") && !path.getKey().contains("/test/")) {
                        described.add(operation.getKey().toUpperCase(java.util.Locale.ROOT) + " "
                                + path.getKey().substring("/api/v1".length()));
                    }
                }));
        assertThat(described).hasSizeGreaterThan(60);
        assertThat(routes().stream().map(Route::name)).doesNotHaveDuplicates();
        assertThat(routes().stream().map(Route::name)).containsExactlyInAnyOrderElementsOf(described);
    }

    @Test
    void i1_to_i5_every_route_refuses_everybody_it_is_not_for_and_nothing_is_done() {
        String before = seen();
        List<String> faults = new ArrayList<>();
        for (Route route : routes()) {
            route.whom().refusals().forEach((who, status) -> {
                Browser.Answer answer = call(route, browsers.get(who));
                if (answer.status() != status || answer.text().contains("hello")) {
                    faults.add("%s by %s: %d instead of %d %s"
                            .formatted(route.name(), who, answer.status(), status, answer.text()));
                }
            });
        }
        assertThat(faults).isEmpty();
        assertThat(seen()).isEqualTo(before);
    }

    /** Otherwise a wrong address would pass for a well guarded one. */
    @Test
    void every_route_is_open_to_those_it_is_for() {
        List<String> faults = new ArrayList<>();
        for (Route route : routes()) {
            // What these routes act on does not exist here: they may say so, and nothing else.
            int absent = Set.of(For.ADMINS, For.SUPERVISORS).contains(route.whom()) ? 404 : 0;
            int status = call(route, browsers.get(route.whom().right)).status();
            if ((status == 401 || status == 403 || status == 404 || status >= 500) && status != absent) {
                faults.add(route.name() + " by " + route.whom().right + ": " + status);
            }
        }
        assertThat(faults).isEmpty();
    }

    private Browser.Answer call(Route route, Browser browser) {
        String path = route.path();
        for (String part : List.of("conversation", "file", "customer", "reply", "any")) {
            path = path.replace("{id}", "{" + kindOf(route.path()) + "}").replace("{" + part + "}", ids.get(part));
        }
        path = path.replace("{group}", ids.get("any"));
        String body = route.body();
        if (body != null) {
            for (Map.Entry<String, String> id : ids.entrySet()) {
                body = body.replace("<" + id.getKey() + ">", id.getValue());
            }
            body = body.replace("<new>", Ids.next().toString());
        }
        return switch (route.method()) {
            case "GET" -> browser.get(path);
            case "DELETE" -> browser.delete(path);
            case "PUT" -> browser.put(path, body);
            case "POST" -> body == null ? browser.post(path) : browser.post(path, body);
            default -> throw new IllegalArgumentException(route.method());
        };
    }

    private static String kindOf(String path) {
        if (path.contains("/files/")) {
            return "file";
        }
        if (path.startsWith("/customers/")) {
            return "customer";
        }
        if (path.startsWith("/me/canned-replies/")) {
            return "reply";
        }
        return path.contains("/conversations/") ? "conversation" : "any";
    }

    /** Everything that the refused calls could have changed. */
    private String seen() {
        return browsers.get(ADMIN)
                        .get("/conversations/" + ids.get("conversation"))
                        .ok()
                        .toString()
                + browsers.get(ADMIN).get("/catalogue").ok()
                + browsers.get(ADMIN).get("/admin/accounts").ok()
                + browsers.get(AMY).get("/me/canned-replies").ok()
                + browsers.get(WANG).get("/widget/conversations").ok()
                + browsers.get(LIN).get("/widget/conversations").ok();
    }

    private Browser customerOfAnotherSite() {
        String key = "other-" + Ids.next().toString().substring(24);
        browsers.get(ADMIN).post("/admin/sites", """
                {"key":"%s","name":"Other","origins":[]}""".formatted(key)).ok();
        Browser browser = new Browser(server);
        String token = browser.post("/widget/sessions", "{\"site\":\"" + key + "\"}")
                .ok()
                .get("token")
                .asText();
        return browser.with("Authorization", "Bearer " + token);
    }

    private Browser supervisorOfAfterSales() {
        sue = null;
        JsonNode created =
                browsers.get(ADMIN).post("/admin/accounts", supervisor(true)).ok();
        sue = created.at("/account/id").asText();
        Browser browser = new Browser(server);
        String password = created.get("password").asText();
        assertThat(browser.signIn(created.at("/account/email").asText(), password)
                        .status())
                .isEqualTo(200);
        browser.post("/session/password", """
                {"current":"%s","next":"%s"}""".formatted(password, Browser.PASSWORD))
                .ok();
        return browser;
    }

    private final String email = "sue-" + Ids.next() + "@baton.example";

    private String supervisor(boolean enabled) {
        return """
                {"name":"Sue","email":"%s","role":"supervisor","capacity":1,"groups":["%s"],"enabled":%s}""".formatted(email, Cast.Browsers.group(server, "After-sales"), enabled);
    }

    // --- the table

    private static List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        routes.addAll(ofAdmins());
        routes.addAll(RoutesOfRosters.all());
        routes.addAll(ofStaff());
        routes.addAll(ofCustomers());
        return routes;
    }

    private static List<Route> ofAdmins() {
        List<Route> routes = new ArrayList<>();
        for (String kind :
                List.of("accounts", "calendars", "canned-replies", "categories", "groups", "reasons", "sites")) {
            routes.add(new Route("GET", "/admin/" + kind, For.ADMINS, null));
            routes.add(new Route("POST", "/admin/" + kind, For.ADMINS, "{}"));
            routes.add(new Route("PUT", "/admin/" + kind + "/{id}", For.ADMINS, "{}"));
        }
        routes.add(new Route("POST", "/admin/accounts/{id}/password", For.ADMINS, null));
        List.of("calendars", "canned-replies")
                .forEach(kind -> routes.add(new Route("DELETE", "/admin/" + kind + "/{id}", For.ADMINS, null)));
        routes.add(new Route("GET", "/admin/wrong-topics", For.ADMINS, null));
        routes.add(new Route("POST", "/admin/calendars/read", For.ADMINS, "{}"));
        routes.add(new Route("GET", "/admin/policies/{group}", For.ADMINS, null));
        routes.add(new Route("PUT", "/admin/policies/{group}", For.ADMINS, "{}"));
        routes.add(new Route("POST", "/admin/sites/{id}/secret", For.ADMINS, null));
        return routes;
    }

    private static List<Route> ofStaff() {
        String words = "{\"client_id\":\"<new>\",\"body\":\"x\"}";
        String reply = """
                {"shortcut":"x","title":"X","body":"X"}""";
        return List.of(
                new Route("GET", "/catalogue", For.STAFF_THEMSELVES, null),
                new Route("GET", "/conversations", For.STAFF_THEMSELVES, null),
                new Route("GET", "/queue/why", For.STAFF_THEMSELVES, null),
                new Route("GET", "/hand-overs", For.STAFF_THEMSELVES, null),
                new Route("POST", "/hand-overs", For.STAFF_THEMSELVES, "{}"),
                new Route("POST", "/files", For.STAFF_THEMSELVES, "\"a file\""),
                new Route("PUT", "/me/availability", For.STAFF_THEMSELVES, "{}"),
                new Route("GET", "/me/canned-replies", For.STAFF_THEMSELVES, null),
                new Route("POST", "/me/canned-replies", For.STAFF_THEMSELVES, "{}"),
                new Route("POST", "/session", For.ANYBODY, "{}"),
                new Route("GET", "/session", For.STAFF_THEMSELVES, null),
                new Route("POST", "/session/password", For.STAFF_THEMSELVES, "{}"),
                new Route("PUT", "/session/preferences", For.STAFF_THEMSELVES, "{}"),
                new Route("GET", "/conversations/{id}", For.STAFF_OF_IT, null),
                new Route("GET", "/conversations/{id}/entries", For.STAFF_OF_IT, null),
                new Route("GET", "/conversations/{id}/why", For.STAFF_OF_IT, null),
                new Route("POST", "/conversations/{id}/offer/accept", For.STAFF_OF_IT, null),
                new Route("POST", "/conversations/{id}/offer/decline", For.STAFF_OF_IT, "{\"reason\":\"busy\"}"),
                new Route("GET", "/customers/{id}", For.STAFF_OF_IT, null),
                new Route("PUT", "/customers/{id}/account-agent", For.SUPERVISORS_OF_IT, "{\"agent\":\"<bo>\"}"),
                new Route("GET", "/files/{id}", For.STAFF_OF_IT, null),
                new Route("POST", "/conversations/{id}/messages", For.STAFF_OF_IT, words),
                new Route("POST", "/conversations/{id}/notes", For.STAFF_OF_IT, words),
                new Route("POST", "/conversations/{id}/pick", For.STAFF_OF_IT, null),
                new Route("POST", "/conversations/{id}/priority", For.SUPERVISORS_WHO_SEE_IT, "{\"priority\":1}"),
                new Route("POST", "/conversations/{id}/ask-to-end", For.STAFF_OF_IT, "{}"),
                new Route("POST", "/conversations/{id}/withdraw", For.STAFF_OF_IT, null),
                new Route("POST", "/conversations/{id}/end", For.STAFF_OF_IT, "{\"reason\":\"other\"}"),
                new Route(
                        "POST",
                        "/conversations/{id}/category",
                        For.SUPERVISORS_WHO_SEE_IT,
                        "{\"category\":\"<category>\"}"),
                new Route("POST", "/conversations/{id}/transfer", For.STAFF_OF_IT, """
                        {"group":"<group>","reason":"wrong_topic"}"""),
                new Route("POST", "/conversations/{id}/transfer/withdraw", For.STAFF_OF_IT, null),
                new Route("POST", "/conversations/{id}/assign", For.SUPERVISORS_OF_IT, "{\"agent\":\"<bo>\"}"),
                new Route("PUT", "/me/canned-replies/{id}", For.AMY_ALONE, reply),
                new Route("DELETE", "/me/canned-replies/{id}", For.AMY_ALONE, null),
                new Route("DELETE", "/session", For.STAFF_THEMSELVES, null));
    }

    private static List<Route> ofCustomers() {
        return List.of(
                new Route("POST", "/widget/sessions", For.ANYBODY, "{}"),
                new Route("GET", "/widget/conversations", For.CUSTOMERS_THEMSELVES, null),
                new Route("POST", "/widget/conversations", For.CUSTOMERS_THEMSELVES, "{\"client_id\":\"<new>\"}"),
                new Route("POST", "/widget/files", For.CUSTOMERS_THEMSELVES, "\"a file\""),
                new Route("GET", "/widget/files/{id}", For.LIN_ALONE, null),
                new Route("GET", "/widget/conversations/{id}", For.LIN_ALONE, null),
                new Route("GET", "/widget/conversations/{id}/entries", For.LIN_ALONE, null),
                new Route("POST", "/widget/conversations/{id}/messages", For.LIN_ALONE, """
                        {"client_id":"<new>","body":"x"}"""),
                new Route(
                        "POST", "/widget/conversations/{id}/category", For.LIN_ALONE, "{\"category\":\"<category>\"}"),
                new Route("POST", "/widget/conversations/{id}/rating", For.LIN_ALONE, "{\"score\":1}"),
                new Route("POST", "/widget/conversations/{id}/resolve", For.LIN_ALONE, null),
                new Route("POST", "/widget/conversations/{id}/unresolve", For.LIN_ALONE, "{}"),
                new Route("POST", "/widget/conversations/{id}/end", For.LIN_ALONE, null),
                new Route("POST", "/widget/conversations/{id}/leave", For.LIN_ALONE, null));
    }
}
