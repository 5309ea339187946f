package dev.baton.staffing;

import dev.baton.conversation.policy.Policy;
import dev.baton.identity.AgentId;
import dev.baton.identity.GroupId;
import dev.baton.platform.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The rows of {@code policies}: versions are added, never changed. */
@ApplicationScoped
class PolicyStore {

    /** @param group null for the company's default */
    Optional<Policies.Published> latest(Handle handle, GroupId group) {
        return handle.createQuery("""
                SELECT version, body::text FROM policies WHERE group_id IS NOT DISTINCT FROM :group
                ORDER BY version DESC LIMIT 1""")
                .bindByType("group", valueOf(group), UUID.class)
                .map((row, context) ->
                        new Policies.Published(row.getInt("version"), Json.read(row.getString("body"), Policy.class)))
                .findOne();
    }

    /** A number of its own among all policies: it is all that a conversation remembers of the one it runs under. */
    int insert(Handle handle, GroupId group, String body, AgentId author) {
        handle.execute("SELECT pg_advisory_xact_lock(hashtextextended('policies', 0))");
        return handle.createQuery("""
                INSERT INTO policies (group_id, version, body, created_by)
                SELECT :group, coalesce(max(version), 0) + 1, :body::jsonb, :author FROM policies
                RETURNING version""")
                .bindByType("group", valueOf(group), UUID.class)
                .bind("body", body)
                .bind("author", author.value())
                .mapTo(Integer.class)
                .one();
    }

    private static UUID valueOf(GroupId group) {
        return group == null ? null : group.value();
    }
}
