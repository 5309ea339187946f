package dev.baton.hours;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Business hours as an admin writes them.
 *
 * @param zone of the IANA database, such as {@code Asia/Shanghai}
 * @param weekly by weekday in English lower case; a day that is not there is closed
 * @param days dates that differ from their weekday, in order
 */
@Schema(requiredProperties = {"id", "name", "zone", "weekly", "days"})
public record Calendar(CalendarId id, String name, String zone, Map<String, List<Hours>> weekly, List<Day> days) {

    /**
     * Local times as {@code HH:mm}; {@code to} may be {@code 24:00}, and one that is not later than {@code from} is of the
     * next day.
     */
    @Schema(
            name = "CalendarHours",
            requiredProperties = {"from", "to"})
    public record Hours(String from, String to) {

        Interval interval() {
            int start = minutes(from);
            int end = minutes(to);
            return new Interval(start, end > start ? end : end + Interval.DAY);
        }

        private static int minutes(String time) {
            return time.equals("24:00") ? Interval.DAY : LocalTime.parse(time).toSecondOfDay() / 60;
        }
    }

    /**
     * @param hours none for closed
     * @param name of the holiday, or what else makes the day special
     */
    @Schema(
            name = "CalendarDay",
            requiredProperties = {"date", "hours"})
    public record Day(LocalDate date, List<Hours> hours, String name) {}

    public BusinessHours businessHours() {
        var byWeekday = new EnumMap<DayOfWeek, List<Interval>>(DayOfWeek.class);
        weekly.forEach(
                (day, hours) -> byWeekday.put(DayOfWeek.valueOf(day.toUpperCase(Locale.ROOT)), intervals(hours)));
        var byDate = new HashMap<LocalDate, List<Interval>>();
        days.forEach(day -> byDate.put(day.date(), intervals(day.hours())));
        return new BusinessHours(ZoneId.of(zone), byWeekday, byDate);
    }

    private static List<Interval> intervals(List<Hours> hours) {
        return hours.stream().map(Hours::interval).toList();
    }
}
