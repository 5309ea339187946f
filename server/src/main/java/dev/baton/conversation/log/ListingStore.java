package dev.baton.conversation.log;

import dev.baton.conversation.Clock;
import dev.baton.conversation.Conversation;
import dev.baton.conversation.ConversationId;
import dev.baton.conversation.State;
import dev.baton.identity.GroupId;
import dev.baton.identity.Viewer;
import dev.baton.platform.SqlArray;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.statement.Query;

/** Lists of conversations. What a viewer may not see is left out by the query itself. */
final class ListingStore {

    private static final String LINE = """
      WHERE state = 'queued' AND group_id = :group AND NOT parked
      ORDER BY rank_at, id
      """;

    /** By a group of the viewer's: its own, or one that it has overflowed to, which it does only while it waits. */
    private static final String SERVED =
            "(group_id = ANY(:groups) OR (state = 'queued' AND overflow_groups && :groups))";

    private final Jdbi jdbi;

    ListingStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    List<Conversation> list(Viewer viewer, Listing listing) {
        var where = new Where();
        reach(where, viewer, listing);
        filters(where, listing);
        var order = listing.view() == Listing.View.QUEUE ? "rank_at, id" : "opened_at DESC, id DESC";
        return jdbi.withHandle(handle -> {
            var query = handle.createQuery("SELECT * FROM conversations WHERE %s ORDER BY %s LIMIT :limit"
                            .formatted(String.join(" AND ", where.conditions), order))
                    .bind("limit", Math.clamp(listing.limit(), 1, Listing.MAX_LIMIT));
            where.bindings.forEach((name, value) -> bind(query, name, value));
            return query.map((row, context) -> ConversationColumns.read(row)).list();
        });
    }

    /** The waiting line of a group, first to last. */
    List<ConversationId> line(GroupId group) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT id FROM conversations " + LINE)
                .bind("group", group.value())
                .map((row, context) -> new ConversationId(ConversationColumns.uuid(row, "id")))
                .list());
    }

    /**
     * Conversations with a clock that is due by the database's clock, the latest first in line.
     *
     * @param held clocks that may not fire now
     */
    List<Conversation> due(Collection<Clock> held, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                    SELECT * FROM conversations WHERE next_due <= baton_now() AND next_clock <> ALL(:held)
                    ORDER BY next_due LIMIT :limit
                    """)
                .bind("held", SqlArray.of("text", held.stream().map(Clock::wire).toList()))
                .bind("limit", limit)
                .map((row, context) -> ConversationColumns.read(row))
                .list());
    }

    private static void reach(Where where, Viewer viewer, Listing listing) {
        switch (viewer) {
            case Viewer.Customer customer ->
                where.and("customer = :me", "me", customer.id().value());
            case Viewer.Admin admin -> view(where, admin, listing, true);
            case Viewer.Agent agent -> view(where, agent, listing, false);
            case Viewer.Supervisor supervisor -> view(where, supervisor, listing, false);
            case Viewer.Machine machine -> where.and("true");
        }
    }

    private static void view(Where where, Viewer.Staff staff, Listing listing, boolean everything) {
        where.bindings.put("me", staff.id().value());
        where.bindings.put(
                "groups",
                SqlArray.of("uuid", staff.groups().stream().map(GroupId::value).toList()));
        where.and(
                switch (listing.view()) {
                    case MINE -> "(agent = :me OR offered_to = :me)";
                    case QUEUE -> "state = 'queued' AND " + (everything ? "true" : SERVED);
                    case ALL -> everything ? "true" : "(agent = :me OR offered_to = :me OR " + SERVED + ")";
                });
    }

    private static void filters(Where where, Listing listing) {
        if (listing.states() != null) {
            where.and(
                    "state = ANY(:states)",
                    "states",
                    SqlArray.of(
                            "text", listing.states().stream().map(State::wire).toList()));
        }
        if (listing.group() != null) {
            where.and("group_id = :group", "group", listing.group().value());
        }
        if (listing.agent() != null) {
            where.and("agent = :agent", "agent", listing.agent().value());
        }
        if (listing.customer() != null) {
            where.and("customer = :customer", "customer", listing.customer().value());
        }
        if (listing.before() != null) {
            where.and(
                    "(opened_at, id) < (SELECT opened_at, id FROM conversations WHERE id = :before)",
                    "before",
                    listing.before().value());
        }
    }

    private static void bind(Query query, String name, Object value) {
        if (value instanceof Argument argument) {
            query.bind(name, argument);
        } else {
            query.bind(name, value);
        }
    }

    private static final class Where {
        private final List<String> conditions = new ArrayList<>();
        private final Map<String, Object> bindings = new HashMap<>();

        void and(String condition) {
            conditions.add(condition);
        }

        void and(String condition, String name, Object value) {
            and(condition);
            bindings.put(name, value);
        }
    }
}
