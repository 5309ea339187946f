package dev.baton.roster.files;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.ParseWarning;
import biweekly.io.TimezoneInfo;
import biweekly.io.text.ICalReader;
import biweekly.property.Attendee;
import biweekly.property.DateEnd;
import biweekly.property.DateStart;
import biweekly.util.DateTimeComponents;
import biweekly.util.Frequency;
import biweekly.util.ICalDate;
import biweekly.util.com.google.ical.compat.javautil.DateIterator;
import dev.baton.roster.Shift;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import java.util.function.Function;

/**
 * Shifts as an iCalendar file (RFC 5545). Whom an event is for says its attendee; an event that is called an absence, or lasts
 * whole days, is one. Repeated events are written out. Pure.
 */
final class RosterCalendar {

    static final int MOST = 2_000;

    private static final String LINE_END = "\r\n|\r|\n";

    /** Codes of the reader: a zone without a definition that is an IANA name, and one that is nothing. */
    private static final Integer ZONE_BY_NAME = 37;

    private static final Integer UNKNOWN_ZONE = 38;

    private static final String ABSENCE = "ABSENCE";
    private static final Set<Frequency> UNDERSTOOD =
            EnumSet.of(Frequency.DAILY, Frequency.WEEKLY, Frequency.MONTHLY, Frequency.YEARLY);
    private static final Set<String> DECISIVE =
            Set.of("DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "ATTENDEE", "TZID");

    private RosterCalendar() {}

    static String write(List<Shift> shifts, Function<Shift, String> email, Function<Shift, String> name, Instant now) {
        ICalendar calendar = new ICalendar();
        calendar.setProductId("-//Baton//Roster//EN");
        for (Shift shift : shifts) {
            VEvent event = new VEvent();
            event.setUid(shift.id().toString());
            event.setDateTimeStamp(date(now));
            event.setDateStart(new DateStart(date(shift.startsAt())));
            event.setDateEnd(new DateEnd(date(shift.endsAt())));
            event.setSummary(name.apply(shift));
            event.addCategories(shift.kind().name());
            event.addAttendee(new Attendee(name.apply(shift), email.apply(shift)));
            if (shift.note() != null) {
                event.setDescription(shift.note());
            }
            calendar.addEvent(event);
        }
        return Biweekly.write(calendar).go();
    }

    /**
     * @param zone of times that name none
     * @param last repeated events are written out until then
     */
    static List<ReadLine> read(String text, ZoneId zone, Instant last) {
        List<Integer> lines = linesOfEvents(text);
        List<VEvent> events = new ArrayList<>();
        List<TimezoneInfo> zones = new ArrayList<>();
        try (ICalReader reader = new ICalReader(text)) {
            reader.setDefaultTimezone(TimeZone.getTimeZone(zone));
            for (ICalendar calendar = reader.readNext(); calendar != null; calendar = reader.readNext()) {
                demandUnderstood(reader.getWarnings(), text);
                for (VEvent event : calendar.getEvents()) {
                    events.add(event);
                    zones.add(calendar.getTimezoneInfo());
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("a text can always be read", e);
        }
        if (events.isEmpty() || events.size() != lines.size()) {
            throw new BrokenLine(1, "empty");
        }
        List<ReadLine> read = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            occurrences(events.get(i), zones.get(i), zone, last, lines.get(i), read);
        }
        return read;
    }

    private static void occurrences(
            VEvent event, TimezoneInfo zones, ZoneId fallback, Instant last, int line, List<ReadLine> read) {
        if (event.getDateStart() == null || event.getDateStart().getValue() == null) {
            throw new BrokenLine(line, "time");
        }
        ICalDate start = event.getDateStart().getValue();
        Instant begins = instant(start, fallback);
        Duration lasts = Duration.between(begins, end(event, begins, fallback, line));
        String agent = event.getAttendees().stream()
                .map(Attendee::getEmail)
                .filter(email -> email != null)
                .findFirst()
                .orElse("");
        String note =
                event.getDescription() == null ? "" : event.getDescription().getValue();
        Shift.Kind kind = !start.hasTime() || isAbsence(event) ? Shift.Kind.ABSENCE : Shift.Kind.WORK;
        if (event.getRecurrenceRule() == null && event.getRecurrenceDates().isEmpty()) {
            read.add(new ReadLine(line, agent, kind, begins, begins.plus(lasts), note));
            return;
        }
        if (event.getRecurrenceRule() != null
                && (event.getRecurrenceRule().getValue() == null
                        || !UNDERSTOOD.contains(
                                event.getRecurrenceRule().getValue().getFrequency()))) {
            throw new BrokenLine(line, "recurrence");
        }
        TimeZone zone = Optional.ofNullable(zones.getTimezone(event.getDateStart()))
                .map(assigned -> assigned.getTimeZone())
                .orElse(TimeZone.getTimeZone(fallback));
        DateIterator dates = event.getDateIterator(zone);
        while (dates.hasNext()) {
            Instant from = dates.next().toInstant();
            if (from.isAfter(last)) {
                return;
            }
            read.add(new ReadLine(line, agent, kind, from, from.plus(lasts), note));
            if (read.size() > MOST) {
                throw new BrokenLine(line, "too_many");
            }
        }
    }

    private static Instant end(VEvent event, Instant begins, ZoneId zone, int line) {
        if (event.getDateEnd() != null && event.getDateEnd().getValue() != null) {
            return instant(event.getDateEnd().getValue(), zone);
        }
        if (event.getDuration() != null && event.getDuration().getValue() != null) {
            return begins.plusMillis(event.getDuration().getValue().toMillis());
        }
        if (event.getDateStart().getValue().hasTime()) {
            throw new BrokenLine(line, "time");
        }
        return begins.atZone(zone).plusDays(1).toInstant();
    }

    /** A day without a time begins at midnight where we are, not where the file was written. */
    private static Instant instant(ICalDate date, ZoneId zone) {
        if (date.hasTime()) {
            return date.toInstant();
        }
        var raw = date.getRawComponents();
        return LocalDate.of(raw.getYear(), raw.getMonth(), raw.getDate())
                .atStartOfDay(zone)
                .toInstant();
    }

    private static ICalDate date(Instant at) {
        var utc = at.atOffset(ZoneOffset.UTC);
        return new ICalDate(
                new DateTimeComponents(
                        utc.getYear(),
                        utc.getMonthValue(),
                        utc.getDayOfMonth(),
                        utc.getHour(),
                        utc.getMinute(),
                        utc.getSecond(),
                        true),
                true);
    }

    private static boolean isAbsence(VEvent event) {
        return event.getCategories().stream()
                .flatMap(categories -> categories.getValues().stream())
                .anyMatch(category -> category.toUpperCase(Locale.ROOT).equals(ABSENCE));
    }

    /** What the reader could not understand it leaves out; what says when and who must not be left out. */
    private static void demandUnderstood(List<ParseWarning> warnings, String text) {
        for (ParseWarning warning : warnings) {
            boolean decisive = warning.getPropertyName() == null || DECISIVE.contains(warning.getPropertyName());
            if (Objects.equals(warning.getCode(), UNKNOWN_ZONE)) {
                throw new BrokenLine(lineOfZone(text, warning.getMessage()), "zone");
            }
            if (decisive && !Objects.equals(warning.getCode(), ZONE_BY_NAME)) {
                throw new BrokenLine(warning.getLineNumber() == null ? 1 : warning.getLineNumber(), "calendar");
            }
        }
    }

    private static int lineOfZone(String text, String message) {
        String[] lines = text.split(LINE_END, -1);
        for (int i = 0; i < lines.length; i++) {
            int at = lines[i].indexOf("TZID=");
            if (at >= 0
                    && message.contains(
                            lines[i].substring(at + 5).split("[:;]", 2)[0].replace("\"", ""))) {
                return i + 1;
            }
        }
        return 1;
    }

    /** In order; refuses a file in which something begins and does not end. */
    private static List<Integer> linesOfEvents(String text) {
        List<Integer> events = new ArrayList<>();
        List<String> open = new ArrayList<>();
        int line = 0;
        for (String written : text.split(LINE_END, -1)) {
            line++;
            String upper = written.strip().toUpperCase(Locale.ROOT);
            if (upper.startsWith("BEGIN:")) {
                open.add(upper.substring("BEGIN:".length()));
                if (upper.equals("BEGIN:VEVENT")) {
                    events.add(line);
                }
            } else if (upper.startsWith("END:")) {
                if (open.isEmpty() || !open.getLast().equals(upper.substring("END:".length()))) {
                    throw new BrokenLine(line, "calendar");
                }
                open.removeLast();
            }
        }
        if (!open.isEmpty() || events.isEmpty()) {
            throw new BrokenLine(open.isEmpty() ? 1 : line, open.isEmpty() ? "empty" : "calendar");
        }
        return events;
    }
}
