package dev.baton.hours;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.Cast;
import dev.baton.Screen;
import dev.baton.platform.Ids;
import dev.baton.platform.database.DatabaseForServer;
import dev.baton.platform.database.InvariantsHold;
import dev.baton.platform.database.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever comes when a group is closed, or its line full, is told so before they wait; and nobody who waits is sent away. */
@QuarkusTest
@QuarkusTestResource(DatabaseForServer.class)
@ExtendWith(InvariantsHold.class)
class ClosedAndFullTest {

    @TestHTTPResource
    URI server;

    private Cast cast;
    private Cast.Customer lin;
    private Cast.Staff amy;
    private Screen amys;
    private Cast.Staff admin;
    private String group;

    @BeforeEach
    void amy_is_on_duty() {
        cast = new Cast(server);
        lin = cast.lin();
        amy = cast.amy();
        amys = amy.screen();
        amy.onDuty();
        admin = cast.admin();
        group = Cast.Browsers.group(server, Cast.SHARED_GROUP);
    }

    @AfterEach
    void always_open_again() {
        cast.close();
        var again = new Cast(server);
        admin = again.admin();
        follow(null);
        publish("{}");
        again.close();
    }

    @Test
    void who_comes_when_it_is_closed_is_told_when_it_opens_and_is_served_first_then() {
        amy.ready();
        var opens = closedUntil(Duration.ofMinutes(20));
        String night = lin.start("anybody there?");
        JsonNode view = lin.snapshot(night).get("view");
        assertThat(view.get("parked").asBoolean()).isTrue();
        assertThat(Instant.parse(view.get("parked_until").asText())).isEqualTo(opens);
        assertThat(lin.snapshot(night).at("/entries/2/data/until").asText())
                .isEqualTo(view.get("parked_until").asText());
        lin.say(night, "it is urgent");
        TestDatabase.ofServer().forward(Duration.ofMinutes(10));
        assertThat(state(night)).isEqualTo("queued");
        amy.onDuty();
        TestDatabase.ofServer().forward(Duration.ofMinutes(11));
        amys.until("it is in the line", () -> !view(night).get("parked").asBoolean());
        String morning = cast.wang().start("good morning");
        assertThat(amy.browser()
                        .get("/conversations?view=queue")
                        .ok()
                        .get("items")
                        .findValuesAsText("id"))
                .containsSubsequence(night, morning);
        amy.ready();
        amys.until("the one of the night is served", () -> state(night).equals("awaiting_agent"));
        amys.until("and the one of the morning", () -> state(morning).equals("awaiting_agent"));
    }

    @Test
    void where_nobody_leaves_a_message_they_are_asked_to_come_again_and_a_retry_gets_what_was_answered() {
        var body = "{\"client_id\":\"%s\",\"body\":\"hello\",\"category\":\"%s\"}"
                .formatted(Ids.next(), lin.category(Cast.SHARED_GROUP));
        lin.browser().post("/widget/conversations", body).ok();
        publish("{\"queue\":{\"closed_action\":\"refuse\"}}");
        var opens = closedUntil(Duration.ofMinutes(20));
        lin.browser().post("/widget/conversations", body).ok();
        var wang = cast.wang();
        var refused = wang.browser().post("/widget/conversations", body.replace("hello", "hi"));
        refused.refused(409, "group_closed");
        assertThat(Instant.parse(refused.json().at("/params/opens_at").asText()))
                .isEqualTo(opens);
        assertThat(wang.browser().get("/widget/conversations").ok()).isEmpty();
    }

    @Test
    void who_waits_already_keeps_waiting_when_it_closes_and_may_change_the_category() {
        String id = lin.start("hello");
        closedUntil(Duration.ofMinutes(20));
        lin.say(id, "still here");
        assertThat(view(id).get("parked").asBoolean()).isFalse();
        amy.ready();
        amys.until("served", () -> state(id).equals("awaiting_agent"));
    }

    @Test
    void who_returns_when_it_is_closed_loses_no_word_and_is_told_as_well() {
        String id = lin.start("hello");
        amy.pick(id);
        amy.say(id, "done");
        amy.end(id, "other");
        amy.available("off");
        closedUntil(Duration.ofMinutes(20));
        lin.say(id, "one more thing");
        JsonNode view = lin.snapshot(id).get("view");
        assertThat(view.get("state").asText()).isEqualTo("queued");
        assertThat(view.get("parked").asBoolean()).isTrue();
        assertThat(view.has("parked_until")).isTrue();
    }

    @Test
    void a_full_line_takes_nobody_until_it_is_short_enough_again() {
        publish("{\"queue\":{\"max_length\":2,\"reopen_length\":1}}");
        String first = lin.start("1");
        String second = cast.wang().start("2");
        String third = cast.customer("en").start("3");
        assertThat(view(first).get("parked").asBoolean()).isFalse();
        assertThat(view(second).get("parked").asBoolean()).isFalse();
        assertThat(view(third).get("parked").asBoolean()).isTrue();
        assertThat(view(third).has("parked_until")).isFalse();
        amy.pick(first);
        String fourth = cast.customer("en").start("4");
        assertThat(view(fourth).get("parked").asBoolean())
                .as("one waits: not short enough yet")
                .isTrue();
        amy.pick(second);
        String fifth = cast.customer("en").start("5");
        assertThat(view(fifth).get("parked").asBoolean()).isFalse();
        publish("{\"queue\":{\"max_length\":1,\"closed_action\":\"refuse\"}}");
        cast.customer("en")
                .browser()
                .post(
                        "/widget/conversations",
                        "{\"client_id\":\"%s\",\"body\":\"6\",\"category\":\"%s\"}"
                                .formatted(Ids.next(), lin.category(Cast.SHARED_GROUP)))
                .refused(409, "queue_full");
    }

    @Test
    void a_calendar_that_makes_no_sense_is_refused_with_its_reason() {
        refused("{\"name\":\"x\",\"zone\":\"Mars/Base\",\"weekly\":{}}", "zone");
        refused("{\"name\":\"x\",\"zone\":\"UTC\",\"weekly\":{\"someday\":[]}}", "weekly");
        refused(week("{\"from\":\"9\",\"to\":\"10:00\"}"), "weekly.monday");
        refused(week("{\"from\":\"09:00\",\"to\":\"12:00\"},{\"from\":\"11:00\",\"to\":\"13:00\"}"), "weekly.monday");
        refused("""
                {"name":"x","zone":"UTC","weekly":{"monday":[{"from":"22:00","to":"06:00"}],
                 "tuesday":[{"from":"05:00","to":"09:00"}]}}""", "weekly.tuesday");
        refused("""
                {"name":"x","zone":"UTC","weekly":{},"days":[{"date":"2026-10-01","hours":[]},
                 {"date":"2026-10-01","hours":[]}]}""", "days.date");
        admin.browser()
                .post(
                        "/admin/calendars",
                        "{\"name\":\"x\",\"zone\":\"UTC\",\"weekly\":{},\"days\":[{\"date\":\"2026-02-30\",\"hours\":[]}]}")
                .refused(400, "wrong_type");
        var id = saved(
                "{\"name\":\"Nights\",\"zone\":\"Asia/Shanghai\",\"weekly\":{\"monday\":[{\"from\":\"22:00\",\"to\":\"06:00\"}]}}");
        admin.browser()
                .post("/admin/calendars", "{\"name\":\"nights\",\"zone\":\"UTC\",\"weekly\":{}}")
                .refused(422, "invalid");
        follow(id);
        admin.browser().delete("/admin/calendars/" + id).refused(409, "calendar_in_use");
        follow(null);
        assertThat(admin.browser().delete("/admin/calendars/" + id).status()).isEqualTo(204);
    }

    private void refused(String calendar, String field) {
        var answer = admin.browser().post("/admin/calendars", calendar);
        answer.refused(422, "invalid");
        assertThat(answer.json().at("/params/field").asText()).isEqualTo(field);
    }

    private static String week(String hours) {
        return "{\"name\":\"x\",\"zone\":\"UTC\",\"weekly\":{\"monday\":[%s]}}".formatted(hours);
    }

    // --- the clock

    /** The shared group opens in so long, for some hours, and is closed until then. It is about noon there. */
    private Instant closedUntil(Duration in) {
        var now = TestDatabase.ofServer()
                .jdbi()
                .withHandle(handle -> handle.createQuery("SELECT baton_now()")
                        .mapTo(Instant.class)
                        .one());
        int west = ZonedDateTime.ofInstant(now, ZoneId.of("UTC")).getHour() - 12;
        var zone = ZoneId.of("Etc/GMT" + (west < 0 ? "" + west : "+" + west));
        var opens = ZonedDateTime.ofInstant(now.plus(in), zone).truncatedTo(ChronoUnit.MINUTES);
        var time = DateTimeFormatter.ofPattern("HH:mm");
        follow(saved("""
                {"name":"%s","zone":"%s","weekly":{},"days":[{"date":"%s","hours":[{"from":"%s","to":"23:00"}],"name":"Late start"}]}""".formatted(Ids.next(), zone, opens.toLocalDate(), opens.format(time))));
        return opens.toInstant();
    }

    private String saved(String calendar) {
        return admin.browser().post("/admin/calendars", calendar).ok().get("id").asText();
    }

    private void follow(String calendar) {
        var given = calendar == null ? "null" : "\"" + calendar + "\"";
        admin.browser()
                .put(
                        "/admin/groups/" + group,
                        "{\"names\":{\"zh\":\"技术支持\",\"en\":\"Technical support\"},\"calendar\":%s}".formatted(given))
                .ok();
    }

    private void publish(String policy) {
        admin.browser().put("/admin/policies/" + group, policy).ok();
    }

    private String state(String id) {
        return view(id).get("state").asText();
    }

    private JsonNode view(String id) {
        return cast.chen().snapshot(id).get("view");
    }
}
