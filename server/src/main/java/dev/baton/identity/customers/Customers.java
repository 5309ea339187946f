package dev.baton.identity.customers;

import dev.baton.identity.AgentId;
import dev.baton.identity.CustomerId;
import dev.baton.identity.Secrets;
import dev.baton.identity.SessionKey;
import dev.baton.identity.SessionsRevoked;
import dev.baton.identity.SignedIn;
import dev.baton.platform.Ids;
import dev.baton.platform.database.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The people who ask: who they are, as far as anybody can prove it.
 *
 * <p>A visitor without proof is anonymous and owns a random token. One whose site vouches for them (a signed identity)
 * is that site's customer of that name, on every device. Whenever a visitor becomes somebody the token is replaced, so
 * that nobody who knew the old one comes along.
 *
 * <p>Anonymous history is kept when the identity has no customer yet and the anonymous one is younger than a day: that
 * row simply gets its name. In every other case it stays behind with the anonymous customer: on a shared computer it may be
 * somebody else's.
 */
@ApplicationScoped
public class Customers {

    /** Long enough that who returns after months finds their conversation. */
    private static final Duration ANONYMOUS_TOKEN = Duration.ofDays(180);

    /** Shorter: the site vouched for somebody who may not be sitting there any more. */
    private static final Duration IDENTIFIED_TOKEN = Duration.ofDays(30);

    /** How long an anonymous visit surely is one person's. */
    private static final Duration SAME_PERSON = Duration.ofHours(24);

    /** A widget that was opened and closed again leaves nothing behind after this. */
    private static final Duration PASSER_BY = Duration.ofDays(30);

    private final Jdbi jdbi;
    private final CustomerStore store;
    private final Event<SessionsRevoked> revoked;
    private final DatabaseTime time;

    Customers(Jdbi jdbi, CustomerStore store, Event<SessionsRevoked> revoked, DatabaseTime time) {
        this.jdbi = jdbi;
        this.store = store;
        this.revoked = revoked;
        this.time = time;
    }

    /** A visitor who may talk: with the token that proves it from now on. */
    public record Opened(String token, Customer customer) {}

    /**
     * Opens or continues a visit.
     *
     * @return empty when an identity was claimed that the site did not sign, or that has expired
     */
    public Optional<Opened> open(Site site, Visit visit) {
        if (visit.identity() == null) {
            return Optional.of(openAnonymous(site, visit));
        }
        return SignedClaims.verify(visit.identity(), site.secret(), time.now())
                .map(claimed -> openIdentified(site, visit, claimed));
    }

    /** Those of them who exist, in any order. */
    public List<Customer> find(Collection<CustomerId> ids) {
        return jdbi.withHandle(handle -> store.find(handle, ids));
    }

    public Optional<Customer> find(CustomerId id) {
        return jdbi.withHandle(handle -> store.find(handle, id));
    }

    /** Names who looks after a customer, null for nobody in particular; false when there is no such agent. */
    public boolean setAccountAgent(CustomerId id, AgentId agent) {
        return jdbi.inTransaction(handle -> store.setAccountAgent(handle, id, agent));
    }

    /**
     * A visitor went on to another page, or reads another language now.
     *
     * @param language and {@code page}: null keeps what is known
     */
    public void nowAt(CustomerId id, String language, String page) {
        if (language != null || page != null) {
            jdbi.useHandle(handle -> store.setPlace(handle, id, language, page));
        }
    }

    public Optional<SignedIn> withToken(SessionKey key) {
        return jdbi.withHandle(handle -> store.findByToken(handle, key));
    }

    /** Forgets tokens that have run out, and visitors who never said a word. */
    public void sweep() {
        jdbi.useTransaction(handle -> store.deletePassersBy(handle, PASSER_BY));
        tell(jdbi.inTransaction(store::deleteExpiredTokens));
    }

    private Opened openAnonymous(Site site, Visit visit) {
        return jdbi.inTransaction(handle -> {
            Optional<Customer> known = known(handle, site, visit);
            Opened opened = known.map(customer -> new Opened(visit.token(), customer))
                    .orElseGet(() -> newcomer(handle, site, visit));
            known.ifPresent(customer ->
                    store.extendToken(handle, SessionKey.of(visit.token()), lifetimeFor(customer.isIdentified())));
            return seen(handle, opened, visit);
        });
    }

    private Opened openIdentified(Site site, Visit visit, ClaimedIdentity claimed) {
        Set<SessionKey> dead = new HashSet<>();
        Opened opened = jdbi.inTransaction(handle -> {
            dead.clear();
            Optional<Customer> known = known(handle, site, visit);
            if (known.filter(customer -> claimed.externalId().equals(customer.externalId()))
                    .isPresent()) {
                store.extendToken(handle, SessionKey.of(visit.token()), IDENTIFIED_TOKEN);
                return profiled(handle, new Opened(visit.token(), known.get()), visit, claimed);
            }
            Customer customer = known.filter(anonymous -> becomes(handle, anonymous, claimed))
                    .orElseGet(() -> identified(handle, site, visit, claimed));
            known.ifPresent(former -> dead.addAll(store.deleteToken(handle, SessionKey.of(visit.token()))));
            if (known.filter(former -> former.id().equals(customer.id())).isPresent()) {
                dead.addAll(store.deleteTokensOf(handle, customer.id()));
            }
            return profiled(handle, withToken(handle, customer, IDENTIFIED_TOKEN), visit, claimed);
        });
        tell(dead);
        return opened;
    }

    private Optional<Customer> known(Handle handle, Site site, Visit visit) {
        return Secrets.looksLikeToken(visit.token())
                ? store.lockByToken(handle, SessionKey.of(visit.token()), site.id())
                : Optional.empty();
    }

    private boolean becomes(Handle handle, Customer anonymous, ClaimedIdentity claimed) {
        return !anonymous.isIdentified()
                && store.identify(handle, anonymous.id(), anonymous.site(), claimed.externalId(), SAME_PERSON);
    }

    private Customer identified(Handle handle, Site site, Visit visit, ClaimedIdentity claimed) {
        return store.lockByExternalId(handle, site.id(), claimed.externalId()).orElseGet(() -> {
            store.insert(handle, new CustomerId(Ids.next()), site.id(), claimed, visit.language());
            return store.lockByExternalId(handle, site.id(), claimed.externalId())
                    .orElseThrow();
        });
    }

    private Opened newcomer(Handle handle, Site site, Visit visit) {
        CustomerId id = new CustomerId(Ids.next());
        store.insert(handle, id, site.id(), null, visit.language());
        return withToken(handle, store.find(handle, id).orElseThrow(), ANONYMOUS_TOKEN);
    }

    private Opened withToken(Handle handle, Customer customer, Duration lifetime) {
        String token = Secrets.token();
        store.insertToken(handle, SessionKey.of(token), customer.id(), lifetime);
        return new Opened(token, customer);
    }

    private Opened profiled(Handle handle, Opened opened, Visit visit, ClaimedIdentity claimed) {
        store.setProfile(handle, opened.customer().id(), claimed);
        return seen(handle, opened, visit);
    }

    private Opened seen(Handle handle, Opened opened, Visit visit) {
        store.seen(handle, opened.customer().id(), visit);
        return new Opened(
                opened.token(), store.find(handle, opened.customer().id()).orElseThrow());
    }

    private static Duration lifetimeFor(boolean identified) {
        return identified ? IDENTIFIED_TOKEN : ANONYMOUS_TOKEN;
    }

    private void tell(Set<SessionKey> dead) {
        if (!dead.isEmpty()) {
            revoked.fire(new SessionsRevoked(dead));
        }
    }
}
