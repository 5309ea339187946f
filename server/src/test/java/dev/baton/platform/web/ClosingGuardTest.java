package dev.baton.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.platform.Json;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server that is going away says so. */
class ClosingGuardTest {

    private final ClosingGuard guard = new ClosingGuard();
    private final Vertx vertx = Vertx.vertx();
    private URI address;

    @BeforeEach
    void the_house_opens() {
        Router router = Router.router(vertx);
        guard.install(router);
        router.route().handler(request -> request.response().end("welcome"));
        int port = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .actualPort();
        address = URI.create("http://127.0.0.1:" + port + "/api/v1/session");
    }

    @AfterEach
    void the_house_is_gone() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void while_it_is_open_everybody_comes_in() throws Exception {
        assertThat(get("en").body()).isEqualTo("welcome");
    }

    @Test
    void who_comes_while_it_closes_is_told_to_come_back_in_their_language() throws Exception {
        guard.close(new ShutdownDelayInitiatedEvent());
        HttpResponse<String> answer = get("zh-CN");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("2");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(Json.MAPPER.readTree(answer.body()).get("code").asText()).isEqualTo("going_away");
        assertThat(Json.MAPPER.readTree(answer.body()).get("title").asText()).isEqualTo("服务正在重启");
    }

    private HttpResponse<String> get(String language) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(address)
                            .header("Accept-Language", language)
                            .build(),
                    BodyHandlers.ofString());
        }
    }
}
