package dev.baton.hours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.hours.Calendar.Day;
import dev.baton.hours.Calendar.Hours;
import dev.baton.platform.Refused;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Holiday calendars as governments and enterprises publish them, and files that are not any. */
class CalendarFileTest {

    private static final List<Hours> USUAL = List.of(new Hours("09:00", "18:00"));

    private static List<Day> read(String... lines) {
        var text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//EN\r\n%s\r\nEND:VCALENDAR\r\n"
                .formatted(String.join("\r\n", lines));
        return CalendarFile.read(text, ZoneId.of("Asia/Shanghai"), USUAL, LocalDate.of(2028, 12, 31));
    }

    @Test
    void a_holiday_closes_its_days_and_a_make_up_day_has_the_usual_hours() {
        var days = read(
                "BEGIN:VEVENT",
                "DTSTART;VALUE=DATE:20261001",
                "DTEND;VALUE=DATE:20261004",
                "SUMMARY:国庆节 休",
                "END:VEVENT",
                "BEGIN:VEVENT",
                "DTSTART;VALUE=DATE:20261010",
                "SUMMARY:国庆节 补班",
                "END:VEVENT");
        assertThat(days)
                .containsExactly(
                        new Day(LocalDate.of(2026, 10, 1), List.of(), "国庆节 休"),
                        new Day(LocalDate.of(2026, 10, 2), List.of(), "国庆节 休"),
                        new Day(LocalDate.of(2026, 10, 3), List.of(), "国庆节 休"),
                        new Day(LocalDate.of(2026, 10, 10), USUAL, "国庆节 补班"));
    }

    @Test
    void what_comes_every_year_is_written_out() {
        var days = read(
                "BEGIN:VEVENT", "DTSTART;VALUE=DATE:20261225", "RRULE:FREQ=YEARLY", "SUMMARY:Christmas", "END:VEVENT");
        assertThat(days)
                .extracting(Day::date)
                .containsExactly(LocalDate.of(2026, 12, 25), LocalDate.of(2027, 12, 25), LocalDate.of(2028, 12, 25));
    }

    @Test
    void a_broken_file_gives_nothing_and_its_line() {
        broken(6, "BEGIN:VEVENT", "SUMMARY:ok", "DTSTART;VALUE=DATE:tomorrow", "END:VEVENT");
        broken(
                4,
                "BEGIN:VEVENT",
                "DTSTART:20261001T090000Z",
                "DTEND:20261001T100000Z",
                "SUMMARY:a meeting",
                "END:VEVENT");
        broken(4, "BEGIN:VEVENT", "DTSTART;VALUE=DATE:20261003", "DTEND;VALUE=DATE:20261001", "END:VEVENT");
        broken(1, "X-NOTHING:here");
        assertThatThrownBy(() -> CalendarFile.read("hello", ZoneId.of("UTC"), USUAL, LocalDate.of(2028, 1, 1)))
                .isInstanceOf(Refused.class);
    }

    private static void broken(int line, String... lines) {
        assertThatThrownBy(() -> read(lines))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.params()).containsEntry("line", line));
    }
}
