package dev.baton.collaboration;

import dev.baton.identity.AgentId;
import dev.baton.identity.CatalogueChanged;
import dev.baton.identity.Viewer;
import dev.baton.platform.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Words that are said often: the company's, a group's, and everybody's own. */
@ApplicationScoped
public class CannedReplies {

    private final Jdbi jdbi;
    private final CannedReplyStore store;
    private final Event<CatalogueChanged> changed;

    CannedReplies(Jdbi jdbi, CannedReplyStore store, Event<CatalogueChanged> changed) {
        this.jdbi = jdbi;
        this.store = store;
        this.changed = changed;
    }

    public List<CannedReply> usableBy(Viewer.Staff staff) {
        return jdbi.withHandle(handle -> store.usableBy(handle, staff));
    }

    /** The company's and all groups'. */
    public List<CannedReply> shared() {
        return jdbi.withHandle(store::shared);
    }

    public List<CannedReply> personal(AgentId owner) {
        return jdbi.withHandle(handle -> store.personal(handle, owner));
    }

    public void add(CannedReply reply) {
        jdbi.useTransaction(handle -> {
            demandGroup(handle, reply);
            if (!store.insert(handle, reply)) {
                throw Refused.invalid("shortcut", "taken");
            }
        });
        changed.fire(new CatalogueChanged());
    }

    /** Changes one of the same owner: a personal one is nobody else's business, an admin's neither. */
    public void change(CannedReply reply) {
        jdbi.useTransaction(handle -> {
            demandSameOwner(handle, reply.id(), reply.owner());
            demandGroup(handle, reply);
            if (store.isShortcutOfAnother(handle, reply)) {
                throw Refused.invalid("shortcut", "taken");
            }
            store.update(handle, reply);
        });
        changed.fire(new CatalogueChanged());
    }

    /** @param owner whose it has to be; null for a shared one */
    public void delete(UUID id, AgentId owner) {
        jdbi.useTransaction(handle -> {
            demandSameOwner(handle, id, owner);
            store.delete(handle, id);
        });
        changed.fire(new CatalogueChanged());
    }

    private void demandSameOwner(Handle handle, UUID id, AgentId owner) {
        CannedReply before = store.find(handle, id).orElseThrow(Refused::notFound);
        if (!java.util.Objects.equals(before.owner(), owner)) {
            throw Refused.notFound();
        }
    }

    private void demandGroup(Handle handle, CannedReply reply) {
        if (reply.group() != null && !store.groupExists(handle, reply.group())) {
            throw Refused.invalid("group", "unknown");
        }
    }
}
