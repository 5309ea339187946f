package dev.baton.roster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.identity.AgentId;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RosterTest {

    private static final AgentId AMY = new AgentId(new UUID(0, 1));
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant NINE = Instant.parse("2026-11-23T09:00:00Z");

    @Test
    void in_a_shift_work_ends_with_it() {
        assertThat(roster(work(0, 8)).endsAt(at(3))).isEqualTo(at(8));
        assertThat(roster(work(0, 8)).endsAt(at(0))).isEqualTo(at(8));
    }

    @Test
    void after_a_shift_it_has_ended_until_the_next_begins() {
        Roster roster = roster(work(0, 8), work(24, 32));
        assertThat(roster.endsAt(at(8))).isEqualTo(at(8));
        assertThat(roster.endsAt(at(23))).isEqualTo(at(8));
        assertThat(roster.endsAt(at(24))).isEqualTo(at(32));
    }

    @Test
    void who_has_never_begun_is_not_limited() {
        assertThat(roster(work(24, 32)).endsAt(at(0))).isNull();
        assertThat(roster().endsAt(at(0))).isNull();
    }

    @Test
    void shifts_that_touch_are_one() {
        assertThat(roster(work(0, 4), work(4, 8)).endsAt(at(1))).isEqualTo(at(8));
    }

    @Test
    void absence_beats_work() {
        Roster roster = roster(work(0, 8), absence(2, 4));
        assertThat(roster.worked()).containsExactly(new Span(at(0), at(2)), new Span(at(4), at(8)));
        assertThat(roster.endsAt(at(1))).isEqualTo(at(2));
        assertThat(roster.endsAt(at(3))).isEqualTo(at(2));
        assertThat(roster.endsAt(at(5))).isEqualTo(at(8));
    }

    @Test
    void who_is_absent_before_a_first_shift_is_given_nothing() {
        assertThat(roster(work(0, 8), absence(-1, 9)).endsAt(at(3))).isEqualTo(at(-1));
    }

    @Test
    void several_absences_leave_what_is_between_them() {
        Roster roster = roster(absence(1, 2), absence(3, 4), work(0, 8), absence(7, 10));
        assertThat(roster.worked())
                .containsExactly(new Span(at(0), at(1)), new Span(at(2), at(3)), new Span(at(4), at(7)));
    }

    @Test
    void the_next_change_is_the_next_beginning_or_end_of_anything() {
        Roster roster = roster(work(0, 8), absence(2, 4));
        assertThat(roster.changesAfter(at(-5))).contains(at(0));
        assertThat(roster.changesAfter(at(0))).contains(at(2));
        assertThat(roster.changesAfter(at(8))).isEmpty();
    }

    // --- patterns

    @Test
    void a_night_shift_ends_on_the_next_day() {
        Pattern nights = pattern("22:00", "06:00", DayOfWeek.MONDAY);
        Span span = nights.on(LocalDate.of(2026, 11, 23)).orElseThrow();
        assertThat(span)
                .isEqualTo(new Span(Instant.parse("2026-11-23T21:00:00Z"), Instant.parse("2026-11-24T05:00:00Z")));
        assertThat(nights.on(LocalDate.of(2026, 11, 24))).isEmpty();
    }

    @Test
    void a_shift_begins_by_the_clock_on_the_wall_in_summer_and_winter() {
        Pattern days = pattern("09:00", "17:00", DayOfWeek.FRIDAY, DayOfWeek.MONDAY);
        assertThat(days.on(LocalDate.of(2026, 3, 27)).orElseThrow().from())
                .isEqualTo(Instant.parse("2026-03-27T08:00:00Z"));
        assertThat(days.on(LocalDate.of(2026, 3, 30)).orElseThrow().from())
                .isEqualTo(Instant.parse("2026-03-30T07:00:00Z"));
    }

    @Test
    void a_night_in_which_the_clocks_change_is_an_hour_shorter_or_longer() {
        Pattern nights = pattern("22:00", "06:00", DayOfWeek.SATURDAY);
        assertThat(hours(nights, LocalDate.of(2026, 3, 28))).isEqualTo(7);
        assertThat(hours(nights, LocalDate.of(2026, 10, 24))).isEqualTo(9);
        assertThat(hours(nights, LocalDate.of(2026, 11, 21))).isEqualTo(8);
    }

    @Test
    void in_the_hour_that_is_skipped_a_shift_begins_when_it_is_over() {
        LocalDate skipped = LocalDate.of(2026, 3, 29);
        assertThat(pattern("02:30", "08:00", DayOfWeek.SUNDAY)
                        .on(skipped)
                        .orElseThrow()
                        .from())
                .isEqualTo(Instant.parse("2026-03-29T01:00:00Z"));
        assertThat(pattern("02:15", "02:45", DayOfWeek.SUNDAY).on(skipped)).isEmpty();
    }

    @Test
    void shifts_that_meet_in_the_hour_that_comes_twice_leave_no_gap() {
        LocalDate twice = LocalDate.of(2026, 10, 25);
        Span early = pattern("01:00", "02:30", DayOfWeek.SUNDAY).on(twice).orElseThrow();
        Span late = pattern("02:30", "08:00", DayOfWeek.SUNDAY).on(twice).orElseThrow();
        assertThat(early.until()).isEqualTo(late.from());
    }

    @Test
    void a_pattern_is_valid_on_its_first_and_last_day() {
        Pattern pattern = new Pattern(
                new PatternId(new UUID(0, 1)),
                AMY,
                Set.of(DayOfWeek.values()),
                LocalTime.of(9, 0),
                LocalTime.of(17, 0),
                BERLIN,
                LocalDate.of(2026, 11, 2),
                LocalDate.of(2026, 11, 4));
        assertThat(LocalDate.of(2026, 11, 1)
                        .datesUntil(LocalDate.of(2026, 11, 6))
                        .filter(day -> pattern.on(day).isPresent()))
                .containsExactly(LocalDate.of(2026, 11, 2), LocalDate.of(2026, 11, 3), LocalDate.of(2026, 11, 4));
    }

    @Test
    void patterns_collide_also_over_midnight() {
        LocalDate today = LocalDate.of(2026, 11, 23);
        Pattern nights = pattern("22:00", "06:00", DayOfWeek.SUNDAY);
        assertThat(nights.collides(pattern("05:00", "09:00", DayOfWeek.MONDAY), today))
                .isTrue();
        assertThat(pattern("05:00", "09:00", DayOfWeek.MONDAY).collides(nights, today))
                .isTrue();
        assertThat(nights.collides(pattern("06:00", "09:00", DayOfWeek.MONDAY), today))
                .isFalse();
        assertThat(nights.collides(pattern("05:00", "09:00", DayOfWeek.TUESDAY), today))
                .isFalse();
    }

    // --- how it is written here

    private static long hours(Pattern pattern, LocalDate day) {
        Span span = pattern.on(day).orElseThrow();
        return Duration.between(span.from(), span.until()).toHours();
    }

    private static Pattern pattern(String from, String until, DayOfWeek... days) {
        return new Pattern(
                new PatternId(UUID.nameUUIDFromBytes((from + until).getBytes(java.nio.charset.StandardCharsets.UTF_8))),
                AMY,
                Set.copyOf(Arrays.asList(days)),
                LocalTime.parse(from),
                LocalTime.parse(until),
                BERLIN,
                LocalDate.of(2026, 1, 1),
                null);
    }

    private static Roster roster(Shift... shifts) {
        return Roster.of(List.of(shifts));
    }

    private static Shift work(int from, int until) {
        return shift(Shift.Kind.WORK, from, until);
    }

    private static Shift absence(int from, int until) {
        return shift(Shift.Kind.ABSENCE, from, until);
    }

    private static Shift shift(Shift.Kind kind, int from, int until) {
        return new Shift(new ShiftId(new UUID(0, from)), AMY, kind, at(from), at(until), null, null);
    }

    private static Instant at(int hour) {
        return NINE.plus(Duration.ofHours(hour));
    }
}
