package dev.baton.bench.client;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Reads frames token by token and stops as soon as the rest does not matter: views are long, and thousands come a second. */
public final class FrameReader {

    private String type = "";
    private UUID conversation;
    private UUID clientId;
    private String text = "";
    private String code = "";
    private int status;
    private long seq;
    private long publicSeq;
    private long head;
    private boolean flag;
    private List<Entry> entries;
    private final List<ServerFrame.Item> items = new ArrayList<>(0);
    private final List<ServerFrame.Head> heads = new ArrayList<>(0);

    private FrameReader() {}

    public static ServerFrame read(byte[] json) {
        try (JsonParser parser = Json.FACTORY.createParser(json)) {
            FrameReader reader = new FrameReader();
            reader.readAll(parser);
            return reader.frame();
        } catch (IOException e) {
            throw new UncheckedIOException("the server sent a frame that is not JSON", e);
        }
    }

    /** The entries of a page or snapshot. */
    static List<Entry> entries(JsonNode page) {
        List<Entry> entries = new ArrayList<>();
        for (JsonNode each : page.path("entries")) {
            entries.add(new Entry(
                    each.path("seq").asLong(),
                    each.path("public_seq").asLong(),
                    each.path("kind").asText(),
                    each.path("by").path("kind").asText(),
                    each.path("body").isTextual() ? each.path("body").asText() : null,
                    each.path("client_id").isTextual()
                            ? UUID.fromString(each.path("client_id").asText())
                            : null));
        }
        return entries;
    }

    private void readAll(JsonParser parser) throws IOException {
        parser.nextToken();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            if (!field(name, parser)) return;
        }
    }

    /** False when nothing that matters can follow. */
    private boolean field(String name, JsonParser parser) throws IOException {
        switch (name) {
            case "type" -> type = parser.getText();
            case "conversation" -> conversation = id(parser);
            case "client_id" -> clientId = id(parser);
            case "epoch", "for" -> text = parser.getText();
            case "seq" -> seq = parser.getLongValue();
            case "public_seq" -> publicSeq = parser.getLongValue();
            case "head" -> head = parser.getLongValue();
            case "duplicate", "earlier" -> flag = parser.currentToken() == JsonToken.VALUE_TRUE;
            case "entries" -> entries = entriesAt(parser);
            case "items" -> list(parser, () -> items.add(item(parser)));
            case "heads" -> list(parser, () -> heads.add(headAt(parser)));
            case "snapshot" -> readAll(parser.currentToken(), parser);
            case "problem" -> problem(parser);
            case "view" -> {
                return view(parser);
            }
            default -> parser.skipChildren();
        }
        return true;
    }

    private void readAll(JsonToken start, JsonParser parser) throws IOException {
        if (start != JsonToken.START_OBJECT) return;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "entries", "earlier" -> field(name, parser);
                default -> parser.skipChildren();
            }
        }
    }

    private boolean view(JsonParser parser) throws IOException {
        if (type.equals("inbox_item")) {
            items.add(item(parser));
            return true;
        }
        boolean done = conversation != null && (entries != null || head > 0);
        if (!done) parser.skipChildren();
        return !done;
    }

    private void problem(JsonParser parser) throws IOException {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "code" -> code = parser.getText();
                case "status" -> status = parser.getIntValue();
                default -> parser.skipChildren();
            }
        }
    }

    private interface Element {
        void read() throws IOException;
    }

    private static void list(JsonParser parser, Element element) throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) element.read();
    }

    private static List<Entry> entriesAt(JsonParser parser) throws IOException {
        List<Entry> entries = new ArrayList<>(2);
        list(parser, () -> entries.add(entry(parser)));
        return entries;
    }

    private static Entry entry(JsonParser parser) throws IOException {
        long seq = 0;
        long publicSeq = 0;
        String kind = "";
        String author = "";
        String body = null;
        UUID clientId = null;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "seq" -> seq = parser.getLongValue();
                case "public_seq" -> publicSeq = parser.getLongValue();
                case "kind" -> kind = parser.getText();
                case "body" -> body = parser.getText();
                case "client_id" -> clientId = id(parser);
                case "by" -> author = author(parser);
                default -> parser.skipChildren();
            }
        }
        return new Entry(seq, publicSeq, kind, author, body, clientId);
    }

    private static String author(JsonParser parser) throws IOException {
        String kind = "";
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            if (name.equals("kind")) kind = parser.getText();
            else parser.skipChildren();
        }
        return kind;
    }

    private static ServerFrame.Item item(JsonParser parser) throws IOException {
        UUID id = null;
        UUID agent = null;
        String state = "";
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "id" -> id = id(parser);
                case "agent" -> agent = id(parser);
                case "state" -> state = parser.getText();
                default -> parser.skipChildren();
            }
        }
        return new ServerFrame.Item(id, agent, state);
    }

    private static ServerFrame.Head headAt(JsonParser parser) throws IOException {
        UUID id = null;
        long head = 0;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            if (name.equals("conversation")) id = id(parser);
            else if (name.equals("head")) head = parser.getLongValue();
            else parser.skipChildren();
        }
        return new ServerFrame.Head(id, head);
    }

    private static UUID id(JsonParser parser) throws IOException {
        return parser.currentToken() == JsonToken.VALUE_NULL ? null : UUID.fromString(parser.getText());
    }

    private ServerFrame frame() {
        return switch (type) {
            case "hello" -> new ServerFrame.Hello(text);
            case "update" -> new ServerFrame.Update(conversation, entries == null ? List.of() : entries);
            case "caught_up" -> new ServerFrame.CaughtUp(conversation, head);
            case "reset" -> new ServerFrame.Reset(conversation, entries == null ? List.of() : entries, flag);
            case "gone" -> new ServerFrame.Gone(conversation);
            case "ack" -> new ServerFrame.Ack(clientId, conversation, seq, publicSeq, flag);
            case "refused" -> new ServerFrame.Refused(clientId, conversation, text, status, code);
            case "inbox" -> new ServerFrame.Inbox(items);
            case "inbox_item" -> new ServerFrame.InboxItem(items.getFirst());
            case "heartbeat" -> new ServerFrame.Heartbeat(heads);
            default -> new ServerFrame.Other(type);
        };
    }
}
