package dev.baton.roster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.Cast;
import dev.baton.identity.Browser;
import dev.baton.platform.Json;
import dev.baton.platform.database.DatabaseForServer;
import dev.baton.platform.database.InvariantsHold;
import dev.baton.platform.database.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Chen plans for Amy and Bo, they swap, and the router gives nothing new before the end of a shift. */
@QuarkusTest
@QuarkusTestResource(DatabaseForServer.class)
@ExtendWith(InvariantsHold.class)
class RosterOverHttpTest {

    @TestHTTPResource
    URI server;

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private Cast cast;
    private Cast.Staff amy;
    private Cast.Staff bo;
    private Browser chen;

    @BeforeEach
    void nothing_is_planned() {
        clear();
        cast = new Cast(server);
        amy = cast.amy();
        bo = cast.bo();
        chen = cast.chen().browser();
    }

    @AfterEach
    void everybody_goes_and_nothing_is_planned() {
        cast.close();
        clear();
    }

    private static void clear() {
        TestDatabase.ofServer().jdbi().useHandle(handle -> {
            handle.execute("DELETE FROM shifts");
            handle.execute("DELETE FROM shift_patterns");
            handle.execute("UPDATE agents SET shift_ends_at = NULL");
        });
    }

    @Test
    void a_shift_is_made_moved_given_to_somebody_else_and_deleted() {
        String id = chen.post("/roster/shifts", shift(amy, 1, 9)).ok().get("id").asText();
        assertThat(planned()).containsExactly(amy.id() + " 1-9");
        chen.put("/roster/shifts/" + id, shift(amy, 2, 10)).ok();
        assertThat(planned()).containsExactly(amy.id() + " 2-10");
        chen.put("/roster/shifts/" + id, shift(bo, 2, 10)).ok();
        assertThat(planned()).containsExactly(bo.id() + " 2-10");
        chen.delete("/roster/shifts/" + id);
        assertThat(planned()).isEmpty();
        chen.delete("/roster/shifts/" + id).refused(404, "not_found");
    }

    @Test
    void nobody_works_twice_at_a_time() {
        chen.post("/roster/shifts", shift(amy, 1, 9)).ok();
        JsonNode params = chen.post("/roster/shifts", shift(amy, 8, 12))
                .refused(409, "shift_overlaps")
                .get("params");
        assertThat(params.get("agent").asText()).isEqualTo(amy.id());
        assertThat(Instant.parse(params.get("starts_at").asText())).isEqualTo(at(1));
        chen.post("/roster/shifts", shift(bo, 8, 12)).ok();
        chen.post("/roster/shifts", shift(amy, 9, 12)).ok();
        chen.post("/roster/shifts", written(amy, "absence", 0, 12)).ok();
    }

    @Test
    void of_many_who_plan_at_once_for_one_person_nobody_makes_two_places_of_one() {
        for (int round = 0; round < 5; round++) {
            var answers = IntStream.range(0, 12)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> chen.post("/roster/shifts", shift(amy, 24 + i, 30 + i))))
                    .toList();
            var statuses =
                    answers.stream().map(answer -> answer.join().status()).collect(Collectors.toSet());
            assertThat(statuses).isSubsetOf(201, 409).contains(201);
            List<String> left = planned();
            assertThat(left).hasSizeBetween(1, 3);
            clear();
        }
    }

    @Test
    void what_ends_before_it_begins_or_never_is_no_shift() {
        chen.post("/roster/shifts", shift(amy, 9, 1)).invalid("ends_at", "inverted");
        chen.post("/roster/shifts", shift(amy, 1, 1)).invalid("ends_at", "inverted");
        chen.post("/roster/shifts", shift(amy, 1, 26)).invalid("ends_at", "too_long");
        chen.post("/roster/shifts", "{}").invalid("agent", "required");
        String unknown = shift(amy, 1, 2).replace(amy.id(), "0190a6b2-0000-7000-8000-000000000001");
        chen.post("/roster/shifts", unknown).invalid("agent", "unknown");
        chen.get("/roster?from=2026-01-02T00:00:00Z&until=2026-01-01T00:00:00Z").invalid("until", "inverted");
        chen.get("/roster?from=now&until=then").invalid("from", "malformed");
    }

    @Test
    void a_pattern_makes_shifts_ahead_and_what_is_deleted_of_it_stays_deleted() {
        String id = chen.post("/roster/patterns", pattern("03:00", "04:00"))
                .ok()
                .get("id")
                .asText();
        List<String> made = planned();
        assertThat(made).hasSizeBetween(5, 7);
        chen.post("/roster/patterns", pattern("03:30", "05:00")).refused(409, "patterns_overlap");
        chen.post("/roster/patterns", pattern("03:00", "03:00")).invalid("until", "inverted");
        chen.post("/roster/patterns", pattern("09:00", "10:00").replace("Asia/Shanghai", "Middle/Earth"))
                .invalid("zone", "unknown");
        String first = week().at("/shifts/0/id").asText();
        chen.delete("/roster/shifts/" + first);
        forward(Duration.ofDays(1));
        chen = cast.chen().browser();
        assertThat(planned()).doesNotContain(made.getFirst());
        chen.put("/roster/patterns/" + id, pattern("05:00", "06:00")).ok();
        assertThat(planned()).doesNotContainAnyElementsOf(made.subList(2, made.size()));
        chen.delete("/roster/patterns/" + id);
        assertThat(week().get("patterns")).isEmpty();
    }

    @Test
    void days_that_come_into_sight_get_their_shifts() {
        chen.post("/roster/patterns", pattern("03:00", "04:00")).ok();
        int before = count();
        forward(Duration.ofDays(7));
        eventually(() -> count() == before + 7);
    }

    @Test
    void the_end_of_the_current_shift_is_what_assignment_reads() {
        assertThat(endsAt(amy)).isNull();
        chen.post("/roster/shifts", shift(amy, -1, 2)).ok();
        eventually(() -> at(2).equals(endsAt(amy)));
        chen.post("/roster/shifts", written(amy, "absence", 1, 2)).ok();
        eventually(() -> at(1).equals(endsAt(amy)));
        assertThat(endsAt(bo)).isNull();
        forward(Duration.ofHours(3));
        eventually(() -> at(1).equals(endsAt(amy)));
        chen.post("/roster/shifts", shift(amy, 2, 5)).ok();
        eventually(() -> at(5).equals(endsAt(amy)));
    }

    @Test
    void who_goes_home_soon_is_given_nothing_new_and_why_says_so() {
        amy.screen();
        amy.ready();
        chen.post("/roster/shifts", shift(amy, -1, 1)).ok();
        eventually(() -> at(1).equals(endsAt(amy)));
        forward(Duration.ofMinutes(46));
        String waiting = cast.lin().start("hello");
        JsonNode why = chen.get("/conversations/" + waiting + "/why").ok();
        assertThat(why.toString()).contains("stops_at");
        assertThat(amy.snapshot(waiting).at("/view/state").asText()).isEqualTo("queued");
        chen.post("/roster/shifts", shift(amy, 1, 4)).ok();
        eventually(() -> amy.snapshot(waiting).at("/view/state").asText().equals("awaiting_agent"));
    }

    @Test
    void a_swap_is_asked_agreed_and_approved() {
        String amys =
                chen.post("/roster/shifts", shift(amy, 24, 32)).ok().get("id").asText();
        String bos =
                chen.post("/roster/shifts", shift(bo, 30, 38)).ok().get("id").asText();
        String swap = ask(amy, amys, bo, bos).ok().get("id").asText();
        ask(amy, amys, bo, null).refused(409, "shift_offered");
        answer(amy.browser(), swap, "agree").refused(403, "forbidden");
        answer(chen, swap, "approve").refused(409, "swap_closed");
        answer(bo.browser(), swap, "agree").ok();
        answer(bo.browser(), swap, "approve").refused(403, "forbidden");
        answer(cast.di().browser(), swap, "agree").refused(404, "not_found");
        assertThat(answer(chen, swap, "approve").ok().get("state").asText()).isEqualTo("approved");
        assertThat(planned()).containsExactlyInAnyOrder(bo.id() + " 24-32", amy.id() + " 30-38");
        answer(chen, swap, "refuse").refused(409, "swap_closed");
    }

    @Test
    void a_swap_that_would_put_somebody_in_two_places_is_not_made() {
        String amys =
                chen.post("/roster/shifts", shift(amy, 24, 32)).ok().get("id").asText();
        chen.post("/roster/shifts", shift(bo, 30, 38)).ok();
        String swap = ask(amy, amys, bo, null).ok().get("id").asText();
        answer(bo.browser(), swap, "agree").ok();
        answer(chen, swap, "approve").refused(409, "shift_overlaps");
        assertThat(answer(amy.browser(), swap, "withdraw").ok().get("state").asText())
                .isEqualTo("withdrawn");
        assertThat(planned()).contains(amy.id() + " 24-32");
    }

    @Test
    void a_shift_that_has_begun_is_nobody_elses() {
        String amys =
                chen.post("/roster/shifts", shift(amy, -1, 2)).ok().get("id").asText();
        ask(amy, amys, bo, null).refused(409, "shift_begun");
        ask(bo, amys, amy, null).refused(404, "not_found");
    }

    @Test
    void everybody_sees_their_own_shifts_and_when_colleagues_of_their_groups_work() {
        chen.post("/roster/shifts", shift(amy, -1, 2)).ok();
        chen.post("/roster/shifts", shift(bo, 24, 32)).ok();
        chen.post("/roster/shifts", written(bo, "absence", 48, 72)).ok();
        JsonNode own = amy.browser().get("/me/shifts").ok();
        assertThat(own.get("shifts")).hasSize(1);
        assertThat(own.get("colleagues")).hasSize(1);
        amy.browser().get("/roster?from=%s&until=%s".formatted(at(0), at(1))).refused(403, "forbidden");
    }

    @Test
    void a_file_is_taken_whole_or_not_at_all() {
        String good = "amy@baton.example,work,%s,%s,early\n".formatted(at(24), at(30));
        String header = "agent,kind,starts_at,ends_at,note\n";
        JsonNode params = file("csv", header + good + good.replace("amy@", "nobody@"))
                .refused(422, "roster_line")
                .get("params");
        assertThat(params.get("line").asInt()).isEqualTo(3);
        assertThat(params.get("rule").asText()).isEqualTo("agent");
        String crossing = "amy@baton.example,work,%s,%s,\n".formatted(at(29), at(33));
        file("csv", header + good + crossing).refused(422, "roster_line");
        assertThat(planned()).isEmpty();
        assertThat(file("csv", header + good).ok().get("added").asInt()).isEqualTo(1);
        assertThat(file("csv", header + good).ok().get("added").asInt()).isZero();
        assertThat(planned()).containsExactly(amy.id() + " 24-30");
    }

    @Test
    void what_is_exported_can_be_imported_again() {
        chen.post("/roster/shifts", shift(amy, 24, 32)).ok();
        chen.post("/roster/shifts", written(bo, "absence", 24, 48)).ok();
        for (String format : List.of("csv", "icalendar")) {
            String text = chen.get("/roster/export?zone=Asia/Shanghai&format=%s&from=%s&until=%s"
                            .formatted(format, at(0), at(100)))
                    .ok()
                    .get("text")
                    .asText();
            List<String> before = planned();
            TestDatabase.ofServer().jdbi().useHandle(handle -> handle.execute("DELETE FROM shifts"));
            assertThat(file(format, text).ok().get("added").asInt()).isEqualTo(2);
            assertThat(planned()).isEqualTo(before);
        }
    }

    // --- how it is asked here

    private Browser.Answer file(String format, String text) {
        ObjectNode body = Json.MAPPER.createObjectNode();
        body.put("format", format).put("text", text).put("zone", "Asia/Shanghai");
        return chen.post("/roster/import", body.toString());
    }

    private static Browser.Answer ask(Cast.Staff who, String shift, Cast.Staff colleague, String inReturn) {
        ObjectNode body = Json.MAPPER.createObjectNode();
        body.put("shift", shift).put("to_agent", colleague.id()).put("in_return", inReturn);
        return who.browser().post("/me/swaps", body.toString());
    }

    private static Browser.Answer answer(Browser who, String swap, String answer) {
        return who.put("/me/swaps/" + swap, "{\"answer\":\"" + answer + "\"}");
    }

    private String pattern(String from, String until) {
        return """
                {"agent":"%s","weekdays":["monday","tuesday","wednesday","thursday","friday","saturday","sunday"],"from":"%s","until":"%s","zone":"Asia/Shanghai","valid_from":"2026-01-01"}""".formatted(amy.id(), from, until);
    }

    private String shift(Cast.Staff who, int from, int until) {
        return written(who, "work", from, until);
    }

    private String written(Cast.Staff who, String kind, int from, int until) {
        return """
                {"agent":"%s","kind":"%s","starts_at":"%s","ends_at":"%s"}""".formatted(who.id(), kind, at(from), at(until));
    }

    private Instant at(int hour) {
        return now.plus(Duration.ofHours(hour));
    }

    private JsonNode week() {
        return chen.get("/roster?from=%s&until=%s".formatted(at(0), at(150))).ok();
    }

    /** As "agent from-until", in hours from now. */
    private List<String> planned() {
        return StreamSupport.stream(week().get("shifts").spliterator(), false)
                .map(shift -> "%s %d-%d"
                        .formatted(
                                shift.get("agent").asText(),
                                hours(shift.get("starts_at").asText()),
                                hours(shift.get("ends_at").asText())))
                .toList();
    }

    private long hours(String instant) {
        return Duration.between(now, Instant.parse(instant)).toHours();
    }

    private static int count() {
        return TestDatabase.ofServer()
                .jdbi()
                .withHandle(handle -> handle.createQuery("SELECT count(*) FROM shifts")
                        .mapTo(Integer.class)
                        .one());
    }

    private static Instant endsAt(Cast.Staff agent) {
        return TestDatabase.ofServer()
                .jdbi()
                .withHandle(
                        handle -> handle.createQuery("SELECT shift_ends_at FROM agents WHERE id = CAST(:id AS uuid)")
                                .bind("id", agent.id())
                                .mapTo(Instant.class)
                                .findOne()
                                .orElse(null));
    }

    private static void forward(Duration duration) {
        TestDatabase.ofServer().forward(duration);
    }

    private static void eventually(BooleanSupplier holds) {
        long until = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited ten seconds").isLessThan(until);
            Thread.onSpinWait();
        }
    }
}
