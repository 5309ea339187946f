package dev.baton.collaboration;

import dev.baton.identity.AgentId;
import dev.baton.identity.GroupId;
import dev.baton.identity.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.Update;

/** The rows of {@code canned_replies}. */
@ApplicationScoped
class CannedReplyStore {

    private static final String COLUMNS = "id, owner, group_id, shortcut, title, body, language, enabled, position";

    /** What somebody may use: the company's, their groups', their own. */
    List<CannedReply> usableBy(Handle handle, Viewer.Staff staff) {
        return handle.createQuery("SELECT " + COLUMNS + " " + """
                 FROM canned_replies
                WHERE enabled
                  AND (owner = :staff
                       OR (owner IS NULL AND (group_id IS NULL OR group_id = ANY (:groups))))
                ORDER BY position, shortcut, id""")
                .bind("staff", staff.id().value())
                .bindArray(
                        "groups",
                        UUID.class,
                        staff.groups().stream().map(GroupId::value).toArray())
                .map(CannedReplyStore::reply)
                .list();
    }

    /** The company's and all groups', for admins. */
    List<CannedReply> shared(Handle handle) {
        return handle.createQuery("SELECT " + COLUMNS + " " + """
                 FROM canned_replies WHERE owner IS NULL ORDER BY position, shortcut, id""")
                .map(CannedReplyStore::reply)
                .list();
    }

    List<CannedReply> personal(Handle handle, AgentId owner) {
        return handle.createQuery("SELECT " + COLUMNS + " " + """
                 FROM canned_replies WHERE owner = :owner ORDER BY position, shortcut, id""")
                .bind("owner", owner.value())
                .map(CannedReplyStore::reply)
                .list();
    }

    Optional<CannedReply> find(Handle handle, UUID id) {
        return handle.createQuery("SELECT " + COLUMNS + " FROM canned_replies WHERE id = :id")
                .bind("id", id)
                .map(CannedReplyStore::reply)
                .findOne();
    }

    boolean groupExists(Handle handle, GroupId group) {
        return handle.createQuery("SELECT EXISTS (SELECT FROM groups WHERE id = :id)")
                .bind("id", group.value())
                .mapTo(Boolean.class)
                .one();
    }

    /** Returns false when the shortcut is taken in that scope and language. */
    boolean insert(Handle handle, CannedReply reply) {
        return bound(handle.createUpdate("""
                INSERT INTO canned_replies (id, owner, group_id, shortcut, title, body, language, enabled, position)
                VALUES (:id, :owner, :group, :shortcut, :title, :body, :language, :enabled, :position)
                ON CONFLICT DO NOTHING"""), reply).execute() == 1;
    }

    boolean isShortcutOfAnother(Handle handle, CannedReply reply) {
        return handle.createQuery("""
                SELECT EXISTS (SELECT FROM canned_replies
                               WHERE id <> :id AND owner IS NOT DISTINCT FROM :owner
                                 AND group_id IS NOT DISTINCT FROM :group AND shortcut = :shortcut
                                 AND language IS NOT DISTINCT FROM :language)""")
                .bind("id", reply.id())
                .bindByType(
                        "owner", reply.owner() == null ? null : reply.owner().value(), UUID.class)
                .bindByType(
                        "group", reply.group() == null ? null : reply.group().value(), UUID.class)
                .bind("shortcut", reply.shortcut())
                .bindByType("language", reply.language(), String.class)
                .mapTo(Boolean.class)
                .one();
    }

    void update(Handle handle, CannedReply reply) {
        bound(handle.createUpdate("""
                UPDATE canned_replies
                SET owner = :owner, group_id = :group, shortcut = :shortcut, title = :title, body = :body,
                    language = :language, enabled = :enabled, position = :position
                WHERE id = :id"""), reply).execute();
    }

    void delete(Handle handle, UUID id) {
        handle.createUpdate("DELETE FROM canned_replies WHERE id = :id")
                .bind("id", id)
                .execute();
    }

    private static Update bound(Update update, CannedReply reply) {
        return update.bind("id", reply.id())
                .bindByType(
                        "owner", reply.owner() == null ? null : reply.owner().value(), UUID.class)
                .bindByType(
                        "group", reply.group() == null ? null : reply.group().value(), UUID.class)
                .bind("shortcut", reply.shortcut())
                .bind("title", reply.title())
                .bind("body", reply.body())
                .bindByType("language", reply.language(), String.class)
                .bind("enabled", reply.enabled())
                .bind("position", reply.position());
    }

    private static CannedReply reply(ResultSet row, StatementContext context) throws SQLException {
        UUID owner = row.getObject("owner", UUID.class);
        UUID group = row.getObject("group_id", UUID.class);
        return new CannedReply(
                row.getObject("id", UUID.class),
                owner == null ? null : new AgentId(owner),
                group == null ? null : new GroupId(group),
                row.getString("shortcut"),
                row.getString("title"),
                row.getString("body"),
                row.getString("language"),
                row.getBoolean("enabled"),
                row.getInt("position"));
    }
}
