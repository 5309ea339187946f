package dev.baton.conversation.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.Cast;
import dev.baton.Screen;
import dev.baton.platform.Json;
import dev.baton.platform.database.DatabaseForServer;
import dev.baton.platform.database.InvariantsHold;
import dev.baton.platform.database.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Old snapshot plus events is the fresh snapshot: whatever is done to a conversation, every screen that follows it shows,
 * without a reload, exactly what a reload would show.
 */
@QuarkusTest
@QuarkusTestResource(DatabaseForServer.class)
@ExtendWith(InvariantsHold.class)
class SnapshotAndEventsTest {

    @TestHTTPResource
    URI server;

    private Cast cast;
    private Cast.Customer lin;
    private Cast.Staff amy;
    private Cast.Staff bo;
    private Cast.Staff chen;
    private Screen lins;
    private Screen amys;
    private Screen chens;
    private String id;

    @BeforeEach
    void everybody_looks_at_lins_conversation() {
        cast = new Cast(server);
        lin = cast.lin();
        amy = cast.amy().onDuty();
        bo = cast.bo().onDuty();
        chen = cast.chen();
        lins = lin.screen();
        amys = amy.screen();
        chens = chen.screen();
        id = lin.start("帮帮我");
        lins.follow(id);
        amys.follow(id);
        chens.follow(id);
    }

    @AfterEach
    void everybody_goes() {
        cast.close();
    }

    @Test
    void after_the_start() {
        assertScreensShowTheTruth();
        lins.until("a place in line", () -> lins.thread(id).view().has("position"));
    }

    @Test
    void after_words_of_both_sides_and_notes() {
        amy.pick(id);
        assertScreensShowTheTruth();
        lin.say(id, "在吗");
        assertScreensShowTheTruth();
        amy.note(id, "VIP");
        assertScreensShowTheTruth();
        amy.say(id, "在的");
        assertScreensShowTheTruth();
        assertThat(lins.thread(id).entries())
                .noneMatch(entry -> entry.get("kind").asText().equals("note"));
    }

    @Test
    void after_category_and_priority_change_in_the_queue() {
        chen.give(id, "priority", json().put("priority", 3));
        assertScreensShowTheTruth();
        String other = Cast.Browsers.categories(server, Cast.SHARED_GROUP).getLast();
        lin.browser()
                .post(
                        Cast.Customer.path(id) + "/category",
                        json().put("category", other).toString())
                .ok();
        assertScreensShowTheTruth();
    }

    @Test
    void after_leaving_the_queue() {
        lin.leave(id);
        assertScreensShowTheTruth();
    }

    @Test
    void after_a_supervisor_assigns() {
        chen.give(id, "assign", json().put("agent", amy.id()).put("override", true));
        assertScreensShowTheTruth();
    }

    @Test
    void after_transfers() {
        amy.pick(id);
        chen.give(
                id,
                "transfer",
                json().put("agent", bo.id())
                        .put("reason", "needs_expert")
                        .put("override", true)
                        .put("note", "请帮忙"));
        assertScreensShowTheTruth();
        bo.transferToGroup(id, Cast.BOS_OTHER_GROUP);
        amys.await("gone", id);
        assertScreensShowTheTruth(false);
    }

    @Test
    void after_asking_to_end_withdrawing_and_every_answer() {
        amy.pick(id);
        amy.say(id, "好了");
        amy.askToEnd(id);
        assertScreensShowTheTruth();
        amy.give(id, "withdraw", json());
        assertScreensShowTheTruth();
        amy.give(id, "ask-to-end", json().put("summary", "密码已重置"));
        assertScreensShowTheTruth();
        lin.unresolve(id);
        assertScreensShowTheTruth();
        amy.say(id, "现在呢");
        amy.askToEnd(id);
        lin.resolve(id);
        assertScreensShowTheTruth();
        lin.rate(id, 5);
        assertScreensShowTheTruth();
        lin.say(id, "又坏了");
        assertScreensShowTheTruth();
    }

    @Test
    void after_ends_without_asking() {
        amy.pick(id);
        amy.end(id, "spam");
        assertScreensShowTheTruth();
        assertThat(lins.thread(id).view().get("end_reason").asText()).isEqualTo("agent_ended");
        assertThat(amys.thread(id).view().get("end_reason").asText()).isEqualTo("spam");
    }

    @Test
    void after_the_customer_ends() {
        amy.pick(id);
        lin.end(id);
        assertScreensShowTheTruth();
    }

    @Test
    void after_every_clock_of_silence() {
        amy.pick(id);
        TestDatabase.ofServer().forward(Duration.ofSeconds(200));
        amys.until("alarm", () -> amys.thread(id).view().get("alarms").asInt() >= 1);
        assertScreensShowTheTruth();
        amy.say(id, "稍等");
        TestDatabase.ofServer().forward(Duration.ofSeconds(301));
        amys.until("silent", () -> amys.thread(id).view().get("silent").asBoolean());
        assertScreensShowTheTruth();
        TestDatabase.ofServer().forward(Duration.ofSeconds(700));
        lins.await("a reminder", frame -> frame.at("/entries/0/kind").asText().equals("reminded"));
        assertScreensShowTheTruth();
        TestDatabase.ofServer().forward(Duration.ofSeconds(3_700));
        amys.until(
                "second reminder",
                () -> amys.thread(id).view().get("reminders_sent").asInt() == 2);
        assertScreensShowTheTruth();
        TestDatabase.ofServer().forward(Duration.ofHours(24));
        lins.until("the end", () -> lins.thread(id).view().get("state").asText().equals("system_ended"));
        // A day is longer than a session may be idle.
        amy = cast.amy();
        chen = cast.chen();
        assertScreensShowTheTruth();
    }

    @Test
    void after_reading() {
        amy.pick(id);
        amy.say(id, "您好");
        lins.until("the words", () -> lins.thread(id).entries().size() >= 4);
        lins.tell(Screen.frame("cursor")
                .put("conversation", id)
                .put("delivered", 4)
                .put("read", 4));
        amys.tell(Screen.frame("cursor")
                .put("conversation", id)
                .put("delivered", 4)
                .put("read", 4));
        for (Screen screen : List.of(lins, amys, chens)) {
            screen.until(
                    "both cursors",
                    () -> screen.thread(id).view().at("/cursors/customer/read").asLong() == 4
                            && screen.thread(id)
                                            .view()
                                            .at("/cursors/staff/read")
                                            .asLong()
                                    == 4);
        }
        assertThat(lins.thread(id).view().get("unread").asBoolean()).isFalse();
        assertScreensShowTheTruth();
    }

    private void assertScreensShowTheTruth() {
        assertScreensShowTheTruth(true);
    }

    private void assertScreensShowTheTruth(boolean amyMaySee) {
        TruthOnScreens.shows(
                lins, id, () -> lin.browser().get(Cast.Customer.path(id)).ok());
        TruthOnScreens.shows(chens, id, () -> chen.snapshot(id));
        if (amyMaySee) {
            TruthOnScreens.shows(amys, id, () -> amy.snapshot(id));
        }
    }

    private static ObjectNode json() {
        return Json.MAPPER.createObjectNode();
    }
}
