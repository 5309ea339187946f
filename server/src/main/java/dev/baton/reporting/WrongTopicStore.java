package dev.baton.reporting;

import dev.baton.conversation.ConversationId;
import dev.baton.identity.CategoryId;
import dev.baton.identity.GroupId;
import dev.baton.reporting.WrongTopic.Example;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Counts transfers by their reason. */
@ApplicationScoped
class WrongTopicStore {

    /** The code of the transfer catalogue that comes with Baton. */
    private static final String REASON = "wrong_topic";

    private static final int MOST_ROWS = 200;

    private final Jdbi jdbi;

    WrongTopicStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The most frequent first; each with its latest three. */
    List<WrongTopic> since(int days) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                    WITH wrong AS (
                        SELECT e.conversation, e.at, e.data ->> 'category' AS category, e.data ->> 'from_group' AS from_group,
                               e.data -> 'terms' ->> 'group' AS to_group
                        FROM conversation_entries e
                        WHERE e.kind = 'transferred' AND e.at >= baton_now() - make_interval(days => :days)
                          AND e.data -> 'terms' ->> 'reason' = :reason
                          AND e.data ->> 'from_group' <> e.data -> 'terms' ->> 'group'),
                    rows AS (
                        SELECT category, from_group, to_group, count(*) AS count,
                               (array_agg(conversation ORDER BY at DESC))[1 : 3] AS conversations,
                               (array_agg(at ORDER BY at DESC))[1 : 3] AS times
                        FROM wrong GROUP BY category, from_group, to_group)
                    SELECT category::uuid, from_group::uuid, to_group::uuid, count, conversations, times,
                           ARRAY(SELECT (SELECT left(w.body, 200) FROM conversation_entries w
                                         WHERE w.conversation = example.id AND w.kind = 'message' AND w.actor_kind = 'customer'
                                         ORDER BY w.seq LIMIT 1)
                                 FROM unnest(conversations) WITH ORDINALITY AS example (id, nth) ORDER BY nth) AS words
                    FROM rows ORDER BY count DESC, from_group, to_group, category LIMIT :most
                    """)
                .bind("days", days)
                .bind("reason", REASON)
                .bind("most", MOST_ROWS)
                .map((row, context) -> row(row))
                .list());
    }

    private static WrongTopic row(ResultSet row) throws SQLException {
        var category = row.getObject("category", UUID.class);
        return new WrongTopic(
                category == null ? null : new CategoryId(category),
                new GroupId(row.getObject("from_group", UUID.class)),
                new GroupId(row.getObject("to_group", UUID.class)),
                row.getInt("count"),
                examples(row));
    }

    private static List<Example> examples(ResultSet row) throws SQLException {
        var conversations = (UUID[]) row.getArray("conversations").getArray();
        var words = (String[]) row.getArray("words").getArray();
        var times = row.getArray("times").getResultSet();
        var examples = new ArrayList<Example>();
        for (int i = 0; times.next(); i++) {
            var at = times.getObject(2, OffsetDateTime.class).toInstant();
            examples.add(new Example(new ConversationId(conversations[i]), at, words[i]));
        }
        return examples;
    }
}
