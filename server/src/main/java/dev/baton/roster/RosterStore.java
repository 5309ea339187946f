package dev.baton.roster;

import dev.baton.identity.AgentId;
import dev.baton.platform.SqlArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The rows of {@code shifts} and {@code shift_patterns}, and when the work of each agent ends. */
@ApplicationScoped
class RosterStore {

    private static final String SHIFT = "SELECT id, agent, kind, starts_at, ends_at, pattern, note FROM shifts\n";
    private static final String PATTERN =
            "SELECT id, agent, weekdays, starts, ends, zone, valid_from, valid_until FROM shift_patterns";

    List<Shift> between(Handle handle, Instant from, Instant until) {
        return handle.createQuery(SHIFT + """
                 WHERE ends_at > :from AND starts_at < :until ORDER BY starts_at, id""")
                .bind("from", from)
                .bind("until", until)
                .map(RosterStore::shift)
                .list();
    }

    Optional<Shift> find(Handle handle, ShiftId id) {
        return handle.createQuery(SHIFT + " WHERE id = :id")
                .bind("id", id)
                .map(RosterStore::shift)
                .findOne();
    }

    /** What one person has at this time already, of the same kind. */
    Optional<Shift> inTheWayOf(Handle handle, Shift shift, Collection<ShiftId> except) {
        return handle.createQuery(SHIFT + """
                 WHERE agent = :agent AND kind = :kind AND id <> ALL (:except::uuid[])
                    AND tstzrange(starts_at, ends_at) && tstzrange(:from, :until)
                ORDER BY starts_at LIMIT 1""")
                .bind("agent", shift.agent())
                .bind("kind", shift.kind().wire())
                .bind("from", shift.startsAt())
                .bind("until", shift.endsAt())
                .bind(
                        "except",
                        SqlArray.of("uuid", except.stream().map(ShiftId::value).toList()))
                .map(RosterStore::shift)
                .findOne();
    }

    /** One writes at a time. */
    void lock(Handle handle) {
        handle.execute("SELECT pg_advisory_xact_lock(hashtextextended('baton roster', 0))");
    }

    void insert(Handle handle, Shift shift) {
        handle.createUpdate("""
                INSERT INTO shifts (id, agent, kind, starts_at, ends_at, pattern, note)
                VALUES (:id, :agent, :kind, :from, :until, :pattern, :note)""")
                .bind("id", shift.id())
                .bind("agent", shift.agent())
                .bind("kind", shift.kind().wire())
                .bind("from", shift.startsAt())
                .bind("until", shift.endsAt())
                .bind(
                        "pattern",
                        shift.pattern() == null ? null : shift.pattern().value())
                .bind("note", shift.note())
                .execute();
    }

    /** What a hand has moved no longer follows its pattern. */
    void update(Handle handle, Shift shift) {
        handle.createUpdate("""
                UPDATE shifts SET agent = :agent, kind = :kind, starts_at = :from, ends_at = :until, note = :note,
                    moved = true
                WHERE id = :id""")
                .bind("id", shift.id())
                .bind("agent", shift.agent())
                .bind("kind", shift.kind().wire())
                .bind("from", shift.startsAt())
                .bind("until", shift.endsAt())
                .bind("note", shift.note())
                .execute();
    }

    void delete(Handle handle, ShiftId id) {
        handle.createUpdate("DELETE FROM shifts WHERE id = :id").bind("id", id).execute();
    }

    /** In one statement: for a moment between two, one person would have both. */
    void exchange(Handle handle, Shift one, Shift other) {
        handle.createUpdate("""
                UPDATE shifts SET moved = true, agent = CASE id WHEN :one THEN :others ELSE :ones END
                WHERE id IN (:one, :other)""")
                .bind("one", one.id())
                .bind("other", other.id())
                .bind("ones", one.agent())
                .bind("others", other.agent())
                .execute();
    }

    // --- patterns

    List<Pattern> patterns(Handle handle) {
        return handle.createQuery(PATTERN + " ORDER BY agent, starts, id")
                .map(RosterStore::pattern)
                .list();
    }

    Optional<Pattern> findPattern(Handle handle, PatternId id) {
        return handle.createQuery(PATTERN + " WHERE id = :id")
                .bind("id", id)
                .map(RosterStore::pattern)
                .findOne();
    }

    /** With the last day for which the shifts are there. */
    Map<Pattern, LocalDate> unfinished(Handle handle, LocalDate madeBefore) {
        return handle
                .createQuery("""
                SELECT id, agent, weekdays, starts, ends, zone, valid_from, valid_until, made_until FROM shift_patterns
                WHERE made_until < :day AND (valid_until IS NULL OR made_until < valid_until)""")
                .bind("day", madeBefore)
                .map((row, context) -> Map.entry(pattern(row, context), row.getObject("made_until", LocalDate.class)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, same) -> one, HashMap::new));
    }

    void save(Handle handle, Pattern pattern, LocalDate madeUntil) {
        handle.createUpdate("""
                INSERT INTO shift_patterns (id, agent, weekdays, starts, ends, zone, valid_from, valid_until, made_until)
                VALUES (:id, :agent, :weekdays, :starts, :ends, :zone, :from, :until, :made)
                ON CONFLICT (id) DO UPDATE SET weekdays = excluded.weekdays, starts = excluded.starts,
                    ends = excluded.ends, zone = excluded.zone, valid_from = excluded.valid_from,
                    valid_until = excluded.valid_until, made_until = excluded.made_until""")
                .bind("id", pattern.id())
                .bind("agent", pattern.agent())
                .bind(
                        "weekdays",
                        SqlArray.of(
                                "integer",
                                pattern.weekdays().stream()
                                        .map(DayOfWeek::getValue)
                                        .sorted()
                                        .toList()))
                .bind("starts", pattern.from())
                .bind("ends", pattern.until())
                .bind("zone", pattern.zone().getId())
                .bind("from", pattern.validFrom())
                .bind("until", pattern.validUntil())
                .bind("made", madeUntil)
                .execute();
    }

    /** What it made and nobody touched, as far as it has not begun. */
    void deleteComing(Handle handle, PatternId pattern) {
        handle.createUpdate("DELETE FROM shifts WHERE pattern = :id AND starts_at > baton_now() AND NOT moved")
                .bind("id", pattern)
                .execute();
    }

    void deletePattern(Handle handle, PatternId id) {
        handle.createUpdate("DELETE FROM shift_patterns WHERE id = :id")
                .bind("id", id)
                .execute();
    }

    // --- what assignment reads

    /** Returns those for whom it was news; who is not named has no roster. Locks agents ascending, as everywhere. */
    Set<AgentId> setEnds(Handle handle, Map<AgentId, Instant> ends) {
        List<AgentId> named = ends.keySet().stream().toList();
        return handle.createQuery("""
                WITH news AS (
                    SELECT a.id, e.ends_at FROM agents a
                    LEFT JOIN unnest(:agents::uuid[], :ends::timestamptz[]) AS e (agent, ends_at) ON e.agent = a.id
                    WHERE a.shift_ends_at IS DISTINCT FROM e.ends_at
                    ORDER BY a.id FOR UPDATE OF a)
                UPDATE agents SET shift_ends_at = news.ends_at FROM news WHERE agents.id = news.id
                RETURNING agents.id""")
                .bind(
                        "agents",
                        SqlArray.of("uuid", named.stream().map(AgentId::value).toList()))
                .bind(
                        "ends",
                        SqlArray.of(
                                "timestamptz",
                                named.stream()
                                        .map(agent -> ends.get(agent).toString())
                                        .toList()))
                .mapTo(AgentId.class)
                .set();
    }

    private static Shift shift(ResultSet row, StatementContext context) throws SQLException {
        UUID pattern = row.getObject("pattern", UUID.class);
        return new Shift(
                new ShiftId(row.getObject("id", UUID.class)),
                new AgentId(row.getObject("agent", UUID.class)),
                Shift.Kind.ofWire(row.getString("kind")),
                row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                row.getObject("ends_at", OffsetDateTime.class).toInstant(),
                pattern == null ? null : new PatternId(pattern),
                row.getString("note"));
    }

    private static Pattern pattern(ResultSet row, StatementContext context) throws SQLException {
        Integer[] weekdays = (Integer[]) row.getArray("weekdays").getArray();
        return new Pattern(
                new PatternId(row.getObject("id", UUID.class)),
                new AgentId(row.getObject("agent", UUID.class)),
                Arrays.stream(weekdays).map(DayOfWeek::of).collect(Collectors.toUnmodifiableSet()),
                row.getObject("starts", LocalTime.class),
                row.getObject("ends", LocalTime.class),
                ZoneId.of(row.getString("zone")),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_until", LocalDate.class));
    }
}
