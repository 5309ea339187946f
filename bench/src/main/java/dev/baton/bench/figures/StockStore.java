package dev.baton.bench.figures;

import dev.baton.bench.client.StaffClient;
import dev.baton.bench.rig.PackagedServer.DatabaseAccess;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Years of conversations in a minute: one is really carried out, then its rows are copied by the database itself, each copy
 * with ids and a customer of its own. {@code assert_invariants()} holds afterwards, which is checked.
 */
final class StockStore {

    private static final List<String> TABLES = List.of("conversations", "assignments", "conversation_entries");

    private final Ground ground;
    private final DatabaseAccess access;

    StockStore(Ground ground) {
        this.ground = ground;
        this.access = ground.server.database();
    }

    /** Conversations that were carried to their end, ten entries each. */
    void addEnded(int count) throws SQLException {
        UUID template = template(true);
        copy(template, count, Map.of());
    }

    /** Conversations that wait for customers who have gone quiet; they hold no agent's slot. */
    void addOpen(int count) throws SQLException {
        UUID template = template(false);
        copy(
                template,
                count,
                Map.of(
                        "silent", "true",
                        "holds_slot", "false",
                        "reminders", "2",
                        "next_due", "now() + interval '20 hours'"));
    }

    private UUID template(boolean ended) {
        ground.makeRoomFor(1, 1);
        Visitor visitor = ground.visitors(1).getFirst();
        UUID conversation = visitor.customer
                .start(UUID.randomUUID(), ground.company().category(), "您好，我的订单到哪里了？")
                .conversation();
        StaffClient agent = ground.agentOf(conversation);
        answer(agent, conversation, "您好，请稍等，我查一下。");
        if (ended) {
            for (int i = 0; i < 2; i++) {
                visitor.customer.say(conversation, UUID.randomUUID(), "好的，谢谢。");
                answer(agent, conversation, "包裹已经到杭州中转站，预计明天送达。");
            }
            agent.askToEnd(conversation);
            visitor.customer.resolve(conversation);
        }
        visitor.drop();
        return conversation;
    }

    private static void answer(StaffClient agent, UUID conversation, String words) {
        Ground.within(agent.live().say(conversation, UUID.randomUUID(), words));
    }

    private void copy(UUID template, int count, Map<String, String> changes) throws SQLException {
        try (Connection connection = DriverManager.getConnection(access.url(), access.user(), access.password());
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("CREATE TEMP TABLE copies AS SELECT uuidv7() AS id, uuidv7() AS customer"
                    + " FROM generate_series(1, " + count + ")");
            statement.execute("INSERT INTO customers (id, site, language) SELECT copies.customer, site, 'zh'"
                    + " FROM copies, conversations WHERE conversations.id = '" + template + "'");
            for (String table : TABLES) copyRows(connection, table, template, changes);
            statement.execute("DROP TABLE copies");
            connection.commit();
            connection.setAutoCommit(true);
            statement.execute("VACUUM (ANALYZE)");
            statement.execute("CHECKPOINT");
        }
    }

    private static void copyRows(Connection connection, String table, UUID template, Map<String, String> changes)
            throws SQLException {
        List<String> columns = columns(connection, table);
        String key = table.equals("conversations") ? "id" : "conversation";
        List<String> values = new ArrayList<>();
        for (String column : columns) values.add(value(table, key, column, changes));
        String insert = "INSERT INTO %s (%s) SELECT %s FROM %s AS t CROSS JOIN copies WHERE t.%s = ?"
                .formatted(table, String.join(", ", columns), String.join(", ", values), table, key);
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            statement.setObject(1, template);
            statement.executeUpdate();
        }
    }

    private static String value(String table, String key, String column, Map<String, String> changes) {
        if (column.equals(key)) return "copies.id";
        return switch (column) {
            case "customer" -> "copies.customer";
            case "actor" -> "CASE WHEN t.actor_kind = 'customer' THEN copies.customer ELSE t.actor END";
            case "client_id" -> "CASE WHEN t.client_id IS NULL THEN NULL ELSE gen_random_uuid() END";
            default -> table.equals("conversations") ? changes.getOrDefault(column, "t." + column) : "t." + column;
        };
    }

    private static List<String> columns(Connection connection, String table) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (ResultSet found = connection.getMetaData().getColumns(null, "public", table, null)) {
            while (found.next()) columns.add(found.getString("COLUMN_NAME"));
        }
        return columns;
    }

    /** What {@code assert_invariants()} finds wrong; empty when all is right. */
    List<String> broken() throws SQLException {
        List<String> broken = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(access.url(), access.user(), access.password());
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT * FROM assert_invariants() LIMIT 5")) {
            while (found.next()) broken.add(found.getString(1) + " " + found.getString(2) + " " + found.getString(3));
        }
        return broken;
    }
}
