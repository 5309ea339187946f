package dev.baton.identity.customers;

import dev.baton.identity.SiteId;
import dev.baton.platform.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The rows of {@code sites}. */
@ApplicationScoped
class SiteStore {

    private static final String COLUMNS =
            "id, key, name, secret, origins, language, brand_color, greetings::text AS greetings, enabled, slots";

    List<Site> all(Handle handle) {
        return handle.createQuery("SELECT " + COLUMNS + " FROM sites ORDER BY created_at, id")
                .map(SiteStore::site)
                .list();
    }

    Optional<Site> findByKey(Handle handle, String key) {
        return handle.createQuery("SELECT " + COLUMNS + " FROM sites WHERE key = :key AND enabled")
                .bind("key", key)
                .map(SiteStore::site)
                .findOne();
    }

    Optional<Site> find(Handle handle, SiteId id) {
        return handle.createQuery("SELECT " + COLUMNS + " FROM sites WHERE id = :id")
                .bind("id", id.value())
                .map(SiteStore::site)
                .findOne();
    }

    /** Returns false when the key is taken. */
    boolean insert(Handle handle, Site site) {
        return handle.createUpdate("""
                INSERT INTO sites (id, key, name, secret, origins, language, brand_color, greetings, enabled, slots)
                VALUES (:id, :key, :name, :secret, :origins, :language, :color, :greetings::jsonb, :enabled, :slots)
                ON CONFLICT (key) DO NOTHING""")
                        .bind("id", site.id().value())
                        .bind("key", site.key())
                        .bind("name", site.name())
                        .bind("secret", site.secret())
                        .bindArray("origins", String.class, site.origins())
                        .bind("language", site.language())
                        .bind("color", site.brandColor())
                        .bind("greetings", Json.write(site.greetings()))
                        .bind("enabled", site.enabled())
                        .bind("slots", site.slots())
                        .execute()
                == 1;
    }

    /** Everything but the id, the key (it is in customers' pages) and the secret. */
    void update(Handle handle, Site site) {
        handle.createUpdate("""
                UPDATE sites
                SET name = :name, origins = :origins, language = :language, brand_color = :color,
                    greetings = :greetings::jsonb, enabled = :enabled, slots = :slots
                WHERE id = :id""")
                .bind("id", site.id().value())
                .bind("name", site.name())
                .bindArray("origins", String.class, site.origins())
                .bind("language", site.language())
                .bind("color", site.brandColor())
                .bind("greetings", Json.write(site.greetings()))
                .bind("enabled", site.enabled())
                .bind("slots", site.slots())
                .execute();
    }

    void setSecret(Handle handle, SiteId id, String secret) {
        handle.createUpdate("UPDATE sites SET secret = :secret WHERE id = :id")
                .bind("id", id.value())
                .bind("secret", secret)
                .execute();
    }

    private static Site site(ResultSet row, StatementContext context) throws SQLException {
        return new Site(
                new SiteId(row.getObject("id", UUID.class)),
                row.getString("key"),
                row.getString("name"),
                row.getString("secret"),
                List.of((String[]) row.getArray("origins").getArray()),
                row.getString("language"),
                row.getString("brand_color"),
                Json.texts(row.getString("greetings")),
                row.getBoolean("enabled"),
                row.getInt("slots"));
    }
}
