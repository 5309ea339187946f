package dev.baton.staffing.presence;

import dev.baton.conversation.Availability;
import dev.baton.identity.AgentId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The rows of {@code availability_changes}: written with the change itself, read here. */
@ApplicationScoped
class AvailabilityStore {

    List<AvailabilityEntry> of(Handle handle, AgentId agent, int most) {
        return handle.createQuery("""
                SELECT c.availability, c.reason, c.changed_by, a.name, c.why, c.at
                FROM availability_changes c LEFT JOIN accounts a ON a.id = c.changed_by
                WHERE c.agent = :agent ORDER BY c.id DESC LIMIT :most""")
                .bind("agent", agent.value())
                .bind("most", most)
                .map((row, context) -> new AvailabilityEntry(
                        Availability.ofWire(row.getString("availability")),
                        row.getString("reason"),
                        row.getObject("changed_by", UUID.class) == null
                                ? null
                                : new AgentId(row.getObject("changed_by", UUID.class)),
                        row.getString("name"),
                        row.getString("why"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
