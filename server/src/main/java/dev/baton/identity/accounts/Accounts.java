package dev.baton.identity.accounts;

import dev.baton.identity.AgentId;
import dev.baton.identity.SessionKey;
import dev.baton.identity.SessionsRevoked;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The accounts of staff. What takes a {@link Handle} is one part of somebody's larger transaction; who calls it tells the
 * world after the commit.
 */
@ApplicationScoped
public class Accounts {

    private final Jdbi jdbi;
    private final AccountStore store;
    private final StaffSessionStore sessions;
    private final Event<SessionsRevoked> revoked;

    Accounts(Jdbi jdbi, AccountStore store, StaffSessionStore sessions, Event<SessionsRevoked> revoked) {
        this.jdbi = jdbi;
        this.store = store;
        this.sessions = sessions;
        this.revoked = revoked;
    }

    public List<Account> all() {
        return jdbi.withHandle(store::all);
    }

    public Optional<Account> find(AgentId id) {
        return jdbi.withHandle(handle -> store.find(handle, id));
    }

    /** Whether nobody can sign in yet: a database that was made a moment ago. */
    public boolean isEmpty() {
        return jdbi.withHandle(store::isEmpty);
    }

    /** Returns false when the e-mail address is taken. */
    public boolean create(Handle handle, NewAccount account) {
        return store.insert(handle, account);
    }

    /** What came of an admin's change. */
    public sealed interface Change {

        /**
         * @param ended sessions that are no longer good
         * @param before the account as it was
         */
        record Done(Account before, Set<SessionKey> ended) implements Change {}

        record Unknown() implements Change {}

        record EmailTaken() implements Change {}

        /** Nobody could administer any more. */
        record LastAdmin() implements Change {}
    }

    public Change change(Handle handle, AgentId id, AccountChange change) {
        int admins = store.lockEnabledAdmins(handle);
        Optional<Account> before = store.lock(handle, id).map(AccountStore.Stored::account);
        if (before.isEmpty()) {
            return new Change.Unknown();
        }
        if (store.isEmailOfAnother(handle, change.email(), id)) {
            return new Change.EmailTaken();
        }
        boolean wasAdmin = before.get().enabled() && before.get().role() == Role.ADMIN;
        if (admins == 1 && wasAdmin && !(change.enabled() && change.role() == Role.ADMIN)) {
            return new Change.LastAdmin();
        }
        store.update(handle, id, change);
        return new Change.Done(before.get(), change.enabled() ? Set.of() : sessions.deleteAllOf(handle, id));
    }

    /** Sets a one-time password: every session of the account ends. Returns false when there is no such account. */
    public boolean resetPassword(AgentId id, String hash) {
        Optional<Set<SessionKey>> dead =
                jdbi.inTransaction(handle -> store.lock(handle, id).map(stored -> {
                    store.setPassword(handle, id, hash, true);
                    return sessions.deleteAllOf(handle, id);
                }));
        dead.ifPresent(this::tellRevoked);
        return dead.isPresent();
    }

    public void setPreferences(AgentId id, String language, String preferences) {
        jdbi.useHandle(handle -> store.setPreferences(handle, id, language, preferences));
    }

    public void tellRevoked(Set<SessionKey> dead) {
        if (!dead.isEmpty()) {
            revoked.fire(new SessionsRevoked(dead));
        }
    }
}
