package dev.baton.identity.customers;

import dev.baton.identity.AgentId;
import dev.baton.identity.CustomerId;
import dev.baton.identity.SessionKey;
import dev.baton.identity.SignedIn;
import dev.baton.identity.SiteId;
import dev.baton.identity.Viewer;
import dev.baton.platform.Json;
import dev.baton.platform.SqlArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The rows of {@code customers} and {@code customer_tokens}. */
@ApplicationScoped
class CustomerStore {

    private static final String COLUMNS = """
            c.id, c.site, c.external_id, c.name, c.email, c.attributes::text AS attributes, c.created_at,
            c.last_seen_at, c.last_page, c.last_device, c.language, c.account_agent""";

    Optional<Customer> find(Handle handle, CustomerId id) {
        return handle.createQuery("SELECT " + COLUMNS + " FROM customers c WHERE c.id = :id")
                .bind("id", id.value())
                .map(CustomerStore::customer)
                .findOne();
    }

    List<Customer> find(Handle handle, Collection<CustomerId> ids) {
        return handle.createQuery("SELECT " + COLUMNS + " FROM customers c WHERE c.id = ANY(:ids)")
                .bind(
                        "ids",
                        SqlArray.of("uuid", ids.stream().map(CustomerId::value).toList()))
                .map(CustomerStore::customer)
                .list();
    }

    Optional<Customer> lockByExternalId(Handle handle, SiteId site, String externalId) {
        return handle.createQuery("SELECT " + COLUMNS + " " + """
                 FROM customers c
                WHERE c.site = :site AND c.external_id = :externalId FOR UPDATE""")
                .bind("site", site.value())
                .bind("externalId", externalId)
                .map(CustomerStore::customer)
                .findOne();
    }

    Optional<Customer> lockByToken(Handle handle, SessionKey key, SiteId site) {
        return handle.createQuery("SELECT " + COLUMNS + " " + """
                 FROM customer_tokens t JOIN customers c ON c.id = t.customer
                WHERE t.token_hash = :hash AND t.expires_at > baton_now() AND c.site = :site FOR UPDATE OF c""")
                .bind("hash", key.hash())
                .bind("site", site.value())
                .map(CustomerStore::customer)
                .findOne();
    }

    /** Who a token stands for, while it has not expired and its site is open. */
    Optional<SignedIn> findByToken(Handle handle, SessionKey key) {
        return handle.createQuery("""
                SELECT c.id, c.site, c.language, t.expires_at
                FROM customer_tokens t JOIN customers c ON c.id = t.customer JOIN sites s ON s.id = c.site
                WHERE t.token_hash = :hash AND t.expires_at > baton_now() AND s.enabled""")
                .bind("hash", key.hash())
                .map((row, context) -> new SignedIn(
                        key,
                        new Viewer.Customer(
                                new CustomerId(row.getObject("id", UUID.class)),
                                new SiteId(row.getObject("site", UUID.class)),
                                row.getString("language")),
                        row.getObject("expires_at", OffsetDateTime.class).toInstant()))
                .findOne();
    }

    /** Returns false when another request has just made a customer of the same identity. */
    boolean insert(Handle handle, CustomerId id, SiteId site, ClaimedIdentity claimed, String language) {
        return handle.createUpdate("""
                INSERT INTO customers (id, site, external_id, language) VALUES (:id, :site, :externalId, :language)
                ON CONFLICT (site, external_id) DO NOTHING""")
                        .bind("id", id.value())
                        .bind("site", site.value())
                        .bind("externalId", claimed == null ? null : claimed.externalId())
                        .bind("language", language)
                        .execute()
                == 1;
    }

    /** Makes a young anonymous customer the identified one; false when it is older, or the identity has a customer by now. */
    boolean identify(Handle handle, CustomerId id, SiteId site, String externalId, Duration youngerThan) {
        return handle.createUpdate("""
                UPDATE customers SET external_id = :externalId
                WHERE id = :id AND external_id IS NULL
                  AND created_at > baton_now() - :seconds * interval '1 second'
                  AND NOT EXISTS (SELECT FROM customers o WHERE o.site = :site AND o.external_id = :externalId)""")
                        .bind("id", id.value())
                        .bind("site", site.value())
                        .bind("externalId", externalId)
                        .bind("seconds", youngerThan.toSeconds())
                        .execute()
                == 1;
    }

    /** What the site says now replaces what it said before. */
    void setProfile(Handle handle, CustomerId id, ClaimedIdentity claimed) {
        handle.createUpdate("""
                UPDATE customers
                SET name = coalesce(:name, name), email = coalesce(:email, email), attributes = :attributes::jsonb
                WHERE id = :id""")
                .bind("id", id.value())
                .bind("name", claimed.name())
                .bind("email", claimed.email())
                .bind("attributes", Json.write(claimed.attributes()))
                .execute();
    }

    void seen(Handle handle, CustomerId id, Visit visit) {
        handle.createUpdate("""
                UPDATE customers
                SET last_seen_at = baton_now(), language = :language, last_page = coalesce(:page, last_page),
                    last_device = coalesce(:device, last_device)
                WHERE id = :id""")
                .bind("id", id.value())
                .bind("language", visit.language())
                .bind("page", visit.page())
                .bind("device", visit.device())
                .execute();
    }

    /** Writes nothing when nothing is new, which is nearly always so. */
    void setPlace(Handle handle, CustomerId id, String language, String page) {
        handle.createUpdate("""
                UPDATE customers
                SET language = coalesce(:language, language), last_page = coalesce(:page, last_page)
                WHERE id = :id
                    AND (language IS DISTINCT FROM coalesce(:language, language)
                        OR last_page IS DISTINCT FROM coalesce(:page, last_page))""")
                .bind("id", id.value())
                .bind("language", language)
                .bind("page", page)
                .execute();
    }

    void insertToken(Handle handle, SessionKey key, CustomerId customer, Duration lifetime) {
        handle.createUpdate("""
                INSERT INTO customer_tokens (token_hash, customer, expires_at)
                VALUES (:hash, :customer, baton_now() + :seconds * interval '1 second')""")
                .bind("hash", key.hash())
                .bind("customer", customer.value())
                .bind("seconds", lifetime.toSeconds())
                .execute();
    }

    /** A token in use does not run out, and is not written at every visit either. */
    void extendToken(Handle handle, SessionKey key, Duration lifetime) {
        handle.createUpdate("""
                UPDATE customer_tokens SET expires_at = baton_now() + :seconds * interval '1 second'
                WHERE token_hash = :hash AND expires_at < baton_now() + :seconds * interval '0.9 second'""")
                .bind("hash", key.hash())
                .bind("seconds", lifetime.toSeconds())
                .execute();
    }

    Set<SessionKey> deleteToken(Handle handle, SessionKey key) {
        return keys(handle.createQuery("DELETE FROM customer_tokens WHERE token_hash = :hash RETURNING token_hash")
                .bind("hash", key.hash()));
    }

    Set<SessionKey> deleteTokensOf(Handle handle, CustomerId customer) {
        return keys(handle.createQuery("DELETE FROM customer_tokens WHERE customer = :customer RETURNING token_hash")
                .bind("customer", customer.value()));
    }

    Set<SessionKey> deleteExpiredTokens(Handle handle) {
        return keys(handle.createQuery(
                "DELETE FROM customer_tokens WHERE expires_at <= (SELECT baton_now()) RETURNING token_hash"));
    }

    /** Forgets anonymous visitors whom nothing refers to; some at a time, so that it never takes long. */
    void deletePassersBy(Handle handle, Duration unseenFor) {
        handle.createUpdate("""
                DELETE FROM customers WHERE id IN (
                    SELECT c.id FROM customers c
                    WHERE c.external_id IS NULL
                      AND c.last_seen_at < (SELECT baton_now()) - :seconds * interval '1 second'
                      AND NOT EXISTS (SELECT FROM conversations v WHERE v.customer = c.id)
                      AND NOT EXISTS (SELECT FROM files f WHERE f.customer = c.id)
                    LIMIT 1000)""").bind("seconds", unseenFor.toSeconds()).execute();
    }

    Set<SessionKey> tokensOfSite(Handle handle, SiteId site) {
        return keys(handle.createQuery("""
                SELECT t.token_hash FROM customer_tokens t JOIN customers c ON c.id = t.customer
                WHERE c.site = :site""").bind("site", site.value()));
    }

    /** @param agent null for nobody in particular; nothing changes when there is no such agent */
    boolean setAccountAgent(Handle handle, CustomerId id, AgentId agent) {
        return handle.createUpdate("""
                UPDATE customers SET account_agent = :agent
                WHERE id = :id AND (:agent IS NULL OR EXISTS (SELECT FROM agents WHERE agents.id = :agent))""")
                        .bind("id", id.value())
                        .bindByType("agent", agent == null ? null : agent.value(), UUID.class)
                        .execute()
                == 1;
    }

    private static Set<SessionKey> keys(org.jdbi.v3.core.statement.Query query) {
        return query.map((row, context) -> SessionKey.of(row.getBytes(1))).collect(Collectors.toUnmodifiableSet());
    }

    private static Customer customer(ResultSet row, StatementContext context) throws SQLException {
        return new Customer(
                new CustomerId(row.getObject("id", UUID.class)),
                new SiteId(row.getObject("site", UUID.class)),
                row.getString("external_id"),
                row.getString("name"),
                row.getString("email"),
                Json.texts(row.getString("attributes")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("last_seen_at", OffsetDateTime.class).toInstant(),
                row.getString("last_page"),
                row.getString("last_device"),
                row.getString("language"),
                row.getObject("account_agent", UUID.class) == null
                        ? null
                        : new AgentId(row.getObject("account_agent", UUID.class)));
    }
}
