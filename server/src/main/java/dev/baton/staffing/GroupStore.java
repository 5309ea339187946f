package dev.baton.staffing;

import dev.baton.identity.CategoryId;
import dev.baton.identity.GroupId;
import dev.baton.platform.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The rows of {@code groups} and {@code categories}. */
@ApplicationScoped
class GroupStore {

    List<Group> groups(Handle handle) {
        return handle.createQuery(
                        "SELECT id, names::text, enabled, position, calendar FROM groups ORDER BY position, created_at, id")
                .map(GroupStore::group)
                .list();
    }

    List<Category> categories(Handle handle) {
        return handle.createQuery("""
                SELECT id, names::text, group_id, enabled, position FROM categories
                ORDER BY position, created_at, id""").map(GroupStore::category).list();
    }

    /** What a customer may choose from: enabled ones that lead to enabled groups. */
    List<Category> menu(Handle handle) {
        return handle.createQuery("""
                SELECT c.id, c.names::text, c.group_id, c.enabled, c.position
                FROM categories c JOIN groups g ON g.id = c.group_id
                WHERE c.enabled AND g.enabled
                ORDER BY c.position, c.created_at, c.id""").map(GroupStore::category).list();
    }

    void insert(Handle handle, Group group) {
        handle.createUpdate("""
                INSERT INTO groups (id, names, enabled, position, calendar)
                VALUES (:id, :names::jsonb, :enabled, :position, :calendar)""")
                .bind("id", group.id().value())
                .bind("names", Json.write(group.names()))
                .bind("enabled", group.enabled())
                .bind("position", group.position())
                .bindByType("calendar", group.calendar(), UUID.class)
                .execute();
    }

    /** Returns false when there is no such group. */
    boolean update(Handle handle, Group group) {
        return handle.createUpdate("""
                UPDATE groups SET names = :names::jsonb, enabled = :enabled, position = :position, calendar = :calendar
                WHERE id = :id""")
                        .bind("id", group.id().value())
                        .bind("names", Json.write(group.names()))
                        .bind("enabled", group.enabled())
                        .bind("position", group.position())
                        .bindByType("calendar", group.calendar(), UUID.class)
                        .execute()
                == 1;
    }

    boolean calendarExists(Handle handle, UUID calendar) {
        return handle.createQuery("SELECT EXISTS (SELECT FROM calendars WHERE id = :id)")
                .bind("id", calendar)
                .mapTo(Boolean.class)
                .one();
    }

    boolean exists(Handle handle, GroupId id) {
        return handle.createQuery("SELECT EXISTS (SELECT FROM groups WHERE id = :id)")
                .bind("id", id.value())
                .mapTo(Boolean.class)
                .one();
    }

    /** Whether another group, or another category, is called that in one of the languages. */
    boolean isNameTaken(Handle handle, String table, UUID id, Map<String, String> names) {
        return handle.createQuery("""
                SELECT EXISTS (SELECT FROM <table> t, jsonb_each_text(:names::jsonb) n
                               WHERE t.id <> :id AND lower(t.names ->> n.key) = lower(n.value))""")
                .define("table", table)
                .bind("names", Json.write(names))
                .bind("id", id)
                .mapTo(Boolean.class)
                .one();
    }

    void insert(Handle handle, Category category) {
        handle.createUpdate("""
                INSERT INTO categories (id, names, group_id, enabled, position)
                VALUES (:id, :names::jsonb, :group, :enabled, :position)""")
                .bind("id", category.id().value())
                .bind("names", Json.write(category.names()))
                .bind("group", category.group().value())
                .bind("enabled", category.enabled())
                .bind("position", category.position())
                .execute();
    }

    /** Returns false when there is no such category. */
    boolean update(Handle handle, Category category) {
        return handle.createUpdate("""
                UPDATE categories
                SET names = :names::jsonb, group_id = :group, enabled = :enabled, position = :position
                WHERE id = :id""")
                        .bind("id", category.id().value())
                        .bind("names", Json.write(category.names()))
                        .bind("group", category.group().value())
                        .bind("enabled", category.enabled())
                        .bind("position", category.position())
                        .execute()
                == 1;
    }

    private static Group group(ResultSet row, StatementContext context) throws SQLException {
        return new Group(
                new GroupId(row.getObject("id", UUID.class)),
                Json.texts(row.getString("names")),
                row.getBoolean("enabled"),
                row.getInt("position"),
                row.getObject("calendar", UUID.class));
    }

    private static Category category(ResultSet row, StatementContext context) throws SQLException {
        return new Category(
                new CategoryId(row.getObject("id", UUID.class)),
                Json.texts(row.getString("names")),
                new GroupId(row.getObject("group_id", UUID.class)),
                row.getBoolean("enabled"),
                row.getInt("position"));
    }
}
