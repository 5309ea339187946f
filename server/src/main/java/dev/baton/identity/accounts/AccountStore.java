package dev.baton.identity.accounts;

import dev.baton.identity.AgentId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The rows of {@code accounts}. */
@ApplicationScoped
class AccountStore {

    private static final String COLUMNS =
            "id, email, name, role, advisor, must_change_password, language, enabled, preferences, created_at";

    /** What signing in needs to know. */
    record Stored(Account account, String passwordHash) {}

    List<Account> all(Handle handle) {
        return handle.createQuery("SELECT " + COLUMNS + " FROM accounts ORDER BY lower(name), id")
                .map(AccountStore::account)
                .list();
    }

    Optional<Account> find(Handle handle, AgentId id) {
        return handle.createQuery("SELECT " + COLUMNS + " FROM accounts WHERE id = :id")
                .bind("id", id.value())
                .map(AccountStore::account)
                .findOne();
    }

    Optional<Stored> findByEmail(Handle handle, String email) {
        return handle.createQuery("SELECT " + COLUMNS + ", password_hash FROM accounts WHERE email = :email::citext")
                .bind("email", email)
                .map(AccountStore::stored)
                .findOne();
    }

    Optional<Stored> findWithPassword(Handle handle, AgentId id) {
        return handle.createQuery("SELECT " + COLUMNS + ", password_hash FROM accounts WHERE id = :id")
                .bind("id", id.value())
                .map(AccountStore::stored)
                .findOne();
    }

    Optional<Stored> lock(Handle handle, AgentId id) {
        return handle.createQuery("SELECT " + COLUMNS + ", password_hash FROM accounts WHERE id = :id FOR UPDATE")
                .bind("id", id.value())
                .map(AccountStore::stored)
                .findOne();
    }

    boolean isEmpty(Handle handle) {
        return handle.createQuery("SELECT NOT EXISTS (SELECT FROM accounts)")
                .mapTo(Boolean.class)
                .one();
    }

    /** How many enabled admins there are; their rows are locked, so that two cannot disable each other. */
    int lockEnabledAdmins(Handle handle) {
        return handle.createQuery("""
                SELECT id FROM accounts
                WHERE role = 'admin' AND enabled
                ORDER BY id FOR UPDATE""").mapTo(UUID.class).list().size();
    }

    /** Returns false when the e-mail address is taken. */
    boolean insert(Handle handle, NewAccount account) {
        AccountChange profile = account.profile();
        return handle.createUpdate("""
                INSERT INTO accounts (id, email, name, role, advisor, enabled, password_hash, must_change_password)
                VALUES (:id, :email, :name, :role, :advisor, :enabled, :hash, :mustChange)
                ON CONFLICT (email) DO NOTHING""")
                        .bind("id", account.id().value())
                        .bind("email", profile.email())
                        .bind("name", profile.name())
                        .bind("role", profile.role().wire())
                        .bind("advisor", profile.advisor())
                        .bind("enabled", profile.enabled())
                        .bind("hash", account.passwordHash())
                        .bind("mustChange", account.mustChangePassword())
                        .execute()
                == 1;
    }

    boolean isEmailOfAnother(Handle handle, String email, AgentId id) {
        return handle.createQuery("SELECT EXISTS (SELECT FROM accounts WHERE email = :email::citext AND id <> :id)")
                .bind("email", email)
                .bind("id", id.value())
                .mapTo(Boolean.class)
                .one();
    }

    void update(Handle handle, AgentId id, AccountChange change) {
        handle.createUpdate("""
                UPDATE accounts
                SET email = :email, name = :name, role = :role, advisor = :advisor, enabled = :enabled
                WHERE id = :id""")
                .bind("id", id.value())
                .bind("email", change.email())
                .bind("name", change.name())
                .bind("role", change.role().wire())
                .bind("advisor", change.advisor())
                .bind("enabled", change.enabled())
                .execute();
    }

    void setPassword(Handle handle, AgentId id, String hash, boolean mustChange) {
        handle.createUpdate("""
                UPDATE accounts SET password_hash = :hash, must_change_password = :mustChange
                WHERE id = :id""")
                .bind("id", id.value())
                .bind("hash", hash)
                .bind("mustChange", mustChange)
                .execute();
    }

    /** Stores the same password hashed at today's cost, unless it was changed meanwhile. */
    void rehash(Handle handle, AgentId id, String oldHash, String newHash) {
        handle.createUpdate("UPDATE accounts SET password_hash = :new WHERE id = :id AND password_hash = :old")
                .bind("id", id.value())
                .bind("old", oldHash)
                .bind("new", newHash)
                .execute();
    }

    void setPreferences(Handle handle, AgentId id, String language, String preferences) {
        handle.createUpdate("""
                UPDATE accounts SET language = :language, preferences = :preferences::jsonb
                WHERE id = :id""")
                .bind("id", id.value())
                .bind("language", language)
                .bind("preferences", preferences)
                .execute();
    }

    private static Stored stored(ResultSet row, StatementContext context) throws SQLException {
        return new Stored(account(row, context), row.getString("password_hash"));
    }

    private static Account account(ResultSet row, StatementContext context) throws SQLException {
        return new Account(
                new AgentId(row.getObject("id", UUID.class)),
                row.getString("email"),
                row.getString("name"),
                Role.ofWire(row.getString("role")),
                row.getBoolean("advisor"),
                row.getBoolean("must_change_password"),
                row.getString("language"),
                row.getBoolean("enabled"),
                row.getString("preferences"),
                row.getObject("created_at", java.time.OffsetDateTime.class).toInstant());
    }
}
