package dev.baton.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.Cast;
import dev.baton.Screen;
import dev.baton.platform.Ids;
import dev.baton.platform.database.DatabaseForServer;
import dev.baton.platform.database.InvariantsHold;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every frame that a client may send, sent about Lin's conversation by everybody whom it does not concern. */
@QuarkusTest
@QuarkusTestResource(DatabaseForServer.class)
@ExtendWith(InvariantsHold.class)
class EveryFrameTest {

    private static final String WORDS = "what only Lin and Amy know";

    /** A row for each kind of frame; the screen has said hello when it opened. */
    private static final Map<Class<?>, BiFunction<Screen, String, List<JsonNode>>> FRAMES = Map.of(
            ClientFrame.Hello.class,
            (_, _) -> List.of(),
            ClientFrame.Resume.class,
            (_, conversation) -> Stream.of("0", "null", "1000000")
                    .map(after -> parsed("{\"type\":\"resume\",\"streams\":[{\"conversation\":\"%s\",\"after\":%s}]}"
                            .formatted(conversation, after)))
                    .toList(),
            ClientFrame.Leave.class,
            (_, conversation) -> List.of(Screen.frame("leave").put("conversation", conversation)),
            ClientFrame.Send.class,
            (_, conversation) -> List.of(Screen.frame("send")
                    .put("conversation", conversation)
                    .put("client_id", Ids.next().toString())
                    .put("body", "from a stranger")
                    .put("n", 1)),
            ClientFrame.Typing.class,
            (_, conversation) -> List.of(Screen.frame("typing")
                    .put("conversation", conversation)
                    .put("active", true)
                    .put("text", "from a stranger")),
            ClientFrame.Cursor.class,
            (_, conversation) -> List.of(Screen.frame("cursor")
                    .put("conversation", conversation)
                    .put("delivered", 1)
                    .put("read", 1)),
            ClientFrame.Watch.class,
            (_, _) -> List.of(Screen.frame("watch").put("all", true)),
            ClientFrame.Heartbeat.class,
            (_, _) -> List.of(Screen.frame("heartbeat")));

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

    @Test
    void every_frame_has_a_row() {
        assertThat(FRAMES.keySet()).containsExactlyInAnyOrder(ClientFrame.class.getPermittedSubclasses());
    }

    @Test
    void no_frame_shows_or_changes_what_is_somebody_elses() {
        var lin = cast.lin();
        var amy = cast.amy().onDuty();
        String conversation = lin.start(WORDS);
        amy.pick(conversation);
        Screen lins = lin.screen();
        Screen amys = amy.screen();
        lins.follow(conversation);
        amys.follow(conversation);

        for (Cast.Person stranger : List.of(cast.wang(), cast.di())) {
            String before = amy.snapshot(conversation).toString();
            Screen screen = stranger.screen();
            FRAMES.values().forEach(frames -> frames.apply(screen, conversation).forEach(screen::tell));
            screen.until(
                    "all answers",
                    () -> screen.frames("gone").size() >= 3
                            && !screen.frames("refused").isEmpty()
                            && !screen.frames("heartbeat").isEmpty());
            assertThat(screen.frames("refused"))
                    .allSatisfy(refused ->
                            assertThat(refused.at("/problem/code").asText()).isEqualTo("not_found"));
            assertThat(amy.snapshot(conversation)).hasToString(before);
            lin.say(conversation, WORDS + " too");
            amys.await("update", conversation);
            assertThat(screen.frames().toString())
                    .doesNotContain(WORDS)
                    .doesNotContain(lin.id())
                    .doesNotContain("\"update\"", "\"reset\"", "\"caught_up\"");
            assertThat(screen.isClosed()).isFalse();
            amy.say(conversation, "the answer");
            lins.await("update", conversation);
            hasSeenNothing(lins, amys);
        }
    }

    /** Neither of the two has seen anything of the stranger. */
    private static void hasSeenNothing(Screen... screens) {
        for (Screen screen : screens) {
            assertThat(screen.frames("typing")).isEmpty();
            assertThat(screen.frames().toString()).doesNotContain("from a stranger");
        }
    }

    private static JsonNode parsed(String json) {
        try {
            return dev.baton.platform.Json.MAPPER.readTree(json);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
