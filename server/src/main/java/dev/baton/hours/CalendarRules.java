package dev.baton.hours;

import dev.baton.hours.Calendar.Day;
import dev.baton.hours.Calendar.Hours;
import dev.baton.platform.Fields;
import dev.baton.platform.Refused;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What a calendar must be like: real times and zones, no hours twice. Each refusal names the field and the rule. */
final class CalendarRules {

    static final int LONGEST_NAME = 60;
    static final int MOST_HOURS = 10;
    static final int MOST_DAYS = 2_000;

    private static final String TIME = "([01]\\d|2[0-3]):[0-5]\\d";

    private CalendarRules() {}

    static Calendar checked(CalendarId id, String name, String zone, Map<String, List<Hours>> weekly, List<Day> days) {
        var week = week(Fields.required("weekly", weekly));
        return new Calendar(
                id, Fields.line("name", name, LONGEST_NAME), zone(zone), week, days(days == null ? List.of() : days));
    }

    static String zone(String zone) {
        try {
            return ZoneId.of(Fields.required("zone", zone)).getId();
        } catch (DateTimeException unknown) {
            throw Refused.invalid("zone", "unknown");
        }
    }

    private static Map<String, List<Hours>> week(Map<String, List<Hours>> weekly) {
        var week = new TreeMap<String, List<Hours>>(Comparator.comparing(CalendarRules::weekday));
        weekly.forEach((day, hours) -> {
            weekday(day);
            if (hours != null && !hours.isEmpty()) {
                week.put(day, hours("weekly." + day, hours));
            }
        });
        for (var day : DayOfWeek.values()) {
            var next = wire(day.plus(1));
            demandApart("weekly." + next, week.getOrDefault(wire(day), List.of()), week.getOrDefault(next, List.of()));
        }
        return week;
    }

    static String wire(DayOfWeek day) {
        return day.name().toLowerCase(Locale.ROOT);
    }

    private static DayOfWeek weekday(String written) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> wire(day).equals(written))
                .findFirst()
                .orElseThrow(() -> Refused.invalid("weekly", "unknown"));
    }

    private static List<Day> days(List<Day> days) {
        if (days.size() > MOST_DAYS) {
            throw Refused.invalid("days", "too_many");
        }
        var seen = new HashSet<LocalDate>();
        var checked = new ArrayList<Day>();
        for (var day : days) {
            var date = Fields.required("days.date", Fields.required("days", day).date());
            if (!seen.add(date)) {
                throw Refused.invalid("days.date", "repeated");
            }
            checked.add(new Day(
                    date,
                    day.hours() == null ? List.of() : hours("days.hours", day.hours()),
                    Fields.optionalLine("days.name", day.name(), LONGEST_NAME)));
        }
        checked.sort(Comparator.comparing(Day::date));
        return List.copyOf(checked);
    }

    static List<Hours> hours(String field, List<Hours> given) {
        if (given.size() > MOST_HOURS) {
            throw Refused.invalid(field, "too_many");
        }
        var hours = given.stream()
                .map(one -> checked(field, one))
                .sorted(Comparator.comparing(Hours::from))
                .toList();
        for (int i = 1; i < hours.size(); i++) {
            if (hours.get(i - 1).interval().to() > hours.get(i).interval().from()) {
                throw Refused.invalid(field, "overlaps");
            }
        }
        return hours;
    }

    private static Hours checked(String field, Hours hours) {
        Fields.required(field, hours);
        boolean isReal = hours.from() != null
                && hours.to() != null
                && hours.from().matches(TIME)
                && (hours.to().matches(TIME) || hours.to().equals("24:00"));
        if (!isReal) {
            throw Refused.invalid(field, "malformed");
        }
        return hours;
    }

    /** Hours that pass midnight must not run into those of the next day. */
    private static void demandApart(String field, List<Hours> one, List<Hours> next) {
        if (one.isEmpty() || next.isEmpty()) {
            return;
        }
        if (one.getLast().interval().to() > next.getFirst().interval().from() + Interval.DAY) {
            throw Refused.invalid(field, "overlaps");
        }
    }
}
