package dev.baton.staffing;

import dev.baton.identity.CatalogueChanged;
import dev.baton.platform.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Skill groups and the categories that lead to them. Neither is ever deleted: old conversations keep their names. */
@ApplicationScoped
public class Groups {

    private final Jdbi jdbi;
    private final GroupStore store;
    private final Event<CatalogueChanged> changed;

    Groups(Jdbi jdbi, GroupStore store, Event<CatalogueChanged> changed) {
        this.jdbi = jdbi;
        this.store = store;
        this.changed = changed;
    }

    public List<Group> all() {
        return jdbi.withHandle(store::groups);
    }

    public List<Category> categories() {
        return jdbi.withHandle(store::categories);
    }

    /** The categories that a customer may choose from. */
    public List<Category> menu() {
        return jdbi.withHandle(store::menu);
    }

    public void add(Group group) {
        jdbi.useTransaction(handle -> {
            demandFreeName(handle, group);
            demandCalendar(handle, group);
            store.insert(handle, group);
        });
        changed.fire(new CatalogueChanged());
    }

    public void change(Group group) {
        jdbi.useTransaction(handle -> {
            demandFreeName(handle, group);
            demandCalendar(handle, group);
            if (!store.update(handle, group)) {
                throw Refused.notFound();
            }
        });
        changed.fire(new CatalogueChanged());
    }

    public void add(Category category) {
        jdbi.useTransaction(handle -> {
            demandGroup(handle, category);
            store.insert(handle, category);
        });
        changed.fire(new CatalogueChanged());
    }

    public void change(Category category) {
        jdbi.useTransaction(handle -> {
            demandGroup(handle, category);
            if (!store.update(handle, category)) {
                throw Refused.notFound();
            }
        });
        changed.fire(new CatalogueChanged());
    }

    private void demandFreeName(Handle handle, Group group) {
        if (store.isNameTaken(handle, "groups", group.id().value(), group.names())) {
            throw Refused.invalid("names", "taken");
        }
    }

    private void demandCalendar(Handle handle, Group group) {
        if (group.calendar() != null && !store.calendarExists(handle, group.calendar())) {
            throw Refused.invalid("calendar", "unknown");
        }
    }

    private void demandGroup(Handle handle, Category category) {
        if (!store.exists(handle, category.group())) {
            throw Refused.invalid("group", "unknown");
        }
        if (store.isNameTaken(handle, "categories", category.id().value(), category.names())) {
            throw Refused.invalid("names", "taken");
        }
    }
}
