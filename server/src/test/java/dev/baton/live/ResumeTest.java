package dev.baton.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.Cast;
import dev.baton.Screen;
import dev.baton.conversation.ConversationId;
import dev.baton.conversation.log.Ack;
import dev.baton.conversation.log.Conversations;
import dev.baton.conversation.log.Words;
import dev.baton.identity.CustomerId;
import dev.baton.identity.SiteId;
import dev.baton.identity.Viewer;
import dev.baton.platform.Ids;
import dev.baton.platform.database.DatabaseForServer;
import dev.baton.platform.database.InvariantsHold;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Coming back: nothing is lost, nothing comes twice, and who was away too long starts over. */
@QuarkusTest
@QuarkusTestResource(DatabaseForServer.class)
@ExtendWith(InvariantsHold.class)
class ResumeTest {

    @TestHTTPResource
    URI server;

    @Inject
    Conversations conversations;

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
    void m7_whoever_comes_back_gets_what_they_missed_and_no_more() {
        var lin = cast.lin();
        String id = lin.start("one");
        Screen first = lin.screen();
        long had = first.follow(id).view().get("public_seq").asLong();
        first.cut();
        IntStream.range(0, 120).forEach(i -> say(lin, id, "missed " + i));
        Screen second = lin.screen();
        second.follow(id, had);
        List<Long> numbers = second.frames("update").stream()
                .flatMap(update -> stream(update.get("entries")))
                .map(Screen::number)
                .toList();
        assertThat(numbers)
                .isEqualTo(LongStream.rangeClosed(had + 1, had + 120).boxed().toList());
        JsonNode caughtUp = second.frames("caught_up").getLast();
        assertThat(caughtUp.get("head").asLong()).isEqualTo(had + 120);
        assertThat(second.frames("reset")).isEmpty();
    }

    @Test
    void a_gap_of_more_than_a_thousand_an_unknown_position_and_one_from_the_future_start_over() {
        var lin = cast.lin();
        String id = lin.start("one");
        long had = lin.snapshot(id).at("/view/public_seq").asLong();
        CompletableFuture.allOf(IntStream.range(0, 1_001)
                        .mapToObj(i -> later(lin, id, "many " + i))
                        .toArray(CompletableFuture[]::new))
                .join();
        assertStartsOver(lin, id, had);
        assertStartsOver(lin, id, null);
        assertStartsOver(lin, id, had + 5_000);
        Screen justInside = lin.screen();
        justInside.follow(id, had + 1);
        assertThat(justInside.frames("reset")).isEmpty();
        assertThat(justInside.frames("update").stream()
                        .mapToInt(update -> update.get("entries").size())
                        .sum())
                .isEqualTo(1_000);
    }

    private static void assertStartsOver(Cast.Customer lin, String id, Long after) {
        Screen screen = lin.screen();
        var thread = screen.follow(id, after);
        JsonNode reset = screen.await("reset");
        assertThat(reset.at("/snapshot/entries")).hasSize(50);
        assertThat(reset.at("/snapshot/earlier").asBoolean()).isTrue();
        assertThat(screen.frames("update")).isEmpty();
        assertThat(thread.view().get("public_seq").asLong())
                .isEqualTo(Screen.number(thread.entries().getLast()));
    }

    @Test
    void what_is_said_while_somebody_catches_up_comes_once_and_in_order() throws Exception {
        var lin = cast.lin();
        String id = lin.start("one");
        IntStream.range(0, 200).forEach(i -> say(lin, id, "before " + i));
        Thread speaker =
                Thread.startVirtualThread(() -> IntStream.range(0, 600).forEach(i -> say(lin, id, "while " + i)));
        for (int round = 0; round < 12; round++) {
            try (Screen screen = lin.screen()) {
                var thread = screen.follow(id, 1L);
                long head = thread.view().get("public_seq").asLong();
                List<Long> read = numbers(thread);
                assertThat(read)
                        .isEqualTo(LongStream.rangeClosed(2, read.getLast())
                                .boxed()
                                .toList());
                assertThat(read.getLast()).isGreaterThanOrEqualTo(head);
            }
        }
        speaker.join();
        Screen last = lin.screen();
        var thread = last.follow(id, 1L);
        assertThat(numbers(thread))
                .isEqualTo(LongStream.rangeClosed(2, 802).boxed().toList());
    }

    private static List<Long> numbers(Screen.Thread thread) {
        return List.copyOf(thread.entries()).stream().map(Screen::number).toList();
    }

    @Test
    void many_streams_resume_in_one_frame_and_strangers_are_gone() {
        var lin = cast.lin();
        String hers = lin.start("mine");
        String others = cast.wang().start("not hers");
        Screen screen = lin.screen();
        ObjectNode resume = Screen.frame("resume");
        resume.putArray("streams")
                .add(stream(hers))
                .add(stream(others))
                .add(stream(Ids.next().toString()));
        screen.tell(resume);
        assertThat(screen.await("caught_up").get("conversation").asText()).isEqualTo(hers);
        assertThat(screen.await("gone").get("conversation").asText()).isEqualTo(others);
        screen.await("gone");
    }

    @Test
    void whoever_left_a_stream_hears_nothing_more_of_it() {
        var lin = cast.lin();
        String id = lin.start("one");
        Screen screen = lin.screen();
        screen.follow(id);
        screen.tell(Screen.frame("leave").put("conversation", id));
        screen.tell(Screen.frame("heartbeat"));
        assertThat(screen.await("heartbeat").get("heads")).isEmpty();
        int before = screen.frames().size();
        say(lin, id, "unheard");
        screen.tell(Screen.frame("heartbeat"));
        screen.await("heartbeat");
        assertThat(screen.frames()).hasSize(before + 1);
    }

    @Test
    void a_heartbeat_is_answered_with_the_heads() {
        var lin = cast.lin();
        String id = lin.start("one");
        Screen screen = lin.screen();
        screen.follow(id);
        JsonNode ack = screen.say(id, "two");
        screen.tell(Screen.frame("heartbeat"));
        JsonNode head = screen.await("heartbeat").at("/heads/0");
        assertThat(head.get("conversation").asText()).isEqualTo(id);
        assertThat(head.get("head").asLong()).isEqualTo(ack.get("public_seq").asLong());
    }

    @Test
    void whoever_reads_too_slowly_is_cut_and_loses_nothing() {
        var lin = cast.lin();
        String id = lin.start("one");
        long had = lin.snapshot(id).at("/view/public_seq").asLong();
        Screen slow = lin.screen();
        slow.follow(id);
        slow.stopReading();
        String long8000 = "慢".repeat(8_000);
        CompletableFuture.allOf(IntStream.range(0, 400)
                        .mapToObj(i -> later(lin, id, long8000))
                        .toArray(CompletableFuture[]::new))
                .join();
        slow.startReading();
        assertThat(slow.closeCode(30)).isIn(4008, 1006);
        var thread = lin.screen().follow(id, had);
        assertThat(thread.view().get("public_seq").asLong()).isEqualTo(had + 400);
        assertThat(thread.entries()).hasSize(400);
    }

    private void say(Cast.Customer who, String id, String words) {
        later(who, id, words).join();
    }

    private CompletableFuture<Ack> later(Cast.Customer who, String id, String words) {
        var viewer = new Viewer.Customer(CustomerId.of(who.id()), new SiteId(Ids.next()), "zh");
        return conversations.say(viewer, ConversationId.of(id), new Words(Ids.next(), words, List.of()));
    }

    private static ObjectNode stream(String id) {
        ObjectNode stream = Screen.frame("stream").put("conversation", id).put("after", 0);
        stream.remove("type");
        return stream;
    }

    private static java.util.stream.Stream<JsonNode> stream(JsonNode list) {
        return java.util.stream.StreamSupport.stream(list.spliterator(), false);
    }
}
