package dev.baton.identity.accounts;

import dev.baton.identity.AgentId;
import dev.baton.identity.GroupId;
import dev.baton.identity.SessionKey;
import dev.baton.identity.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The rows of {@code staff_sessions}, each with the viewer that it stands for. */
@ApplicationScoped
class StaffSessionStore {

    void insert(Handle handle, SessionKey key, AgentId account, String csrf, Duration lifetime, Caller caller) {
        handle.createUpdate("""
                INSERT INTO staff_sessions (token_hash, account, csrf, expires_at, address, user_agent)
                VALUES (:hash, :account, :csrf, baton_now() + :seconds * interval '1 second', :address, :userAgent)""")
                .bind("hash", key.hash())
                .bind("account", account.value())
                .bind("csrf", csrf)
                .bind("seconds", lifetime.toSeconds())
                .bind("address", caller.address())
                .bind("userAgent", caller.userAgent())
                .execute();
    }

    /** The session of a key, if its account is enabled and neither limit has passed. */
    Optional<StaffSession> find(Handle handle, SessionKey key, Duration idle) {
        return handle.createQuery("""
                SELECT s.token_hash, s.csrf, s.expires_at, a.id, a.role, coalesce(a.language, 'en') AS language, a.must_change_password,
                       ARRAY(SELECT m.group_id FROM group_members m WHERE m.agent = a.id) AS groups
                FROM staff_sessions s JOIN accounts a ON a.id = s.account
                WHERE s.token_hash = :hash AND a.enabled
                  AND s.expires_at > baton_now() AND s.last_seen_at > baton_now() - :idle * interval '1 second'""")
                .bind("hash", key.hash())
                .bind("idle", idle.toSeconds())
                .map(StaffSessionStore::session)
                .findOne();
    }

    /** Notes that the session is in use; at most once a minute, so that reading does not become writing. */
    void touch(Handle handle, SessionKey key) {
        handle.createUpdate("""
                UPDATE staff_sessions SET last_seen_at = baton_now()
                WHERE token_hash = :hash AND last_seen_at < baton_now() - interval '1 minute'""").bind("hash", key.hash()).execute();
    }

    Set<SessionKey> delete(Handle handle, SessionKey key) {
        return keys(handle.createQuery("DELETE FROM staff_sessions WHERE token_hash = :hash RETURNING token_hash")
                .bind("hash", key.hash()));
    }

    Set<SessionKey> deleteAllOf(Handle handle, AgentId account) {
        return keys(handle.createQuery("DELETE FROM staff_sessions WHERE account = :account RETURNING token_hash")
                .bind("account", account.value()));
    }

    Set<SessionKey> deleteOthersOf(Handle handle, AgentId account, SessionKey kept) {
        return keys(handle.createQuery("""
                DELETE FROM staff_sessions WHERE account = :account AND token_hash <> :kept
                RETURNING token_hash""").bind("account", account.value()).bind("kept", kept.hash()));
    }

    Set<SessionKey> deleteExpired(Handle handle, Duration idle) {
        return keys(handle.createQuery("""
                DELETE FROM staff_sessions
                WHERE expires_at <= baton_now()
                   OR last_seen_at <= baton_now() - :idle * interval '1 second'
                RETURNING token_hash""").bind("idle", idle.toSeconds()));
    }

    private static Set<SessionKey> keys(org.jdbi.v3.core.statement.Query query) {
        return query.map((row, context) -> SessionKey.of(row.getBytes(1))).collect(Collectors.toUnmodifiableSet());
    }

    private static StaffSession session(ResultSet row, StatementContext context) throws SQLException {
        return new StaffSession(
                SessionKey.of(row.getBytes("token_hash")),
                viewer(row),
                row.getString("csrf"),
                row.getBoolean("must_change_password"),
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
    }

    private static Viewer.Staff viewer(ResultSet row) throws SQLException {
        AgentId id = new AgentId(row.getObject("id", UUID.class));
        String language = row.getString("language");
        Set<GroupId> groups = Arrays.stream((UUID[]) row.getArray("groups").getArray())
                .map(GroupId::new)
                .collect(Collectors.toUnmodifiableSet());
        return switch (Role.ofWire(row.getString("role"))) {
            case AGENT -> new Viewer.Agent(id, groups, language);
            case SUPERVISOR -> new Viewer.Supervisor(id, groups, language);
            case ADMIN -> new Viewer.Admin(id, groups, language);
        };
    }
}
