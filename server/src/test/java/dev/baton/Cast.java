package dev.baton;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.identity.Browser;
import dev.baton.platform.Ids;
import dev.baton.platform.Json;
import dev.baton.platform.database.TestDatabase;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;

/**
 * Everybody who appears in the stories: Lin and Wang, customers of the demo site; Amy and Bo, agents who share the group
 * "Technical support"; Chen, the supervisor of all groups; Admin. Each has a browser, and a screen once it is opened.
 *
 * <p>Close it at the end of the story: screens close, everybody goes home, and what is still open ends.
 */
public final class Cast implements AutoCloseable {

    public static final String SHARED_GROUP = "Technical support";
    public static final String BOS_OTHER_GROUP = "Billing";
    public static final String AMYS_OTHER_GROUP = "Sales";

    private final URI server;
    private final List<Person> people = new ArrayList<>();

    public Cast(URI server) {
        this.server = server;
        // A story that moves the clock must not make the sign-ins of the next one look like haste.
        TestDatabase.ofServer().jdbi().useHandle(handle -> handle.execute("DELETE FROM sign_in_failures"));
    }

    // --- who

    public Customer lin() {
        return customer("zh");
    }

    public Customer wang() {
        return customer("en");
    }

    /** A customer whom nobody knows yet. */
    public Customer customer(String language) {
        Browser browser = new Browser(server);
        JsonNode opened = browser.post(
                        "/widget/sessions",
                        Json.MAPPER
                                .createObjectNode()
                                .put("site", "demo")
                                .put("language", language)
                                .toString())
                .ok();
        browser.with("Authorization", "Bearer " + opened.get("token").asText());
        return joined(new Customer(browser, opened));
    }

    public Staff amy() {
        return staff("amy");
    }

    public Staff bo() {
        return staff("bo");
    }

    /** An agent of other groups than "Technical support". */
    public Staff di() {
        return staff("di");
    }

    public Staff chen() {
        return staff("chen");
    }

    public Staff admin() {
        return staff("admin");
    }

    private Staff staff(String name) {
        Browser browser = Browser.signedIn(server, name);
        return joined(new Staff(browser, browser.get("/session").ok()));
    }

    private <P extends Person> P joined(P person) {
        people.add(person);
        return person;
    }

    /** Somebody with a browser and, when they look, a screen. */
    public abstract static class Person {
        protected final Browser browser;
        private final List<Screen> screens = new ArrayList<>();

        Person(Browser browser) {
            this.browser = browser;
        }

        public Browser browser() {
            return browser;
        }

        /** One more screen of theirs, greeted. */
        public Screen screen() {
            Screen screen = Screen.open(browser);
            screens.add(screen);
            return screen;
        }

        protected static ObjectNode json() {
            return Json.MAPPER.createObjectNode();
        }
    }

    public static final class Customer extends Person {
        private final JsonNode session;

        Customer(Browser browser, JsonNode session) {
            super(browser);
            this.session = session;
        }

        public String id() {
            return session.at("/customer/id").asText();
        }

        /** The id of the new conversation, in the group that Amy and Bo share. */
        public String start(String words) {
            return start(words, category(SHARED_GROUP)).at("/view/id").asText();
        }

        public JsonNode start(String words, String category) {
            ObjectNode body = json().put("client_id", Ids.next().toString());
            if (words != null) {
                body.put("body", words);
            }
            if (category != null) {
                body.put("category", category);
            }
            return browser.post("/widget/conversations", body.toString()).ok();
        }

        /** The first category of the demo company's group of this English name. */
        public String category(String group) {
            return Browsers.categories(browser.server(), group).getFirst();
        }

        public JsonNode say(String conversation, String words) {
            return browser.post(
                            path(conversation) + "/messages",
                            json().put("client_id", Ids.next().toString())
                                    .put("body", words)
                                    .toString())
                    .ok();
        }

        public JsonNode resolve(String conversation) {
            return browser.post(path(conversation) + "/resolve").ok();
        }

        public JsonNode unresolve(String conversation) {
            return browser.post(path(conversation) + "/unresolve", "{}").ok();
        }

        public JsonNode end(String conversation) {
            return browser.post(path(conversation) + "/end").ok();
        }

        public JsonNode leave(String conversation) {
            return browser.post(path(conversation) + "/leave").ok();
        }

        public JsonNode rate(String conversation, int score) {
            return browser.post(
                            path(conversation) + "/rating",
                            json().put("score", score).toString())
                    .ok();
        }

        public JsonNode snapshot(String conversation) {
            return browser.get(path(conversation)).ok();
        }

        public static String path(String conversation) {
            return "/widget/conversations/" + conversation;
        }
    }

    public static final class Staff extends Person {
        private final JsonNode me;

        Staff(Browser browser, JsonNode me) {
            super(browser);
            this.me = me;
        }

        public String id() {
            return me.at("/account/id").asText();
        }

        /** On duty, and given work by itself once a screen is open. */
        public Staff ready() {
            return available("ready");
        }

        /** On duty, but only with what they take themselves. */
        public Staff onDuty() {
            return available("not_taking");
        }

        public Staff available(String availability) {
            browser.put(
                            "/me/availability",
                            json().put("availability", availability).toString())
                    .ok();
            return this;
        }

        /** Off duty, unless they have signed out already. */
        private void goHome() {
            browser.put("/me/availability", "{\"availability\":\"off\"}");
        }

        public JsonNode pick(String conversation) {
            return browser.post(path(conversation) + "/pick").ok();
        }

        public JsonNode say(String conversation, String words) {
            return browser.post(
                            path(conversation) + "/messages",
                            json().put("client_id", Ids.next().toString())
                                    .put("body", words)
                                    .toString())
                    .ok();
        }

        public JsonNode note(String conversation, String words) {
            return browser.post(
                            path(conversation) + "/notes",
                            json().put("client_id", Ids.next().toString())
                                    .put("body", words)
                                    .toString())
                    .ok();
        }

        /** Any command with a body. */
        public JsonNode give(String conversation, String command, ObjectNode body) {
            return browser.post(path(conversation) + "/" + command, body.toString())
                    .ok();
        }

        public JsonNode askToEnd(String conversation) {
            return give(conversation, "ask-to-end", json());
        }

        public JsonNode end(String conversation, String reason) {
            return give(conversation, "end", json().put("reason", reason));
        }

        public JsonNode transferToGroup(String conversation, String group) {
            return give(
                    conversation,
                    "transfer",
                    json().put("group", Browsers.group(browser.server(), group)).put("reason", "wrong_topic"));
        }

        public JsonNode transferTo(String conversation, Staff colleague) {
            return give(
                    conversation,
                    "transfer",
                    json().put("agent", colleague.id()).put("reason", "needs_expert"));
        }

        public JsonNode snapshot(String conversation) {
            return browser.get(path(conversation)).ok();
        }

        public static String path(String conversation) {
            return "/conversations/" + conversation;
        }
    }

    /** What anybody of staff can look up of the demo company. */
    public static final class Browsers {
        private static final Map<URI, JsonNode> CATALOGUES = new ConcurrentHashMap<>();

        private Browsers() {}

        public static String group(URI server, String name) {
            return StreamSupport.stream(catalogue(server).get("groups").spliterator(), false)
                    .filter(group -> group.at("/names/en").asText().equals(name))
                    .map(group -> group.get("id").asText())
                    .findFirst()
                    .orElseThrow();
        }

        public static List<String> categories(URI server, String group) {
            String id = group(server, group);
            return StreamSupport.stream(catalogue(server).get("categories").spliterator(), false)
                    .filter(category -> category.get("group").asText().equals(id))
                    .map(category -> category.get("id").asText())
                    .toList();
        }

        private static JsonNode catalogue(URI server) {
            return CATALOGUES.computeIfAbsent(
                    server,
                    each -> Browser.signedIn(each, "chen").get("/catalogue").ok());
        }
    }

    @Override
    public void close() {
        people.forEach(person -> person.screens.forEach(Screen::close));
        people.stream().filter(Staff.class::isInstance).forEach(person -> ((Staff) person).goHome());
        Staff admin = staff("admin");
        String open =
                "/conversations?view=all&limit=200&state=queued,awaiting_agent,awaiting_customer,awaiting_confirmation";
        JsonNode left = admin.browser.get(open).ok();
        left.get("items").forEach(view -> admin.end(view.get("id").asText(), "other"));
        assertThat(left.has("next")).as("more than one page left open").isFalse();
    }
}
