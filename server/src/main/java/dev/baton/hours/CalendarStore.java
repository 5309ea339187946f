package dev.baton.hours;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.baton.hours.Calendar.Day;
import dev.baton.hours.Calendar.Hours;
import dev.baton.identity.GroupId;
import dev.baton.platform.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The rows of {@code calendars}, and which group follows which. */
final class CalendarStore {

    private static final String SELECT = "SELECT id, name, zone, weekly::text, days::text FROM calendars";

    private CalendarStore() {}

    static List<Calendar> all(Handle handle) {
        return handle.createQuery(SELECT + " ORDER BY lower(name), id")
                .map((row, context) -> calendar(row))
                .list();
    }

    static Optional<Calendar> find(Handle handle, CalendarId id) {
        return handle.createQuery(SELECT + " WHERE id = :id FOR UPDATE")
                .bind("id", id.value())
                .map((row, context) -> calendar(row))
                .findOne();
    }

    static Map<GroupId, CalendarId> ofGroups(Handle handle) {
        var found = new HashMap<GroupId, CalendarId>();
        handle.createQuery("SELECT id, calendar FROM groups WHERE calendar IS NOT NULL")
                .map((row, context) -> found.put(
                        new GroupId(row.getObject("id", UUID.class)),
                        new CalendarId(row.getObject("calendar", UUID.class))))
                .list();
        return found;
    }

    static void save(Handle handle, Calendar calendar) {
        handle.createUpdate("""
                INSERT INTO calendars (id, name, zone, weekly, days)
                VALUES (:id, :name, :zone, :weekly::jsonb, :days::jsonb)
                ON CONFLICT (id) DO UPDATE SET name = :name, zone = :zone, weekly = :weekly::jsonb, days = :days::jsonb
                """)
                .bind("id", calendar.id().value())
                .bind("name", calendar.name())
                .bind("zone", calendar.zone())
                .bind("weekly", Json.write(calendar.weekly()))
                .bind("days", Json.write(calendar.days()))
                .execute();
    }

    static boolean isNameTaken(Handle handle, CalendarId id, String name) {
        return handle.createQuery(
                        "SELECT EXISTS (SELECT FROM calendars WHERE id <> :id AND lower(name) = lower(:name))")
                .bind("id", id.value())
                .bind("name", name)
                .mapTo(Boolean.class)
                .one();
    }

    /** Returns false when there is no such calendar. */
    static boolean delete(Handle handle, CalendarId id) {
        return handle.createUpdate("DELETE FROM calendars WHERE id = :id")
                        .bind("id", id.value())
                        .execute()
                == 1;
    }

    private static Calendar calendar(ResultSet row) throws SQLException {
        return new Calendar(
                new CalendarId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("zone"),
                read(row.getString("weekly"), new TypeReference<Map<String, List<Hours>>>() {}),
                read(row.getString("days"), new TypeReference<List<Day>>() {}));
    }

    private static <T> T read(String stored, TypeReference<T> type) {
        try {
            return Json.MAPPER.readValue(stored, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not a calendar: " + stored, e);
        }
    }
}
