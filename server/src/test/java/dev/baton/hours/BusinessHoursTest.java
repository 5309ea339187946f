package dev.baton.hours;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** When somebody is there, over nights, holidays, make-up days and the changes of summer time. */
class BusinessHoursTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Interval MORNING = new Interval(9 * 60, 12 * 60);
    private static final Interval AFTERNOON = new Interval(13 * 60 + 30, 18 * 60);
    private static final Interval NIGHT = new Interval(22 * 60, 30 * 60);

    /** 2026-11-23 is a Monday. */
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    private static BusinessHours office(ZoneId zone, Map<LocalDate, List<Interval>> days) {
        var weekly = new EnumMap<DayOfWeek, List<Interval>>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            if (day.getValue() <= 5) {
                weekly.put(day, List.of(MORNING, AFTERNOON));
            }
        }
        return new BusinessHours(zone, weekly, days);
    }

    private static Instant at(ZoneId zone, LocalDate day, int hour, int minute) {
        return LocalDateTime.of(day, java.time.LocalTime.of(hour, minute))
                .atZone(zone)
                .toInstant();
    }

    @Test
    void several_intervals_a_day_are_open_and_the_lunch_between_them_is_not() {
        var office = office(SHANGHAI, Map.of());
        assertThat(office.isOpen(at(SHANGHAI, MONDAY, 9, 0))).isTrue();
        assertThat(office.isOpen(at(SHANGHAI, MONDAY, 12, 0))).isFalse();
        assertThat(office.nextOpening(at(SHANGHAI, MONDAY, 12, 0))).hasValue(at(SHANGHAI, MONDAY, 13, 30));
        assertThat(office.nextClosing(at(SHANGHAI, MONDAY, 14, 0))).hasValue(at(SHANGHAI, MONDAY, 18, 0));
        assertThat(office.nextOpening(at(SHANGHAI, MONDAY.plusDays(4), 18, 0)))
                .hasValue(at(SHANGHAI, MONDAY.plusDays(7), 9, 0));
    }

    @Test
    void a_holiday_is_closed_and_a_make_up_saturday_is_open() {
        var saturday = MONDAY.plusDays(5);
        var office = office(SHANGHAI, Map.of(MONDAY, List.of(), saturday, List.of(MORNING)));
        assertThat(office.isOpen(at(SHANGHAI, MONDAY, 10, 0))).isFalse();
        assertThat(office.nextOpening(at(SHANGHAI, MONDAY, 0, 0))).hasValue(at(SHANGHAI, MONDAY.plusDays(1), 9, 0));
        assertThat(office.isOpen(at(SHANGHAI, saturday, 10, 0))).isTrue();
        assertThat(office.isOpen(at(SHANGHAI, saturday, 14, 0))).isFalse();
    }

    @Test
    void hours_that_pass_midnight_belong_to_the_day_on_which_they_begin() {
        var nights = new BusinessHours(SHANGHAI, Map.of(DayOfWeek.MONDAY, List.of(NIGHT)), Map.of());
        assertThat(nights.isOpen(at(SHANGHAI, MONDAY.plusDays(1), 5, 59))).isTrue();
        assertThat(nights.isOpen(at(SHANGHAI, MONDAY.plusDays(1), 6, 0))).isFalse();
        assertThat(nights.isOpen(at(SHANGHAI, MONDAY, 5, 0))).isFalse();
        assertThat(nights.nextClosing(at(SHANGHAI, MONDAY, 23, 0))).hasValue(at(SHANGHAI, MONDAY.plusDays(1), 6, 0));
    }

    @Test
    void a_skipped_hour_is_never_open_and_an_hour_that_comes_twice_is_open_twice() {
        var early = new BusinessHours(
                BERLIN,
                Map.of(DayOfWeek.SUNDAY, List.of(new Interval(2 * 60, 3 * 60), new Interval(5 * 60, 6 * 60))),
                Map.of());
        var spring = LocalDate.of(2027, 3, 28);
        var midnight = spring.atStartOfDay(BERLIN).toInstant();
        assertThat(early.nextOpening(midnight)).hasValue(at(BERLIN, spring, 5, 0));
        var autumn = LocalDate.of(2026, 10, 25);
        var from = autumn.atStartOfDay(BERLIN).toInstant();
        assertThat(early.between(from, from.plus(Duration.ofHours(12)))).isEqualTo(Duration.ofHours(3));
    }

    @Test
    void who_never_opens_has_no_opening_and_who_never_closes_no_closing() {
        var never = new BusinessHours(SHANGHAI, Map.of(), Map.of());
        assertThat(never.nextOpening(at(SHANGHAI, MONDAY, 9, 0))).isEmpty();
        assertThat(never.plus(at(SHANGHAI, MONDAY, 9, 0), Duration.ofMinutes(1)))
                .isEmpty();
        var always = new EnumMap<DayOfWeek, List<Interval>>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            always.put(day, List.of(new Interval(0, Interval.DAY)));
        }
        var open = new BusinessHours(BERLIN, always, Map.of());
        assertThat(open.nextClosing(at(BERLIN, MONDAY, 9, 0))).isEmpty();
        assertThat(open.plus(at(BERLIN, MONDAY, 9, 0), Duration.ofDays(3)))
                .hasValue(at(BERLIN, MONDAY.plusDays(3), 9, 0));
    }

    @Test
    void what_is_added_is_what_lies_between_in_any_zone_and_any_week() {
        var chance = new Random(20261123);
        var zones = List.of("Asia/Shanghai", "Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe", "UTC");
        for (int i = 0; i < 2_000; i++) {
            var hours = anyHours(ZoneId.of(zones.get(chance.nextInt(zones.size()))), chance);
            var from = Instant.parse("2026-03-01T00:00:00Z").plusSeconds(chance.nextInt(400 * 86_400));
            var open = Duration.ofMinutes(chance.nextInt(3_000));
            var to = hours.plus(from, open);
            if (to.isPresent()) {
                assertThat(hours.between(from, to.get()))
                        .as("%s from %s", hours, from)
                        .isEqualTo(open);
            }
            hours.nextOpening(from).ifPresent(opening -> {
                assertThat(hours.isOpen(opening)).isTrue();
                assertThat(hours.between(from, opening)).isEqualTo(Duration.ZERO);
            });
            hours.nextClosing(from)
                    .ifPresent(closing -> assertThat(hours.isOpen(closing)).isFalse());
        }
    }

    private static BusinessHours anyHours(ZoneId zone, Random chance) {
        var weekly = new EnumMap<DayOfWeek, List<Interval>>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            weekly.put(day, anyDay(chance));
        }
        var days = new HashMap<LocalDate, List<Interval>>();
        for (int i = 0; i < 20; i++) {
            days.put(LocalDate.of(2026, 3, 1).plusDays(chance.nextInt(400)), anyDay(chance));
        }
        return new BusinessHours(zone, weekly, days);
    }

    private static List<Interval> anyDay(Random chance) {
        var intervals = new ArrayList<Interval>();
        int at = chance.nextInt(600);
        while (at < 1_300 && chance.nextInt(3) > 0) {
            int to = at + 1 + chance.nextInt(500);
            intervals.add(new Interval(at, to));
            at = to + chance.nextInt(200);
        }
        return intervals;
    }
}
