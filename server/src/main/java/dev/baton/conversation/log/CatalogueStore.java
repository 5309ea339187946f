package dev.baton.conversation.log;

import dev.baton.identity.CategoryId;
import dev.baton.identity.GroupId;
import dev.baton.identity.SiteId;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Which group answers a question, and under which policy: asked at every start, changed by admins a few times a day. Kept
 * for a second, so that a change by another server of the cluster is seen by then; one of our own is seen at once.
 */
final class CatalogueStore {

    private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();

    /**
     * @param groups that are open for work, the first takes whoever chooses no category
     * @param groupOf by category, where both are enabled
     * @param newest the newest version of each group's own policy
     * @param slots what a conversation of each site takes of a capacity
     * @param companys the newest version of the company's policy
     */
    private record Catalogue(
            List<GroupId> groups,
            Map<CategoryId, GroupId> groupOf,
            Map<GroupId, Integer> newest,
            Map<SiteId, Integer> slots,
            int companys,
            long readAt) {}

    private final Jdbi jdbi;
    private volatile Catalogue last;
    private final AtomicInteger changes = new AtomicInteger();

    CatalogueStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Something in it was changed by this server. */
    void forget() {
        changes.incrementAndGet();
        last = null;
    }

    /** Empty when the category is unknown, or it or its group is disabled. */
    Optional<GroupId> groupOf(CategoryId category) {
        return Optional.ofNullable(current().groupOf.get(category));
    }

    /** Who answers a customer who just writes: the first group that is open for work. */
    Optional<GroupId> firstGroup() {
        return current().groups.stream().findFirst();
    }

    boolean isEnabled(GroupId group) {
        return current().groups.contains(group);
    }

    /** The group's newest policy version, else the company's, else the built-in one. */
    int newestPolicy(GroupId group) {
        var catalogue = current();
        return catalogue.newest.getOrDefault(group, catalogue.companys);
    }

    int slots(SiteId site) {
        return current().slots.getOrDefault(site, 1);
    }

    private Catalogue current() {
        var known = last;
        if (known != null && System.nanoTime() - known.readAt < FRESH_NANOS) {
            return known;
        }
        int before = changes.get();
        long asked = System.nanoTime();
        var read = jdbi.withHandle(handle -> read(handle, asked));
        if (changes.get() == before) {
            last = read;
        }
        return read;
    }

    private static Catalogue read(Handle handle, long asked) {
        var groups = handle.createQuery("SELECT id FROM groups WHERE enabled ORDER BY position, id")
                .mapTo(UUID.class)
                .map(GroupId::new)
                .list();
        var groupOf = new LinkedHashMap<CategoryId, GroupId>();
        handle.createQuery("""
            SELECT c.id, c.group_id FROM categories c JOIN groups g ON g.id = c.group_id
            WHERE c.enabled AND g.enabled
            """)
                .map((row, context) -> groupOf.put(
                        new CategoryId(ConversationColumns.uuid(row, "id")),
                        new GroupId(ConversationColumns.uuid(row, "group_id"))))
                .list();
        var newest = new HashMap<GroupId, Integer>();
        int[] companys = {PolicyStore.BUILT_IN};
        handle.createQuery("SELECT group_id, max(version) AS version FROM policies GROUP BY group_id")
                .map((row, context) -> {
                    var group = ConversationColumns.uuid(row, "group_id");
                    int version = row.getInt("version");
                    if (group == null) {
                        companys[0] = version;
                    } else {
                        newest.put(new GroupId(group), version);
                    }
                    return version;
                })
                .list();
        var slots = new HashMap<SiteId, Integer>();
        handle.createQuery("SELECT id, slots FROM sites WHERE slots <> 1")
                .map((row, context) -> slots.put(new SiteId(ConversationColumns.uuid(row, "id")), row.getInt("slots")))
                .list();
        return new Catalogue(groups, groupOf, newest, slots, companys[0], asked);
    }
}
