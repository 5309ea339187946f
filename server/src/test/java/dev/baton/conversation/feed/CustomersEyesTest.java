package dev.baton.conversation.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.Cast;
import dev.baton.Screen;
import dev.baton.conversation.view.CustomerView;
import dev.baton.conversation.view.StaffView;
import dev.baton.platform.Json;
import dev.baton.platform.database.DatabaseForServer;
import dev.baton.platform.database.InvariantsHold;
import dev.baton.platform.database.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** I2: every byte that a customer is sent, looked through for what only staff may know. */
@QuarkusTest
@QuarkusTestResource(DatabaseForServer.class)
@ExtendWith(InvariantsHold.class)
class CustomersEyesTest {

    private static final String SECRET = "只给同事看的话";

    /** Parts of entries that are for colleagues. */
    private static final Set<String> STAFFS_DATA = Set.of("reason", "note", "why", "excluded", "by", "by_clock", "seq");

    @TestHTTPResource
    URI server;

    private Cast cast;
    private Cast.Customer lin;
    private Cast.Staff amy;
    private Cast.Staff bo;
    private Cast.Staff chen;
    private Screen lins;
    private String id;

    @BeforeEach
    void lin_talks_to_amy() {
        cast = new Cast(server);
        lin = cast.lin();
        amy = cast.amy().onDuty();
        bo = cast.bo().onDuty();
        chen = cast.chen();
        lins = lin.screen();
        id = lin.start("帮帮我");
        lins.follow(id);
    }

    @AfterEach
    void everybody_goes() {
        cast.close();
    }

    @Test
    void i2_nothing_of_the_staffs_side_reaches_the_customer_by_any_way() {
        everythingThatStaffKeepToThemselves();
        String all = Stream.of(
                        "/widget/conversations",
                        "/widget/conversations?limit=50",
                        Cast.Customer.path(id),
                        Cast.Customer.path(id) + "/entries?after=0",
                        Cast.Customer.path(id) + "/entries?before=1000")
                .map(path -> lin.browser().get(path).ok().toString())
                .collect(Collectors.joining("\n"));
        String frames = lins.frames().stream().map(JsonNode::toString).collect(Collectors.joining("\n"));
        for (String seen : List.of(all, frames)) {
            assertThat(seen).contains("请稍等");
            assertThat(seen)
                    .doesNotContain(SECRET)
                    .doesNotContain("@baton.example")
                    .doesNotContain("needs_expert")
                    .doesNotContain("spam")
                    .doesNotContain("slack");
        }
    }

    @Test
    void i2_no_field_of_the_staffs_view_and_no_staff_only_entry_is_sent() {
        everythingThatStaffKeepToThemselves();
        Set<String> staffsAlone = new TreeSet<>(fields(StaffView.class));
        staffsAlone.removeAll(fields(CustomerView.class));
        assertThat(staffsAlone).contains("priority", "alarms", "silent", "customer");
        var snapshot = lin.snapshot(id);
        assertThat(names(snapshot.get("view"))).doesNotContainAnyElementsOf(staffsAlone);
        for (JsonNode frame : lins.frames()) {
            assertThat(names(frame.path("view"))).doesNotContainAnyElementsOf(staffsAlone);
            frame.path("entries").forEach(CustomersEyesTest::assertPublic);
        }
        snapshot.get("entries").forEach(CustomersEyesTest::assertPublic);
        assertThat(snapshot.get("entries").findValuesAsText("kind"))
                .doesNotContain("note", "nudged", "reply_alarmed", "priority_changed");
    }

    @Test
    void i2_public_numbers_have_no_gaps_where_staff_spoke_among_themselves() {
        everythingThatStaffKeepToThemselves();
        var numbers = lin.snapshot(id).get("entries").findValuesAsText("public_seq").stream()
                .map(Long::valueOf)
                .toList();
        for (int i = 1; i < numbers.size(); i++) {
            assertThat(numbers.get(i)).isEqualTo(numbers.get(i - 1) + 1);
        }
    }

    private void everythingThatStaffKeepToThemselves() {
        // Who has no screen at all would be taken for absent, and the conversation be back in the line.
        amy.screen();
        amy.pick(id);
        amy.say(id, "请稍等");
        amy.note(id, SECRET);
        chen.give(id, "priority", json().put("priority", 3));
        lin.say(id, "在吗");
        TestDatabase.ofServer().forward(Duration.ofSeconds(200));
        Screen chens = chen.screen();
        chens.follow(id);
        chens.until("an alarm", () -> chens.thread(id).view().get("alarms").asInt() >= 1);
        chen.give(
                id,
                "transfer",
                json().put("agent", bo.id())
                        .put("reason", "needs_expert")
                        .put("override", true)
                        .put("note", SECRET));
        bo.note(id, SECRET);
        bo.end(id, "spam");
        lins.until("the end", () -> lins.thread(id).view().get("state").asText().equals("ended"));
    }

    private static void assertPublic(JsonNode entry) {
        assertThat(names(entry)).doesNotContain("seq");
        assertThat(entry.get("public_seq").asLong()).isPositive();
        boolean ended = entry.get("kind").asText().equals("ended");
        for (String name : names(entry.path("data"))) {
            // Of an end the customer is told a reason of their own: see EntryRendering.
            if (!ended) {
                assertThat(STAFFS_DATA).as(entry.toString()).doesNotContain(name);
            }
        }
    }

    private static Set<String> fields(Class<? extends Record> view) {
        return Arrays.stream(view.getRecordComponents())
                .map(RecordComponent::getName)
                .map(name -> name.replaceAll("([A-Z])", "_$1").toLowerCase(java.util.Locale.ROOT))
                .collect(Collectors.toSet());
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new java.util.ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static ObjectNode json() {
        return Json.MAPPER.createObjectNode();
    }
}
