package dev.baton.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.Cast;
import dev.baton.Screen;
import dev.baton.identity.Browser;
import dev.baton.identity.SessionKey;
import dev.baton.platform.Ids;
import dev.baton.platform.database.DatabaseForServer;
import dev.baton.platform.database.InvariantsHold;
import dev.baton.platform.database.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.WebSocketHandshakeException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a live line does with frames that no client of ours sends. Each has its close code, and none disturbs anybody else. */
@QuarkusTest
@QuarkusTestResource(DatabaseForServer.class)
@ExtendWith(InvariantsHold.class)
class LiveProtocolTest {

    @TestHTTPResource
    URI server;

    private Cast cast;

    @BeforeEach
    void everybody_comes() {
        cast = new Cast(server);
    }

    @AfterEach
    void everybody_goes() {
        cast.close();
    }

    // --- who may come in

    @Test
    void a_frame_before_hello_is_turned_away() {
        Screen screen = Screen.connect(cast.lin().browser());
        screen.tell(Screen.frame("heartbeat"));
        assertThat(screen.closeCode()).isEqualTo(4001);
    }

    @Test
    @Tag("slow")
    void whoever_says_nothing_is_turned_away_after_ten_seconds() {
        Screen screen = Screen.connect(cast.lin().browser());
        long start = System.nanoTime();
        assertThat(screen.closeCode(20)).isEqualTo(4001);
        assertThat((System.nanoTime() - start) / 1e9).isBetween(8.5, 13.0);
    }

    @Test
    void a_forged_token_is_turned_away() {
        Screen screen = Screen.connect(cast.lin().browser());
        screen.tell(Screen.frame("hello").put("protocol", 1).put("token", "x".repeat(43)));
        assertThat(screen.closeCode()).isEqualTo(4001);
    }

    @Test
    void an_expired_token_is_turned_away() {
        var lin = cast.lin();
        TestDatabase.ofServer()
                .jdbi()
                .useHandle(handle -> handle.createUpdate(
                                "UPDATE customer_tokens SET expires_at = now() - interval '1 second' WHERE token_hash = :hash")
                        .bind("hash", SessionKey.of(token(lin.browser())).hash())
                        .execute());
        Screen screen = Screen.connect(lin.browser());
        screen.tell(Screen.frame("hello").put("protocol", 1).put("token", token(lin.browser())));
        assertThat(screen.closeCode()).isEqualTo(4001);
    }

    @Test
    void hello_without_any_credential_is_turned_away() {
        Screen screen = Screen.connect(new Browser(server));
        screen.tell(Screen.frame("hello").put("protocol", 1));
        assertThat(screen.closeCode()).isEqualTo(4001);
    }

    @Test
    void another_protocol_is_malformed() {
        Screen screen = Screen.connect(cast.lin().browser());
        screen.tell(Screen.frame("hello").put("protocol", 2));
        assertThat(screen.closeCode()).isEqualTo(4400);
    }

    @Test
    void a_page_of_another_origin_gets_no_line() {
        Browser elsewhere = cast.amy().browser().with("Origin", "https://evil.example");
        assertThatThrownBy(() -> Screen.connect(elsewhere))
                .hasCauseInstanceOf(WebSocketHandshakeException.class)
                .satisfies(thrown -> assertThat(((WebSocketHandshakeException) thrown.getCause())
                                .getResponse()
                                .statusCode())
                        .isEqualTo(403));
    }

    private static String token(Browser browser) {
        return browser.header("Authorization").substring("Bearer ".length());
    }

    // --- what is no frame

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "[]",
                "{}",
                "null",
                "{\"type\":\"heartbeat\"",
                "{\"type\":\"heartbeat\"}{}",
                "{\"type\":\"dance\"}",
                "{\"type\":7}",
                "{\"type\":\"heartbeat\",\"type\":\"heartbeat\"}",
                "{\"type\":\"heartbeat\",\"extra\":1}",
                "{\"type\":\"heartbeat\",\"n\":1}",
                "{\"type\":\"hello\",\"protocol\":1}",
                "{\"type\":\"resume\"}",
                "{\"type\":\"resume\",\"streams\":7}",
                "{\"type\":\"resume\",\"streams\":[7]}",
                "{\"type\":\"resume\",\"streams\":[{\"conversation\":\"1-1-1-1-1\"}]}",
                "{\"type\":\"resume\",\"streams\":[{\"conversation\":\"%1$s\",\"after\":-1}]}",
                "{\"type\":\"resume\",\"streams\":[{\"conversation\":\"%1$s\",\"after\":1.5}]}",
                "{\"type\":\"resume\",\"streams\":[{\"conversation\":\"%1$s\",\"after\":99999999999999999999}]}",
                "{\"type\":\"leave\",\"conversation\":null}",
                "{\"type\":\"send\",\"conversation\":\"%1$s\",\"body\":\"no client id\"}",
                "{\"type\":\"send\",\"conversation\":\"%1$s\",\"client_id\":\"%1$s\",\"body\":{}}",
                "{\"type\":\"send\",\"conversation\":\"%1$s\",\"client_id\":\"%1$s\",\"body\":\"a\",\"attachments\":\"b\"}",
                "{\"type\":\"typing\",\"conversation\":\"%1$s\",\"active\":\"yes\"}",
                "{\"type\":\"cursor\",\"conversation\":\"%1$s\",\"delivered\":1}",
                "{\"type\":\"watch\",\"all\":1}",
                "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["
            })
    void what_is_no_frame_closes_as_malformed(String text) {
        Screen screen = cast.lin().screen();
        screen.tell(text.formatted(Ids.next()));
        assertThat(screen.closeCode()).isEqualTo(4400);
    }

    @Test
    void bytes_are_malformed() {
        Screen screen = cast.lin().screen();
        screen.tellBytes(new byte[] {1, 2, 3});
        assertThat(screen.closeCode()).isEqualTo(4400);
    }

    @Test
    void a_frame_that_is_too_large_is_malformed() {
        Screen screen = cast.lin().screen();
        screen.tellAnyway("{\"type\":\"heartbeat\",\"x\":\"" + "x".repeat(70_000) + "\"}", true);
        assertThat(screen.closeCode()).isIn(4400, 1009, 1006);
    }

    @Test
    void a_frame_that_never_ends_is_cut_when_it_is_too_large() {
        Screen screen = cast.lin().screen();
        for (int i = 0; i < 200 && !screen.isClosed(); i++) {
            screen.tellAnyway("x".repeat(1_000), false);
        }
        assertThat(screen.closeCode()).isIn(4400, 1009, 1006);
    }

    @Test
    void whoever_speaks_too_fast_is_cut() {
        Screen screen = cast.lin().screen();
        for (int i = 0; i < 400 && !screen.isClosed(); i++) {
            screen.tellAnyway("{\"type\":\"typing\",\"conversation\":\"" + Ids.next() + "\",\"active\":true}", true);
        }
        assertThat(screen.closeCode()).isEqualTo(4029);
    }

    @Test
    void the_oldest_of_too_many_lines_gives_way() {
        var lin = cast.lin();
        Screen oldest = lin.screen();
        for (int i = 0; i < 20; i++) {
            lin.screen();
        }
        assertThat(oldest.closeCode()).isEqualTo(4009);
    }

    // --- what is a frame, but says what may not be said

    @Test
    void bad_words_are_refused_and_the_line_stays() {
        var lin = cast.lin();
        String id = lin.start("hello");
        Screen screen = lin.screen();
        refused(screen, id, "", "invalid");
        refused(screen, id, " \n\t\u3000\u200b", "invalid");
        refused(screen, id, "x".repeat(8_001), "invalid");
        refused(screen, id, "nul \\u0000 nul", "malformed_text");
        refused(screen, id, "half \\ud800 a character", "malformed_text");
        refused(screen, id, "bell \\u0007", "malformed_text");
        refused(screen, Ids.next().toString(), "to nobody", "not_found");
        screen.tellSend(id, "not-an-id", "hello");
        assertThat(screen.await("refused").at("/problem/code").asText()).isEqualTo("malformed_id");
        String longest = "😀".repeat(8_000);
        assertThat(screen.say(id, longest).get("type").asText()).isEqualTo("ack");
        assertThat(screen.say(id, "bidi \u202e kept").get("type").asText()).isEqualTo("ack");
        assertThat(lin.snapshot(id).get("entries").get(2).get("body").asText()).isEqualTo(longest);
        assertThat(lin.snapshot(id).get("entries")).hasSize(4);
    }

    /** @param body as it stands between the quotes of the JSON */
    private static void refused(Screen screen, String id, String body, String code) {
        String clientId = Ids.next().toString();
        screen.tell("{\"type\":\"send\",\"conversation\":\"" + id + "\",\"client_id\":\"" + clientId + "\",\"body\":\""
                + body.replace("\n", "\\n").replace("\t", "\\t") + "\"}");
        JsonNode refused = screen.await("refused");
        assertThat(refused.get("client_id").asText()).isEqualTo(clientId);
        assertThat(refused.get("for").asText()).isEqualTo("send");
        assertThat(refused.at("/problem/code").asText()).as(body).isEqualTo(code);
    }

    // --- what is taken back

    @Test
    void whoever_signs_out_loses_their_lines_at_once() {
        var amy = cast.amy();
        Screen screen = amy.screen();
        amy.browser().delete("/session");
        assertThat(screen.closeCode(5)).isEqualTo(4003);
    }
}
