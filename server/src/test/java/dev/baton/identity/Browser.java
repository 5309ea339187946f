package dev.baton.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.platform.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a browser does for one person: keeps the cookie, repeats the CSRF token, says where it comes from. */
public final class Browser {

    public static final String PASSWORD = "correct-horse-battery";

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final URI server;
    private final Map<String, String> headers = new LinkedHashMap<>();

    public Browser(URI server) {
        this.server = server;
        headers.put("Origin", server.toString().replaceAll("/$", ""));
    }

    /** Somebody of the demo company, signed in. */
    public static Browser signedIn(URI server, String name) {
        Browser browser = new Browser(server);
        Answer answer = browser.signIn(name + "@baton.example", PASSWORD);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return browser;
    }

    /** A customer who has just opened the widget of the demo site. */
    public static Browser visitor(URI server) {
        Browser browser = new Browser(server);
        browser.with(
                "Authorization",
                "Bearer "
                        + browser.post("/widget/sessions", """
                {"site":"demo"}""")
                                .ok()
                                .get("token")
                                .asText());
        return browser;
    }

    public record Answer(HttpResponse<byte[]> response) {
        public int status() {
            return response.statusCode();
        }

        public String text() {
            return new String(response.body(), java.nio.charset.StandardCharsets.UTF_8);
        }

        public JsonNode json() {
            try {
                return Json.MAPPER.readTree(text());
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(text(), e);
            }
        }

        public JsonNode ok() {
            assertThat(status()).as(text()).isBetween(200, 299);
            return json();
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /** Asserts a refusal of this status and code. */
        public JsonNode refused(int status, String code) {
            assertThat(status()).as(text()).isEqualTo(status);
            assertThat(header("Content-Type")).startsWith("application/problem+json");
            assertThat(json().get("code").asText()).isEqualTo(code);
            return json();
        }

        /** Asserts the refusal of a field by a rule. */
        public void invalid(String field, String rule) {
            JsonNode params = refused(422, "invalid").get("params");
            assertThat(params.get("field").asText() + " " + params.get("rule").asText())
                    .isEqualTo(field + " " + rule);
        }
    }

    public Answer signIn(String email, String password) {
        Answer answer = post("/session", Json.write(Map.of("email", email, "password", password)));
        if (answer.status() == 200) {
            headers.put("Cookie", answer.header("Set-Cookie").split(";", 2)[0]);
            headers.put("X-Baton-CSRF", answer.json().get("csrf").asText());
        }
        return answer;
    }

    public Browser with(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public Browser without(String name) {
        headers.remove(name);
        return this;
    }

    /** What it sends with every request under this name, or null. */
    public String header(String name) {
        return headers.get(name);
    }

    public URI server() {
        return server;
    }

    public String cookie() {
        return headers.get("Cookie");
    }

    public String csrf() {
        return headers.get("X-Baton-CSRF");
    }

    public Answer get(String path) {
        return send("GET", path, BodyPublishers.noBody());
    }

    public Answer post(String path, String json) {
        return send("POST", path, BodyPublishers.ofString(json), "Content-Type", "application/json");
    }

    public Answer post(String path) {
        return send("POST", path, BodyPublishers.noBody());
    }

    public Answer put(String path, String json) {
        return send("PUT", path, BodyPublishers.ofString(json), "Content-Type", "application/json");
    }

    public Answer delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody());
    }

    public Answer upload(String path, String name, byte[] content) {
        return send("POST", path, BodyPublishers.ofByteArray(content), "X-File-Name", name);
    }

    /** Any bytes, with these headers beside the usual ones: name, value, name, value … */
    public Answer send(String method, String path, byte[] content, String... more) {
        return send(method, path, BodyPublishers.ofByteArray(content), more);
    }

    /** A page, outside of the API. */
    public Answer page(String path) {
        return send(URI.create(server.toString().replaceAll("/$", "") + path), "GET", BodyPublishers.noBody());
    }

    private Answer send(String method, String path, BodyPublisher body, String... more) {
        return send(URI.create(server.toString().replaceAll("/$", "") + "/api/v1" + path), method, body, more);
    }

    private Answer send(URI address, String method, BodyPublisher body, String... more) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).method(method, body);
        headers.forEach(request::header);
        for (int i = 0; i < more.length; i += 2) {
            request.header(more[i], more[i + 1]);
        }
        try {
            return new Answer(HTTP.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
