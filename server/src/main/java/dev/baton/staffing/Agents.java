package dev.baton.staffing;

import dev.baton.conversation.Availability;
import dev.baton.identity.AccountDisabled;
import dev.baton.identity.AgentChanged;
import dev.baton.identity.AgentId;
import dev.baton.identity.CatalogueChanged;
import dev.baton.identity.GroupId;
import dev.baton.identity.MembershipChanged;
import dev.baton.identity.accounts.AccountChange;
import dev.baton.identity.accounts.Accounts;
import dev.baton.identity.accounts.NewAccount;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The people who answer: every account is one. Their load is the business of assignment. */
@ApplicationScoped
public class Agents {

    private static final String NOBODY = "nobody";

    private final Jdbi jdbi;
    private final AgentStore store;
    private final Accounts accounts;
    private final Event<Object> events;

    Agents(Jdbi jdbi, AgentStore store, Accounts accounts, Event<Object> events) {
        this.jdbi = jdbi;
        this.store = store;
        this.accounts = accounts;
        this.events = events;
    }

    public List<AgentProfile> all() {
        return jdbi.withHandle(store::all);
    }

    /** What each agent is in each of their groups. */
    public Map<AgentId, List<Membership>> memberships() {
        return jdbi.withHandle(store::memberships);
    }

    public Optional<AgentProfile> find(AgentId id) {
        return jdbi.withHandle(handle -> store.find(handle, id));
    }

    /**
     * Somebody's availability, and how it came to be.
     *
     * @param reason of a break, from the catalogue; null for none
     * @param by who said so; null for Baton itself
     * @param why what made Baton say so: {@code idle}, {@code missed_offers}, {@code disabled}; null where people did
     */
    public record Standing(Availability availability, String reason, AgentId by, String why) {}

    /** Who takes work, and every change with who made it. What is said again changes nothing. */
    public void setAvailability(AgentId id, Standing standing) {
        if (jdbi.inTransaction(handle -> store.setAvailability(handle, id, standing))) {
            events.fire(new AgentChanged(id));
        }
    }

    /** A hand moved at one of the agent's screens. */
    public void active(AgentId id) {
        jdbi.useTransaction(handle -> store.active(handle, id));
    }

    /**
     * Who is connected and on duty and has not moved a hand for this long is taken for away.
     *
     * @return whether that is news
     */
    public boolean idle(AgentId id, long seconds) {
        boolean away = jdbi.inTransaction(handle -> store.idle(handle, id, seconds));
        if (away) {
            events.fire(new AgentChanged(id));
        }
        return away;
    }

    /**
     * An offer ran out before the agent answered.
     *
     * @param most after so many in a row they are taken for away; null for never
     */
    public void missedOffer(AgentId id, Integer most) {
        if (jdbi.inTransaction(handle -> store.missedOffer(handle, id, most))) {
            events.fire(new AgentChanged(id));
        }
    }

    /** The agent answered an offer, or took work in another way: what was missed before is forgotten. */
    public void answeredOffer(AgentId id) {
        jdbi.useTransaction(handle -> store.answeredOffer(handle, id));
    }

    /** The first of the agent's screens has connected. */
    public void connected(AgentId id) {
        setConnected(id, true);
    }

    /** The last of the agent's screens has gone. How long that is borne is policy, not ours. */
    public void disconnected(AgentId id) {
        setConnected(id, false);
    }

    /** At the start of the server, before any screen connects. */
    public void disconnectAll() {
        jdbi.useTransaction(store::disconnectAll);
    }

    /** What came of adding or changing somebody. */
    public enum Outcome {
        DONE,
        UNKNOWN,
        EMAIL_TAKEN,
        NO_SUCH_GROUP,
        LAST_ADMIN
    }

    /**
     * Somebody who is to work here.
     *
     * @param place what they are to do
     */
    public record Newcomer(NewAccount account, Place place) {}

    /**
     * What somebody does here.
     *
     * @param capacity slots that may count at once
     * @param memberships of some of these groups; the others stay as they are, or plain
     */
    public record Place(int capacity, Set<GroupId> groups, List<Membership> memberships) {}

    /** Adds all of them or, when one cannot be added, none. */
    public Outcome add(List<Newcomer> newcomers) {
        Outcome outcome = jdbi.inTransaction(handle -> {
            handle.savepoint(NOBODY);
            for (Newcomer newcomer : newcomers) {
                Outcome one = add(handle, newcomer);
                if (one != Outcome.DONE) {
                    handle.rollbackToSavepoint(NOBODY);
                    return one;
                }
            }
            return Outcome.DONE;
        });
        if (outcome == Outcome.DONE) {
            newcomers.forEach(
                    newcomer -> events.fire(new AgentChanged(newcomer.account().id())));
            events.fire(new CatalogueChanged());
        }
        return outcome;
    }

    public Outcome change(AgentId id, AccountChange change, Place place) {
        Set<GroupId> groups = place.groups();
        Told told = new Told();
        Outcome outcome = jdbi.inTransaction(handle -> {
            if (!store.allExist(handle, groups)) {
                return Outcome.NO_SUCH_GROUP;
            }
            return switch (accounts.change(handle, id, change)) {
                case Accounts.Change.Unknown _ -> Outcome.UNKNOWN;
                case Accounts.Change.EmailTaken _ -> Outcome.EMAIL_TAKEN;
                case Accounts.Change.LastAdmin _ -> Outcome.LAST_ADMIN;
                case Accounts.Change.Done done -> {
                    told.done = done;
                    told.groupsBefore = store.find(handle, id).orElseThrow().groups();
                    store.setCapacity(handle, id, place.capacity());
                    if (!change.enabled()) {
                        store.setAvailability(handle, id, new Standing(Availability.OFF, null, null, "disabled"));
                    }
                    store.setGroups(handle, id, groups);
                    store.setMemberships(handle, id, place.memberships());
                    yield Outcome.DONE;
                }
            };
        });
        if (outcome == Outcome.DONE) {
            tell(id, change, groups, told);
        }
        return outcome;
    }

    /** What a transaction found out and the world hears after its commit. */
    private static final class Told {
        private Accounts.Change.Done done;
        private Set<GroupId> groupsBefore;
    }

    private Outcome add(Handle handle, Newcomer newcomer) {
        AgentId id = newcomer.account().id();
        Place place = newcomer.place();
        if (!store.allExist(handle, place.groups())) {
            return Outcome.NO_SUCH_GROUP;
        }
        if (!accounts.create(handle, newcomer.account())) {
            return Outcome.EMAIL_TAKEN;
        }
        store.insert(handle, id, place.capacity());
        store.setGroups(handle, id, place.groups());
        store.setMemberships(handle, id, place.memberships());
        return Outcome.DONE;
    }

    private void tell(AgentId id, AccountChange change, Set<GroupId> groups, Told told) {
        accounts.tellRevoked(told.done.ended());
        if (told.done.before().enabled() && !change.enabled()) {
            events.fire(new AccountDisabled(id));
        }
        if (told.done.before().role() != change.role() || !told.groupsBefore.equals(groups)) {
            events.fire(new MembershipChanged(id, groups));
        }
        events.fire(new AgentChanged(id));
        events.fire(new CatalogueChanged());
    }

    private void setConnected(AgentId id, boolean connected) {
        if (jdbi.inTransaction(handle -> store.setConnected(handle, id, connected))) {
            events.fire(new AgentChanged(id));
        }
    }
}
