package dev.baton.hours;

import biweekly.component.VEvent;
import biweekly.io.text.ICalReader;
import biweekly.util.ICalDate;
import dev.baton.hours.Calendar.Day;
import dev.baton.hours.Calendar.Hours;
import dev.baton.platform.Refused;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The days of an iCalendar file (RFC 5545), as holiday calendars are published: an event of whole days closes them, unless it
 * is called a make-up working day (班, 补班, 调休上班), which has the usual hours. Events with times are somebody's
 * appointments and no holidays: such a file is refused. Pure.
 */
final class CalendarFile {

    private static final Pattern WORK = Pattern.compile("班|(?i)make-?up|working day|workday");
    private static final String BEGIN = "BEGIN:VEVENT";

    private CalendarFile() {}

    /**
     * @param usual hours of a make-up working day
     * @param last events that come every year are read until then
     * @throws Refused {@code broken_calendar} with the line; nothing of the file is taken then
     */
    static List<Day> read(String text, ZoneId zone, List<Hours> usual, LocalDate last) {
        var days = new TreeMap<LocalDate, Day>();
        try (var reader = new ICalReader(text)) {
            reader.setDefaultTimezone(TimeZone.getTimeZone(zone));
            int event = 0;
            for (var calendar = reader.readNext(); calendar != null; calendar = reader.readNext()) {
                for (var warning : reader.getWarnings()) {
                    throw broken(warning.getLineNumber() == null ? 1 : warning.getLineNumber());
                }
                for (var one : calendar.getEvents()) {
                    add(days, one, line(text, event++), usual, last);
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("a text can always be read", e);
        }
        if (days.isEmpty()) {
            throw broken(1);
        }
        return List.copyOf(days.values());
    }

    private static void add(Map<LocalDate, Day> days, VEvent event, int line, List<Hours> usual, LocalDate last) {
        var start = event.getDateStart() == null ? null : event.getDateStart().getValue();
        if (start == null || start.hasTime()) {
            throw broken(line);
        }
        var from = date(start);
        var to = event.getDateEnd() == null || event.getDateEnd().getValue() == null
                ? from.plusDays(1)
                : date(event.getDateEnd().getValue());
        if (!to.isAfter(from) || to.isAfter(from.plusDays(CalendarRules.MOST_DAYS))) {
            throw broken(line);
        }
        var name =
                event.getSummary() == null ? null : shortened(event.getSummary().getValue());
        var hours = name != null && WORK.matcher(name).find() ? usual : List.<Hours>of();
        for (var first : firsts(event, from, last)) {
            for (var day = first;
                    day.isBefore(first.plusDays(to.toEpochDay() - from.toEpochDay()));
                    day = day.plusDays(1)) {
                days.put(day, new Day(day, hours, name));
                if (days.size() > CalendarRules.MOST_DAYS) {
                    throw broken(line);
                }
            }
        }
    }

    /** The day on which it begins, and each on which it comes again. */
    private static List<LocalDate> firsts(VEvent event, LocalDate from, LocalDate last) {
        if (event.getRecurrenceRule() == null) {
            return List.of(from);
        }
        var firsts = new ArrayList<LocalDate>();
        var zone = TimeZone.getDefault();
        var dates = event.getDateIterator(zone);
        while (dates.hasNext()) {
            var first = dates.next().toInstant().atZone(zone.toZoneId()).toLocalDate();
            if (first.isAfter(last)) {
                break;
            }
            firsts.add(first);
        }
        return firsts;
    }

    private static LocalDate date(ICalDate date) {
        var raw = date.getRawComponents();
        return LocalDate.of(raw.getYear(), raw.getMonth(), raw.getDate());
    }

    private static String shortened(String name) {
        var line = name.strip().replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= CalendarRules.LONGEST_NAME
                ? line
                : line.substring(0, line.offsetByCodePoints(0, CalendarRules.LONGEST_NAME));
    }

    /** Of the n-th event, from 1; the first line where it cannot be told. */
    private static int line(String text, int event) {
        int seen = 0;
        var lines = text.split("\r\n|\r|\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].strip().equalsIgnoreCase(BEGIN) && seen++ == event) {
                return i + 1;
            }
        }
        return 1;
    }

    private static Refused broken(int line) {
        return new Refused(422, "broken_calendar", Map.of("line", line));
    }
}
