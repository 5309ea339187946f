package dev.baton.hours;

import dev.baton.identity.CatalogueChanged;
import dev.baton.identity.GroupId;
import dev.baton.platform.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * When groups are open. Asked at every start and changed now and then: kept for a second, so that a change by another server
 * of the cluster is seen by then; one of our own is seen at once.
 */
@ApplicationScoped
public class Calendars {

    private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();

    private record Known(Map<GroupId, BusinessHours> hours, long readAt) {}

    private final Jdbi jdbi;
    private final Runnable changed;
    private final AtomicInteger changes = new AtomicInteger();
    private volatile Known last;

    @Inject
    Calendars(Jdbi jdbi, Event<CatalogueChanged> changed) {
        this(jdbi, () -> changed.fire(new CatalogueChanged()));
    }

    /** Without a container. */
    public Calendars(Jdbi jdbi) {
        this(jdbi, () -> {});
    }

    private Calendars(Jdbi jdbi, Runnable changed) {
        this.jdbi = jdbi;
        this.changed = changed;
    }

    void forget(@Observes CatalogueChanged news) {
        changes.incrementAndGet();
        last = null;
    }

    // --- asking

    /** Empty for a group that is always open. */
    public Optional<BusinessHours> of(GroupId group) {
        return Optional.ofNullable(current().hours.get(group));
    }

    public boolean isOpen(GroupId group, Instant now) {
        return of(group).map(hours -> hours.isOpen(now)).orElse(true);
    }

    private Known current() {
        var known = last;
        if (known != null && System.nanoTime() - known.readAt < FRESH_NANOS) {
            return known;
        }
        int before = changes.get();
        long asked = System.nanoTime();
        var read = jdbi.withHandle(handle -> read(handle, asked));
        if (changes.get() == before) {
            last = read;
        }
        return read;
    }

    private static Known read(Handle handle, long asked) {
        var ofGroups = CalendarStore.ofGroups(handle);
        if (ofGroups.isEmpty()) {
            return new Known(Map.of(), asked);
        }
        var hours = new HashMap<CalendarId, BusinessHours>();
        CalendarStore.all(handle).forEach(calendar -> hours.put(calendar.id(), calendar.businessHours()));
        var byGroup = new HashMap<GroupId, BusinessHours>();
        ofGroups.forEach((group, calendar) -> byGroup.put(group, hours.get(calendar)));
        return new Known(byGroup, asked);
    }

    // --- administering

    public List<Calendar> all() {
        return jdbi.withHandle(CalendarStore::all);
    }

    public void add(Calendar calendar) {
        jdbi.useTransaction(handle -> save(handle, calendar));
        changed.run();
    }

    /** @throws Refused not_found, or {@code invalid} when another has its name */
    public Calendar change(CalendarId id, UnaryOperator<Calendar> change) {
        var after = jdbi.inTransaction(handle -> {
            var before = CalendarStore.find(handle, id).orElseThrow(Refused::notFound);
            var wanted = change.apply(before);
            save(handle, wanted);
            return wanted;
        });
        changed.run();
        return after;
    }

    private static void save(Handle handle, Calendar calendar) {
        if (CalendarStore.isNameTaken(handle, calendar.id(), calendar.name())) {
            throw Refused.invalid("name", "taken");
        }
        CalendarStore.save(handle, calendar);
    }

    /** @throws Refused not_found, or {@code calendar_in_use} while a group follows it */
    public void delete(CalendarId id) {
        jdbi.useTransaction(handle -> {
            if (CalendarStore.find(handle, id).isEmpty()) {
                throw Refused.notFound();
            }
            if (CalendarStore.ofGroups(handle).containsValue(id)) {
                throw new Refused(409, "calendar_in_use");
            }
            CalendarStore.delete(handle, id);
        });
        changed.run();
    }
}
