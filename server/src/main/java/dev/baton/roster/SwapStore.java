package dev.baton.roster;

import dev.baton.identity.AgentId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The rows of {@code shift_swaps}. */
@ApplicationScoped
class SwapStore {

    private static final String SELECT = """
            SELECT s.id, s.from_agent, s.from_shift, s.to_agent, s.to_shift, s.state, s.note, s.asked_at, s.decided_by
            FROM shift_swaps s JOIN shifts f ON f.id = s.from_shift""";

    /** Those about shifts that are not over, the newest first. */
    List<Swap> since(Handle handle, Instant at) {
        return handle.createQuery(SELECT + " WHERE f.ends_at > :at ORDER BY s.asked_at DESC, s.id")
                .bind("at", at)
                .map(SwapStore::swap)
                .list();
    }

    Optional<Swap> find(Handle handle, SwapId id) {
        return handle.createQuery(SELECT + " WHERE s.id = :id")
                .bind("id", id)
                .map(SwapStore::swap)
                .findOne();
    }

    /** Returns false when the shift is offered already. */
    boolean insert(Handle handle, Swap swap) {
        return handle.createUpdate("""
                INSERT INTO shift_swaps (id, from_agent, from_shift, to_agent, to_shift, state, note, asked_at)
                VALUES (:id, :from, :shift, :to, :for, :state, :note, :at)
                ON CONFLICT DO NOTHING""")
                        .bind("id", swap.id())
                        .bind("from", swap.fromAgent())
                        .bind("shift", swap.fromShift())
                        .bind("to", swap.toAgent())
                        .bind(
                                "for",
                                swap.toShift() == null ? null : swap.toShift().value())
                        .bind("state", swap.state().wire())
                        .bind("note", swap.note())
                        .bind("at", swap.askedAt())
                        .execute()
                == 1;
    }

    void setState(Handle handle, SwapId id, Swap.State state, AgentId decidedBy) {
        handle.createUpdate("UPDATE shift_swaps SET state = :state, decided_by = :by WHERE id = :id")
                .bind("id", id)
                .bind("state", state.wire())
                .bind("by", decidedBy == null ? null : decidedBy.value())
                .execute();
    }

    private static Swap swap(ResultSet row, StatementContext context) throws SQLException {
        UUID toShift = row.getObject("to_shift", UUID.class);
        UUID decidedBy = row.getObject("decided_by", UUID.class);
        return new Swap(
                new SwapId(row.getObject("id", UUID.class)),
                new AgentId(row.getObject("from_agent", UUID.class)),
                new ShiftId(row.getObject("from_shift", UUID.class)),
                new AgentId(row.getObject("to_agent", UUID.class)),
                toShift == null ? null : new ShiftId(toShift),
                Swap.State.ofWire(row.getString("state")),
                row.getString("note"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                decidedBy == null ? null : new AgentId(decidedBy));
    }
}
