package dev.baton.staffing;

import dev.baton.conversation.Availability;
import dev.baton.identity.AgentId;
import dev.baton.identity.CatalogueChanged;
import dev.baton.platform.Fields;
import dev.baton.platform.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Why conversations are ended without asking, and why they are handed on. */
@ApplicationScoped
public class Reasons {

    private final Jdbi jdbi;
    private final ReasonStore store;
    private final Event<CatalogueChanged> changed;

    Reasons(Jdbi jdbi, ReasonStore store, Event<CatalogueChanged> changed) {
        this.jdbi = jdbi;
        this.store = store;
        this.changed = changed;
    }

    public List<Reason> all() {
        return jdbi.withHandle(store::all);
    }

    /**
     * A reason that may be given now.
     *
     * @throws Refused {@code invalid} without one, {@code unknown_reason} when it is not in the catalogue, or not any more
     */
    public String demand(Reason.Kind kind, String code) {
        if (code == null) {
            throw Refused.invalid("reason", "required");
        }
        if (!jdbi.<Boolean, RuntimeException>withHandle(handle -> store.isKnown(handle, kind, code))) {
            throw new Refused(422, "unknown_reason");
        }
        return code;
    }

    /**
     * What somebody says about taking work. A break may have a reason, nothing else has one.
     *
     * @throws Refused {@code invalid}, {@code unknown_reason}
     */
    public Agents.Standing standing(Availability availability, String reason, AgentId by) {
        if (reason != null && Fields.required("availability", availability) != Availability.ON_BREAK) {
            throw Refused.invalid("reason", "only_for_breaks");
        }
        return new Agents.Standing(
                Fields.required("availability", availability),
                reason == null ? null : demand(Reason.Kind.BREAK, reason),
                by,
                null);
    }

    public void add(Reason reason) {
        if (!jdbi.<Boolean, RuntimeException>inTransaction(handle -> store.insert(handle, reason))) {
            throw Refused.invalid("code", "taken");
        }
        changed.fire(new CatalogueChanged());
    }

    public void change(Reason reason) {
        if (!jdbi.<Boolean, RuntimeException>inTransaction(handle -> store.update(handle, reason))) {
            throw Refused.notFound();
        }
        changed.fire(new CatalogueChanged());
    }
}
