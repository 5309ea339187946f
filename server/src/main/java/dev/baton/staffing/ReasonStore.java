package dev.baton.staffing;

import dev.baton.platform.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The rows of {@code reasons}. */
@ApplicationScoped
class ReasonStore {

    List<Reason> all(Handle handle) {
        return handle.createQuery("""
                SELECT id, kind, code, names::text, enabled, position FROM reasons
                ORDER BY kind, position, code""")
                .map((row, context) -> new Reason(
                        row.getObject("id", UUID.class),
                        Reason.Kind.ofWire(row.getString("kind")),
                        row.getString("code"),
                        Json.texts(row.getString("names")),
                        row.getBoolean("enabled"),
                        row.getInt("position")))
                .list();
    }

    boolean isKnown(Handle handle, Reason.Kind kind, String code) {
        return handle.createQuery("SELECT EXISTS (SELECT FROM reasons WHERE kind = :kind AND code = :code AND enabled)")
                .bind("kind", kind.wire())
                .bind("code", code)
                .mapTo(Boolean.class)
                .one();
    }

    /** Returns false when there is such a reason already. */
    boolean insert(Handle handle, Reason reason) {
        return handle.createUpdate("""
                INSERT INTO reasons (id, kind, code, names, enabled, position)
                VALUES (:id, :kind, :code, :names::jsonb, :enabled, :position)
                ON CONFLICT (kind, code) DO NOTHING""")
                        .bind("id", reason.id())
                        .bind("kind", reason.kind().wire())
                        .bind("code", reason.code())
                        .bind("names", Json.write(reason.names()))
                        .bind("enabled", reason.enabled())
                        .bind("position", reason.position())
                        .execute()
                == 1;
    }

    /** Everything but kind and code, which old conversations refer to. */
    boolean update(Handle handle, Reason reason) {
        return handle.createUpdate("""
                UPDATE reasons SET names = :names::jsonb, enabled = :enabled, position = :position
                WHERE id = :id""")
                        .bind("id", reason.id())
                        .bind("names", Json.write(reason.names()))
                        .bind("enabled", reason.enabled())
                        .bind("position", reason.position())
                        .execute()
                == 1;
    }
}
