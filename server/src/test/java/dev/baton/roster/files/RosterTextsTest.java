package dev.baton.roster.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.baton.identity.AgentId;
import dev.baton.roster.Shift;
import dev.baton.roster.ShiftId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The roster as comma-separated values and as a calendar. */
class RosterTextsTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Instant NINE = Instant.parse("2026-11-23T01:00:00Z");
    private static final String HEADER = "agent,kind,starts_at,ends_at,note\n";

    @Test
    void what_is_written_as_values_reads_the_same() {
        List<Shift> shifts = List.of(
                shift(Shift.Kind.WORK, "late, \"as agreed\""),
                shift(Shift.Kind.ABSENCE, null),
                shift(Shift.Kind.WORK, "=1+1"));
        String text = RosterCsv.write(shifts, shift -> "amy@baton.example", SHANGHAI);
        assertThat(text).contains("2026-11-23T09:00+08:00").contains("'=1+1").doesNotContain(",=1");
        List<ReadLine> read = RosterCsv.read(text, ZoneId.of("UTC"));
        assertThat(read).extracting(ReadLine::note).containsExactly("late, \"as agreed\"", "", "=1+1");
        assertThat(read)
                .allSatisfy(line -> assertThat(line.startsAt()).isEqualTo(NINE))
                .extracting(ReadLine::kind)
                .containsExactly(Shift.Kind.WORK, Shift.Kind.ABSENCE, Shift.Kind.WORK);
        assertThat(read).extracting(ReadLine::line).containsExactly(2, 3, 4);
    }

    @Test
    void times_without_an_offset_are_by_the_clocks_of_the_zone() {
        String text = HEADER + "amy@baton.example,work,2026-11-23 09:00,2026-11-23T18:00,\n";
        assertThat(RosterCsv.read(text, SHANGHAI).getFirst().startsAt()).isEqualTo(NINE);
    }

    @Test
    void columns_may_stand_in_any_order_and_lines_end_in_any_way() {
        String text =
                "Kind,Agent,ends_at,starts_at,colour\r\n\r\nwork,amy@x.example,2026-11-23T18:00Z,2026-11-23T09:00Z,red";
        ReadLine line = RosterCsv.read(text, SHANGHAI).getFirst();
        assertThat(line.agent()).isEqualTo("amy@x.example");
        assertThat(line.line()).isEqualTo(3);
    }

    @Test
    void the_line_that_is_broken_is_named() {
        assertThat(brokenCsv("")).isEqualTo("1 empty");
        assertThat(brokenCsv("agent,kind\n")).isEqualTo("1 column_missing");
        assertThat(brokenCsv(HEADER + "amy,work,2026-11-23T09:00Z\n")).isEqualTo("2 cells");
        assertThat(brokenCsv(HEADER + "amy,\"work\n\",2026-11-23T09:00Z,2026-11-23T18:00Z,\n\namy,nap,a,b,"))
                .isEqualTo("5 kind");
        assertThat(brokenCsv(HEADER + "amy,work,tomorrow,2026-11-23T18:00Z,")).isEqualTo("2 time");
        assertThat(brokenCsv(HEADER + "amy,work,2026-11-23T09:00Z,2026-11-23T18:00Z,\"never closed"))
                .isEqualTo("2 quote");
    }

    @Test
    void what_is_written_as_a_calendar_reads_the_same() {
        List<Shift> shifts = List.of(shift(Shift.Kind.WORK, "late, \"as agreed\""), shift(Shift.Kind.ABSENCE, null));
        String text = RosterCalendar.write(shifts, shift -> "amy@baton.example", shift -> "Amy", NINE);
        List<ReadLine> read = calendar(text);
        assertThat(read).extracting(ReadLine::agent).containsOnly("amy@baton.example");
        assertThat(read).extracting(ReadLine::kind).containsExactly(Shift.Kind.WORK, Shift.Kind.ABSENCE);
        assertThat(read).extracting(ReadLine::note).containsExactly("late, \"as agreed\"", "");
        assertThat(read).allSatisfy(line -> {
            assertThat(line.startsAt()).isEqualTo(NINE);
            assertThat(line.endsAt()).isEqualTo(NINE.plus(Duration.ofHours(9)));
        });
    }

    @Test
    void an_event_has_the_time_of_its_zone_and_without_one_ours() {
        assertThat(calendar(event("DTSTART;TZID=Europe/Berlin:20261123T090000", "DURATION:PT8H"))
                        .getFirst()
                        .startsAt())
                .isEqualTo(Instant.parse("2026-11-23T08:00:00Z"));
        assertThat(calendar(event("DTSTART:20261123T090000", "DTEND:20261123T180000"))
                        .getFirst()
                        .startsAt())
                .isEqualTo(NINE);
    }

    @Test
    void whole_days_are_an_absence_from_midnight_to_midnight() {
        ReadLine day = calendar(event("DTSTART;VALUE=DATE:20261225")).getFirst();
        assertThat(day.kind()).isEqualTo(Shift.Kind.ABSENCE);
        assertThat(day.startsAt()).isEqualTo(Instant.parse("2026-12-24T16:00:00Z"));
        assertThat(day.endsAt()).isEqualTo(Instant.parse("2026-12-25T16:00:00Z"));
    }

    @Test
    void repeated_events_are_written_out_by_the_clocks_of_their_zone_as_far_as_the_horizon() {
        List<ReadLine> read = RosterCalendar.read(
                event(
                        "DTSTART;TZID=Europe/Berlin:20261022T090000",
                        "DTEND;TZID=Europe/Berlin:20261022T170000",
                        "RRULE:FREQ=WEEKLY;BYDAY=TH",
                        "EXDATE;TZID=Europe/Berlin:20261105T090000"),
                SHANGHAI,
                Instant.parse("2026-11-20T00:00:00Z"));
        assertThat(read)
                .extracting(ReadLine::startsAt)
                .containsExactly(
                        Instant.parse("2026-10-22T07:00:00Z"),
                        Instant.parse("2026-10-29T08:00:00Z"),
                        Instant.parse("2026-11-12T08:00:00Z"),
                        Instant.parse("2026-11-19T08:00:00Z"));
    }

    @Test
    void the_line_of_a_calendar_that_is_broken_is_named() {
        assertThat(brokenCalendar("")).isEqualTo("1 empty");
        assertThat(brokenCalendar("hello\nworld")).isEqualTo("1 empty");
        String good = event("DTSTART:20261123T090000", "DTEND:20261123T180000");
        assertThat(brokenCalendar(good.replace("END:VEVENT\r\n", ""))).isEqualTo("7 calendar");
        assertThat(brokenCalendar(good.substring(0, good.indexOf("END:VEVENT"))))
                .endsWith("calendar");
        assertThat(brokenCalendar(event("DTSTART:yesterday", "DTEND:20261123T180000")))
                .isEqualTo("5 calendar");
        assertThat(brokenCalendar(event("DURATION:PT1H", "DTSTART;TZID=Middle/Earth:20261123T090000")))
                .isEqualTo("6 zone");
        assertThat(brokenCalendar(event("DTSTART:20261123T090000"))).isEqualTo("3 time");
        assertThat(brokenCalendar(event("DTEND:20261123T090000"))).isEqualTo("3 time");
        assertThat(brokenCalendar(event("DTSTART:20261123T090000", "DURATION:PT1H", "RRULE:FREQ=SECONDLY")))
                .isEqualTo("3 recurrence");
    }

    private static List<ReadLine> calendar(String text) {
        return RosterCalendar.read(text, SHANGHAI, NINE.plus(Duration.ofDays(400)));
    }

    private static String event(String... properties) {
        return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\n" + String.join("\r\n", properties)
                + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    }

    private static String brokenCsv(String text) {
        return named(catchThrowableOfType(BrokenLine.class, () -> RosterCsv.read(text, SHANGHAI)));
    }

    private static String brokenCalendar(String text) {
        return named(catchThrowableOfType(BrokenLine.class, () -> calendar(text)));
    }

    private static String named(BrokenLine broken) {
        return broken.line() + " " + broken.rule();
    }

    private static Shift shift(Shift.Kind kind, String note) {
        return new Shift(
                new ShiftId(new UUID(0, 1)),
                new AgentId(new UUID(0, 1)),
                kind,
                NINE,
                NINE.plus(Duration.ofHours(9)),
                null,
                note);
    }
}
