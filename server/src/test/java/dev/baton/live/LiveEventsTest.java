package dev.baton.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.Cast;
import dev.baton.identity.Browser;
import dev.baton.platform.Ids;
import dev.baton.platform.Json;
import dev.baton.platform.database.DatabaseForServer;
import dev.baton.platform.database.InvariantsHold;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Where WebSocket is blocked: events down, POST up, the same frames. */
@QuarkusTest
@QuarkusTestResource(DatabaseForServer.class)
@ExtendWith(InvariantsHold.class)
class LiveEventsTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TestHTTPResource
    URI server;

    private Cast cast;
    private final String connection = Ids.next().toString();

    @BeforeEach
    void everybody_comes() {
        cast = new Cast(server);
    }

    @AfterEach
    void everybody_goes() {
        cast.close();
    }

    @Test
    void the_same_frames_go_over_events_and_post() throws Exception {
        var lin = cast.lin();
        String id = lin.start("你好");
        BlockingQueue<String> lines = listen(lin.browser());
        String clientId = Ids.next().toString();
        int status = post(lin.browser(), """
                [{"type":"hello","protocol":1},
                 {"type":"resume","streams":[{"conversation":"%1$s","after":0}]},
                 {"type":"send","conversation":"%1$s","client_id":"%2$s","body":"over events","n":1}]
                """.formatted(id, clientId));
        assertThat(status).isEqualTo(202);
        assertThat(next(lines, "hello").get("heartbeat_seconds").asInt()).isEqualTo(25);
        assertThat(next(lines, "ack").get("client_id").asText()).isEqualTo(clientId);
        assertThat(lin.snapshot(id).at("/entries/2/body").asText()).isEqualTo("over events");
    }

    @Test
    void a_post_with_another_credential_or_for_an_unknown_connection_finds_nothing() throws Exception {
        listen(cast.lin().browser());
        String hello = "[{\"type\":\"hello\",\"protocol\":1}]";
        assertThat(post(cast.wang().browser(), hello)).isEqualTo(404);
        assertThat(post(new Browser(server), hello)).isEqualTo(404);
    }

    @Test
    void a_bad_frame_closes_with_the_same_code() throws Exception {
        var lin = cast.lin();
        BlockingQueue<String> lines = listen(lin.browser());
        post(lin.browser(), "[{\"type\":\"hello\",\"protocol\":1},{\"type\":\"dance\"}]");
        for (String line = lines.poll(20, TimeUnit.SECONDS); line != null; line = lines.poll(20, TimeUnit.SECONDS)) {
            if (line.equals("event: close")) {
                assertThat(lines.poll(20, TimeUnit.SECONDS)).contains("\"code\":4400");
                return;
            }
        }
        throw new AssertionError("not closed");
    }

    @Test
    void a_page_of_another_origin_gets_no_events() throws Exception {
        Browser elsewhere = cast.amy().browser().with("Origin", "https://evil.example");
        HttpRequest request = request(elsewhere, "/api/v1/live/events").GET().build();
        assertThat(HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode())
                .isEqualTo(403);
    }

    private BlockingQueue<String> listen(Browser browser) throws Exception {
        HttpResponse<java.io.InputStream> answer = HTTP.send(
                request(browser, "/api/v1/live/events").GET().build(), HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/event-stream");
        BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        Thread.startVirtualThread(() -> {
            try (var reader = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
                reader.lines().filter(line -> !line.isEmpty()).forEach(lines::add);
            } catch (IOException | java.io.UncheckedIOException ended) {
                lines.add("ended");
            }
        });
        return lines;
    }

    private static JsonNode next(BlockingQueue<String> lines, String type) throws Exception {
        for (String line = lines.poll(20, TimeUnit.SECONDS); line != null; line = lines.poll(20, TimeUnit.SECONDS)) {
            if (line.startsWith("data: {\"type\":\"" + type + "\"")) {
                return Json.MAPPER.readTree(line.substring("data: ".length()));
            }
        }
        throw new AssertionError("no " + type);
    }

    private int post(Browser browser, String frames) throws Exception {
        HttpRequest request = request(browser, "/api/v1/live/frames")
                .POST(HttpRequest.BodyPublishers.ofString(frames))
                .header("Content-Type", "application/json")
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private HttpRequest.Builder request(Browser browser, String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.resolve(path)).header("X-Baton-Connection", connection);
        for (String name : new String[] {"Authorization", "Cookie", "Origin"}) {
            if (browser.header(name) != null) {
                request.header(name, browser.header(name));
            }
        }
        return request;
    }
}
