package dev.baton.identity.accounts;

import dev.baton.identity.AgentId;
import dev.baton.identity.CatalogueChanged;
import dev.baton.identity.Secrets;
import dev.baton.identity.SessionKey;
import dev.baton.identity.SessionsRevoked;
import dev.baton.platform.HeavyWork;
import dev.baton.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** How staff come in and go out. */
@ApplicationScoped
public class SignIns {

    private final Jdbi jdbi;
    private final AccountStore accounts;
    private final StaffSessionStore sessions;
    private final SignInPaceStore pace;
    private final Event<Object> events;
    private final SessionLimits limits;
    private final Passwords passwords;
    private final HeavyWork hashing = new HeavyWork("passwords", HeavyWork.halfOfTheCores());

    SignIns(
            Jdbi jdbi,
            AccountStore accounts,
            StaffSessionStore sessions,
            SignInPaceStore pace,
            Event<Object> events,
            Settings settings) {
        this.jdbi = jdbi;
        this.accounts = accounts;
        this.sessions = sessions;
        this.pace = pace;
        this.events = events;
        this.limits = SessionLimits.from(settings);
        this.passwords = new Passwords(new Passwords.Cost(
                settings.get(Settings.ARGON2_MEMORY),
                settings.get(Settings.ARGON2_ITERATIONS),
                settings.get(Settings.ARGON2_LANES)));
    }

    /** What came of an attempt to sign in. */
    public sealed interface Outcome {

        /** @param token goes into the cookie and is not kept anywhere */
        record In(String token, StaffSession session) implements Outcome {}

        /** Wrong password, no such account, or a disabled one: nobody learns which. */
        record Wrong() implements Outcome {}

        /** Too many failures from here. */
        record TooSoon(Duration delay) implements Outcome {}
    }

    /** Signs in. The work is the same whether the account exists or not. */
    public Outcome signIn(String email, String password, Caller caller) {
        Duration wait = jdbi.inTransaction(handle -> pace.reserve(handle, email, caller.address()));
        if (wait.isPositive()) {
            return new Outcome.TooSoon(wait);
        }
        Optional<AccountStore.Stored> stored = jdbi.withHandle(handle -> accounts.findByEmail(handle, email));
        if (!hashing.inTurn(() -> isRight(stored, password))) {
            return new Outcome.Wrong();
        }
        AccountStore.Stored right = stored.orElseThrow();
        refresh(right, password);
        return jdbi.inTransaction(handle -> {
            pace.succeeded(handle, email, caller.address());
            return open(handle, right.account().id(), caller);
        });
    }

    /** The session of a cookie's token, noted as in use. */
    public Optional<StaffSession> session(SessionKey key) {
        return jdbi.withHandle(handle -> {
            Optional<StaffSession> session = sessions.find(handle, key, limits.idle());
            if (session.isPresent()) {
                sessions.touch(handle, key);
            }
            return session;
        });
    }

    public void signOut(SessionKey key) {
        tell(jdbi.inTransaction(handle -> sessions.delete(handle, key)));
    }

    /** What came of an attempt to change a password. */
    public sealed interface Change {
        record Done() implements Change {}

        record WrongPassword() implements Change {}

        record TooSoon(Duration delay) implements Change {}

        record Unfit(String rule) implements Change {}
    }

    /** Changes the own password; every other session of the account ends. */
    public Change changePassword(AgentId account, SessionKey kept, String current, String next, Caller caller) {
        AccountStore.Stored before = jdbi.withHandle(handle -> accounts.findWithPassword(handle, account))
                .orElseThrow();
        String email = before.account().email();
        Duration wait = jdbi.inTransaction(handle -> pace.reserve(handle, email, caller.address()));
        if (wait.isPositive()) {
            return new Change.TooSoon(wait);
        }
        if (!hashing.inTurn(() -> passwords.matches(current, before.passwordHash()))) {
            return new Change.WrongPassword();
        }
        jdbi.useTransaction(handle -> pace.succeeded(handle, email, caller.address()));
        Optional<String> broken = PasswordRules.broken(next, current, email);
        if (broken.isPresent()) {
            return new Change.Unfit(broken.get());
        }
        String hash = hashing.inTurn(() -> passwords.hash(next));
        tell(jdbi.inTransaction(handle -> {
            accounts.setPassword(handle, account, hash, false);
            return sessions.deleteOthersOf(handle, account, kept);
        }));
        // Admins see who still has the first password.
        events.fire(new CatalogueChanged());
        return new Change.Done();
    }

    /** The hash of a password that somebody is about to be given. */
    public String hash(String password) {
        return hashing.inTurn(() -> passwords.hash(password));
    }

    /** Ends sessions that nobody used or that are too old, and forgives old failures. */
    public void sweep() {
        tell(jdbi.inTransaction(handle -> {
            pace.forgetOld(handle);
            return sessions.deleteExpired(handle, limits.idle());
        }));
    }

    private boolean isRight(Optional<AccountStore.Stored> stored, String password) {
        return stored.map(known -> passwords.matches(password, known.passwordHash())
                        && known.account().enabled())
                .orElseGet(() -> passwords.matchesNobody(password));
    }

    private void refresh(AccountStore.Stored right, String password) {
        if (passwords.isOutdated(right.passwordHash())) {
            String hash = hashing.inTurn(() -> passwords.hash(password));
            jdbi.useHandle(handle -> accounts.rehash(handle, right.account().id(), right.passwordHash(), hash));
        }
    }

    /** A new session; refused when the account was disabled while its password was being checked. */
    private Outcome open(Handle handle, AgentId account, Caller caller) {
        String token = Secrets.token();
        SessionKey key = SessionKey.of(token);
        sessions.insert(handle, key, account, Secrets.token(), limits.absolute(), caller);
        return sessions.find(handle, key, limits.idle())
                .<Outcome>map(session -> new Outcome.In(token, session))
                .orElseGet(Outcome.Wrong::new);
    }

    private void tell(Set<SessionKey> dead) {
        if (!dead.isEmpty()) {
            events.fire(new SessionsRevoked(dead));
        }
    }
}
