package dev.baton.conversation.log;

import dev.baton.identity.CategoryId;
import dev.baton.identity.GroupId;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Which group answers a question. */
final class CategoryStore {

    private final Jdbi jdbi;

    CategoryStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Empty when the category is unknown, or it or its group is disabled. */
    Optional<GroupId> groupOf(CategoryId category) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                    SELECT g.id FROM categories c JOIN groups g ON g.id = c.group_id
                    WHERE c.id = :category AND c.enabled AND g.enabled
                    """)
                .bind("category", category.value())
                .map((row, context) -> new GroupId(ConversationColumns.uuid(row, "id")))
                .findOne());
    }

    /** Who answers a customer who just writes: the first group that is open for work. */
    Optional<GroupId> firstGroup() {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT id FROM groups WHERE enabled ORDER BY position, id LIMIT 1")
                        .map((row, context) -> new GroupId(ConversationColumns.uuid(row, "id")))
                        .findOne());
    }

    boolean isEnabled(GroupId group) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT enabled FROM groups WHERE id = :group")
                .bind("group", group.value())
                .mapTo(Boolean.class)
                .findOne()
                .orElse(false));
    }
}
