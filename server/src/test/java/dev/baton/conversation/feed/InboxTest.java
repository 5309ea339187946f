package dev.baton.conversation.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.Cast;
import dev.baton.Screen;
import dev.baton.platform.Ids;
import dev.baton.platform.Json;
import dev.baton.platform.database.DatabaseForServer;
import dev.baton.platform.database.InvariantsHold;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who is told what: lists that are always right, places in line, colleagues, typing - and what nobody is told. */
@QuarkusTest
@QuarkusTestResource(DatabaseForServer.class)
@ExtendWith(InvariantsHold.class)
class InboxTest {

    @TestHTTPResource
    URI server;

    private Cast cast;
    private Cast.Customer lin;
    private Cast.Staff amy;
    private Cast.Staff bo;

    @BeforeEach
    void everybody_comes() {
        cast = new Cast(server);
        lin = cast.lin();
        amy = cast.amy().onDuty();
        bo = cast.bo().onDuty();
    }

    @AfterEach
    void everybody_goes() {
        cast.close();
    }

    // --- lists

    @Test
    void a_waiting_conversation_comes_into_the_lists_of_its_group_and_leaves_them_when_somebody_picks_it() {
        Screen amys = amy.screen();
        Screen bos = bo.screen();
        String id = lin.start("hello");
        item(amys, id);
        item(bos, id);
        amy.pick(id);
        assertThat(item(amys, id).get("agent").asText()).isEqualTo(amy.id());
        bos.await("inbox_gone", id);
    }

    @Test
    void a_new_screen_starts_with_mine_and_what_waits() {
        String mine = lin.start("mine");
        amy.pick(mine);
        String waiting = cast.wang().start("waiting");
        JsonNode items = amy.screen().await("inbox").get("items");
        assertThat(items.findValuesAsText("id")).contains(mine, waiting);
        assertThat(bo.screen().await("inbox").get("items").findValuesAsText("id"))
                .contains(waiting)
                .doesNotContain(mine);
    }

    @Test
    void a_conversation_that_is_transferred_away_leaves_the_list_and_the_screen() {
        String id = lin.start("wrong door");
        amy.pick(id);
        Screen amys = amy.screen();
        amys.follow(id);
        amy.transferToGroup(id, Cast.BOS_OTHER_GROUP);
        amys.await("gone", id);
        amys.await("inbox_gone", id);
        amy.browser().get(Cast.Staff.path(id)).refused(404, "not_found");
        assertThat(bo.screen().await("inbox").get("items").findValuesAsText("id"))
                .contains(id);
    }

    @Test
    void only_supervisors_watch_everything() {
        String id = lin.start("hello");
        amy.pick(id);
        Screen chens = cast.chen().screen();
        assertThat(chens.await("inbox").get("items").findValuesAsText("id")).doesNotContain(id);
        chens.tell(Screen.frame("watch").put("all", true));
        assertThat(chens.await("inbox").get("items").findValuesAsText("id")).contains(id);
        lin.say(id, "again");
        item(chens, id);
        Screen bos = bo.screen();
        bos.await("inbox");
        bos.tell(Screen.frame("watch").put("all", true));
        assertThat(bos.await("inbox").get("items").findValuesAsText("id")).doesNotContain(id);
    }

    @Test
    void what_is_unread_shows_in_the_list_and_goes_when_it_is_read() {
        String id = lin.start("hello");
        amy.pick(id);
        Screen list = amy.screen();
        Screen open = amy.screen();
        open.follow(id);
        lin.say(id, "unread");
        assertThat(item(list, id).get("unread").asBoolean()).isTrue();
        long head = lin.snapshot(id).at("/view/public_seq").asLong();
        open.tell(Screen.frame("cursor")
                .put("conversation", id)
                .put("delivered", head)
                .put("read", head));
        assertThat(list.await(
                                "read",
                                frame -> frame.path("type").asText().equals("inbox_item")
                                        && !frame.at("/view/unread").asBoolean())
                        .at("/view/id")
                        .asText())
                .isEqualTo(id);
    }

    private static JsonNode item(Screen screen, String id) {
        return screen.await(
                        "item " + id,
                        frame -> frame.path("type").asText().equals("inbox_item")
                                && frame.at("/view/id").asText().equals(id))
                .get("view");
    }

    // --- places in line

    @Test
    void everybody_in_line_is_told_when_they_move_up() {
        var first = cast.wang();
        String firsts = first.start("first");
        String id = lin.start("second");
        Screen screen = lin.screen();
        screen.follow(id);
        screen.until(
                "second place", () -> screen.thread(id).view().path("position").asInt() == 2);
        long start = System.nanoTime();
        first.leave(firsts);
        screen.until(
                "first place", () -> screen.thread(id).view().path("position").asInt() == 1);
        assertThat((System.nanoTime() - start) / 1e9).isLessThan(2.5);
    }

    // --- colleagues

    @Test
    void colleagues_are_told_of_load_availability_and_presence() {
        Screen bos = bo.screen();
        Screen amys = amy.screen();
        team(bos, amy, change -> change.get("connected").asBoolean());
        String id = lin.start("hello");
        amy.pick(id);
        team(bos, amy, change -> change.get("load").asInt() == 1);
        amy.available("on_break");
        team(bos, amy, change -> change.get("availability").asText().equals("on_break"));
        amys.cut();
        team(bos, amy, change -> !change.get("connected").asBoolean());
    }

    private static void team(Screen screen, Cast.Staff who, java.util.function.Predicate<JsonNode> fits) {
        screen.await(
                "team",
                frame -> frame.path("type").asText().equals("team")
                        && frame.get("agent").asText().equals(who.id())
                        && fits.test(frame));
    }

    @Test
    void a_changed_catalogue_is_told_to_staff() {
        Screen screen = amy.screen();
        cast.admin()
                .browser()
                .post("/admin/groups", "{\"names\":{\"en\":\"" + Ids.next() + "\"}}")
                .ok();
        screen.await("catalogue_changed");
    }

    // --- typing

    @Test
    void both_sides_see_each_other_typing_but_not_what() {
        String id = lin.start("hello");
        amy.pick(id);
        Screen lins = lin.screen();
        Screen amys = amy.screen();
        lins.follow(id);
        amys.follow(id);
        lins.tell(Screen.frame("typing")
                .put("conversation", id)
                .put("active", true)
                .put("text", "secret"));
        JsonNode atAmys = amys.await("typing", id);
        assertThat(atAmys.at("/by/kind").asText()).isEqualTo("customer");
        assertThat(atAmys.has("text")).isFalse();
        amys.tell(Screen.frame("typing").put("conversation", id).put("active", true));
        assertThat(lins.await("typing", id).at("/by/name").asText()).isEqualTo("Amy");
    }

    // --- isolation

    @Test
    void a_customer_learns_nothing_of_what_staff_do_among_themselves() {
        String id = lin.start("hello");
        amy.pick(id);
        Screen lins = lin.screen();
        lins.follow(id);
        lins.await("caught_up");
        int before = lins.frames().size();
        amy.note(id, "a note");
        cast.chen().give(id, "priority", json().put("priority", 5));
        JsonNode ack = lin.say(id, "and on");
        lins.await("update", id);
        assertThat(lins.frames()).hasSize(before + 1);
        assertThat(ack.has("seq")).isFalse();
        assertThat(lins.thread(id).entries())
                .allMatch(entry ->
                        !entry.has("seq") && !entry.get("kind").asText().equals("note"));
        assertThat(lin.snapshot(id).toString()).doesNotContain("\"seq\"").doesNotContain("a note");
    }

    @Test
    void to_a_stranger_a_conversation_is_not_there_whatever_they_try() {
        String id = lin.start("mine");
        Cast.Customer wang = cast.wang();
        Cast.Staff di = cast.di();
        for (String path : List.of("", "/entries")) {
            wang.browser().get(Cast.Customer.path(id) + path).refused(404, "not_found");
            di.browser().get(Cast.Staff.path(id) + path).refused(404, "not_found");
        }
        String words =
                json().put("client_id", Ids.next().toString()).put("body", "hi").toString();
        wang.browser().post(Cast.Customer.path(id) + "/messages", words).refused(404, "not_found");
        di.browser().post(Cast.Staff.path(id) + "/messages", words).refused(404, "not_found");
        di.browser().post(Cast.Staff.path(id) + "/notes", words).refused(404, "not_found");
        for (String command : List.of("resolve", "end", "leave")) {
            wang.browser().post(Cast.Customer.path(id) + "/" + command).refused(404, "not_found");
        }
        for (String command : List.of("pick", "withdraw")) {
            di.browser().post(Cast.Staff.path(id) + "/" + command).refused(404, "not_found");
        }
        di.browser()
                .post(
                        Cast.Staff.path(id) + "/end",
                        json().put("reason", "nonsense").toString())
                .refused(404, "not_found");
        assertThat(di.browser().get("/conversations?view=all").ok().get("items").findValuesAsText("id"))
                .doesNotContain(id);
        di.browser().get("/customers/" + lin.id()).refused(404, "not_found");
        assertThat(di.screen().await("inbox").get("items").findValuesAsText("id"))
                .doesNotContain(id);
        // And to those who may see it, it is.
        assertThat(amy.browser()
                        .get("/customers/" + lin.id())
                        .ok()
                        .at("/conversations/0/id")
                        .asText())
                .isEqualTo(id);
        assertThat(lin.snapshot(id).get("entries")).hasSize(2);
    }

    @Test
    void a_customers_other_screen_hears_of_a_conversation_that_began_elsewhere() {
        Screen other = lin.screen();
        String id = lin.start("from the phone");
        other.await("update", id);
        other.until("both entries", () -> other.thread(id).entries().size() == 2);
        assertThat(Screen.number(other.thread(id).entries().getFirst())).isEqualTo(1);
    }

    @Test
    void an_agent_who_loses_a_group_loses_its_conversations_at_once() {
        String id = lin.start("hello");
        Screen bos = bo.screen();
        bos.follow(id);
        JsonNode account = account(bo);
        ObjectNode without = account.deepCopy();
        without.putArray("groups").add(Cast.Browsers.group(server, Cast.BOS_OTHER_GROUP));
        try {
            change(without);
            bos.await("gone", id);
            bo.browser().get(Cast.Staff.path(id)).refused(404, "not_found");
        } finally {
            change((ObjectNode) account);
        }
    }

    private JsonNode account(Cast.Staff who) {
        for (JsonNode each : cast.admin().browser().get("/admin/accounts").ok().get("items")) {
            if (each.get("id").asText().equals(who.id())) {
                return each;
            }
        }
        throw new AssertionError("no account");
    }

    private void change(ObjectNode account) {
        ObjectNode body = json();
        for (String field : List.of("name", "email", "role", "advisor", "enabled", "capacity", "groups")) {
            body.set(field, account.get(field));
        }
        cast.admin()
                .browser()
                .put("/admin/accounts/" + account.get("id").asText(), body.toString())
                .ok();
    }

    private static ObjectNode json() {
        return Json.MAPPER.createObjectNode();
    }
}
