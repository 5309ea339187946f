package dev.baton.identity.customers;

import dev.baton.identity.CatalogueChanged;
import dev.baton.identity.Secrets;
import dev.baton.identity.SessionsRevoked;
import dev.baton.identity.SiteId;
import dev.baton.platform.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** The sites that embed the widget. */
@ApplicationScoped
public class Sites {

    private final Jdbi jdbi;
    private final SiteStore store;
    private final CustomerStore customers;
    private final Event<Object> events;

    /** By key; for the headers of the widget's page, which are made where nobody may wait for a database. */
    private volatile Map<String, Site> known = Map.of();

    Sites(Jdbi jdbi, SiteStore store, CustomerStore customers, Event<Object> events) {
        this.jdbi = jdbi;
        this.store = store;
        this.customers = customers;
        this.events = events;
    }

    public List<Site> all() {
        return jdbi.withHandle(store::all);
    }

    public Optional<Site> find(SiteId id) {
        return jdbi.withHandle(handle -> store.find(handle, id));
    }

    /** The site of a public key, if it is open. */
    public Optional<Site> withKey(String key) {
        return jdbi.withHandle(handle -> store.findByKey(handle, key));
    }

    /** The pages that may frame the widget of a site, as of the last {@link #remember}; none for an unknown key. */
    public List<String> originsOf(String key) {
        Site site = key == null ? null : known.get(key);
        return site == null || !site.enabled() ? List.of() : site.origins();
    }

    /** Reads the sites again; also every half minute, since another server may have changed them. */
    public void remember() {
        known = all().stream().collect(Collectors.toUnmodifiableMap(Site::key, Function.identity()));
    }

    public void add(Site site) {
        if (!jdbi.<Boolean, RuntimeException>inTransaction(handle -> store.insert(handle, site))) {
            throw Refused.invalid("key", "taken");
        }
        changed();
    }

    /** Changes everything but key and secret. Closing a site ends the visits of its customers. */
    public void change(Site site) {
        var ended = jdbi.inTransaction(handle -> {
            Site before = store.find(handle, site.id()).orElseThrow(Refused::notFound);
            store.update(handle, site);
            return before.enabled() && !site.enabled()
                    ? customers.tokensOfSite(handle, site.id())
                    : java.util.Set.<dev.baton.identity.SessionKey>of();
        });
        if (!ended.isEmpty()) {
            events.fire(new SessionsRevoked(ended));
        }
        changed();
    }

    /** A new secret; identities signed with the old one are no longer believed. */
    public String renewSecret(SiteId id) {
        String secret = Secrets.token();
        jdbi.useTransaction(handle -> {
            Site site = store.find(handle, id).orElseThrow(Refused::notFound);
            store.setSecret(handle, site.id(), secret);
        });
        changed();
        return secret;
    }

    private void changed() {
        remember();
        events.fire(new CatalogueChanged());
    }
}
