package dev.baton.roster.files;

import dev.baton.roster.Shift;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * Shifts as comma-separated values (RFC 4180): {@code agent} (an e-mail address), {@code kind}, {@code starts_at}, {@code
 * ends_at}, {@code note}. Times are ISO 8601, with an offset or by the clocks of a zone. Pure.
 */
final class RosterCsv {

    private static final List<String> COLUMNS = List.of("agent", "kind", "starts_at", "ends_at", "note");
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd['T'][' ']HH:mm[:ss]");
    private static final String STARTS_FORMULA = "=+-@\t";

    private RosterCsv() {}

    /** @param email by agent, of everybody in the file */
    static String write(List<Shift> shifts, Function<Shift, String> email, ZoneId zone) {
        StringBuilder text =
                new StringBuilder("\uFEFF").append(String.join(",", COLUMNS)).append("\r\n");
        for (Shift shift : shifts) {
            List<String> cells = List.of(
                    email.apply(shift),
                    shift.kind().wire(),
                    OffsetDateTime.ofInstant(shift.startsAt(), zone).toString(),
                    OffsetDateTime.ofInstant(shift.endsAt(), zone).toString(),
                    shift.note() == null ? "" : shift.note());
            text.append(String.join(",", cells.stream().map(RosterCsv::quoted).toList()))
                    .append("\r\n");
        }
        return text.toString();
    }

    static List<ReadLine> read(String text, ZoneId zone) {
        List<Record> records = records(text);
        if (records.isEmpty()) {
            throw new BrokenLine(1, "empty");
        }
        List<String> header = records.getFirst().cells().stream()
                .map(cell -> cell.strip().toLowerCase(Locale.ROOT))
                .toList();
        for (String needed : COLUMNS.subList(0, 4)) {
            if (!header.contains(needed)) {
                throw new BrokenLine(1, "column_missing");
            }
        }
        return records.stream()
                .skip(1)
                .filter(record -> !record.cells().equals(List.of("")))
                .map(record -> line(header, record, zone))
                .toList();
    }

    private static ReadLine line(List<String> header, Record record, ZoneId zone) {
        if (record.cells().size() != header.size()) {
            throw new BrokenLine(record.line(), "cells");
        }
        Function<String, String> cell = name ->
                header.contains(name) ? record.cells().get(header.indexOf(name)).strip() : "";
        Shift.Kind kind = Map.of("work", Shift.Kind.WORK, "absence", Shift.Kind.ABSENCE)
                .get(cell.apply("kind").toLowerCase(Locale.ROOT));
        if (kind == null) {
            throw new BrokenLine(record.line(), "kind");
        }
        return new ReadLine(
                record.line(),
                cell.apply("agent"),
                kind,
                time(record.line(), cell.apply("starts_at"), zone),
                time(record.line(), cell.apply("ends_at"), zone),
                unquoted(cell.apply("note")));
    }

    private static Instant time(int line, String written, ZoneId zone) {
        try {
            return OffsetDateTime.parse(written).toInstant();
        } catch (DateTimeException withoutOffset) {
            try {
                return LocalDateTime.parse(written, LOCAL).atZone(zone).toInstant();
            } catch (DateTimeException e) {
                throw new BrokenLine(line, "time");
            }
        }
    }

    /** @param line on which it begins, from 1 */
    private record Record(int line, List<String> cells) {}

    private static List<Record> records(String text) {
        List<Record> records = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        int line = 1;
        int began = 1;
        int start = text.startsWith("\uFEFF") ? 1 : 0;
        for (int i = start; i <= text.length(); i++) {
            char c = i == text.length() ? '\n' : text.charAt(i);
            if (quoted && i == text.length()) {
                throw new BrokenLine(began, "quote");
            }
            if (quoted) {
                if (c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    cell.append(c);
                    i++;
                } else if (c == '"') {
                    quoted = false;
                } else {
                    cell.append(c);
                }
            } else if (c == '"' && cell.isEmpty()) {
                quoted = true;
            } else if (c == ',' || c == '\n') {
                cells.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    records.add(new Record(began, List.copyOf(cells)));
                    cells.clear();
                    began = line + 1;
                }
            } else if (c != '\r') {
                cell.append(c);
            }
            if (c == '\n') {
                line++;
            }
        }
        records.removeIf(record -> record.cells().equals(List.of("")));
        return records;
    }

    /** A spreadsheet would compute what begins like a formula. */
    private static String quoted(String cell) {
        String safe = !cell.isEmpty() && STARTS_FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
        return safe.matches("[^\",\r\n]*") ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
    }

    private static String unquoted(String cell) {
        return cell.length() > 1 && cell.charAt(0) == '\'' && STARTS_FORMULA.indexOf(cell.charAt(1)) >= 0
                ? cell.substring(1)
                : cell;
    }
}
