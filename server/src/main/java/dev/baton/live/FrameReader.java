package dev.baton.live;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.baton.platform.Ids;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Reads one frame of a client, token by token: frames are small and many, and whatever does not fit is refused at the
 * first token that shows it.
 */
final class FrameReader {

    /** More streams than one screen can follow. */
    static final int MAX_STREAMS = 200;

    /** More than any message may carry: the desk gives the exact refusal. */
    private static final int MAX_ATTACHMENTS = 100;

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(4).build())
            .build();

    private FrameReader() {}

    /** Not a frame: the reason is for the client's developers, and repeats nothing that the client sent. */
    static final class Malformed extends Exception {
        Malformed(String reason) {
            super(reason, null, false, false);
        }
    }

    static ClientFrame read(String text) throws Malformed {
        try (JsonParser parser = JSON.createParser(text)) {
            Fields fields = new Fields();
            expect(parser.nextToken() == JsonToken.START_OBJECT, "not an object");
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                parser.nextToken();
                fields.take(name, parser);
            }
            expect(parser.nextToken() == null, "more than one object");
            return fields.frame();
        } catch (IOException notJson) {
            throw new Malformed("not JSON");
        }
    }

    private static void expect(boolean holds, String reason) throws Malformed {
        if (!holds) {
            throw new Malformed(reason);
        }
    }

    /** The fields as they come, in any order; which belong together is known when the type is. */
    private static final class Fields {
        private String type;
        private Long protocol;
        private String token;
        private String language;
        private String epoch;
        private List<ClientFrame.Position> streams;
        private UUID conversation;
        private String clientId;
        private String body;
        private List<UUID> attachments = List.of();
        private String written;
        private Boolean active;
        private Boolean all;
        private Long delivered;
        private Long read;
        private Long n;
        private int seen;

        void take(String name, JsonParser parser) throws IOException, Malformed {
            seen++;
            switch (name) {
                case "type" -> type = text(parser, name);
                case "protocol" -> protocol = number(parser, name);
                case "token" -> token = text(parser, name);
                case "language" -> language = text(parser, name);
                case "epoch" -> epoch = text(parser, name);
                case "streams" -> streams = positions(parser);
                case "conversation" -> conversation = id(parser, name);
                case "client_id" -> clientId = text(parser, name);
                case "body" -> body = text(parser, name);
                case "attachments" -> attachments = ids(parser);
                case "text" -> written = text(parser, name);
                case "active" -> active = flag(parser, name);
                case "all" -> all = flag(parser, name);
                case "delivered" -> delivered = number(parser, name);
                case "read" -> read = number(parser, name);
                case "n" -> n = number(parser, name);
                default -> throw new Malformed("unknown field");
            }
        }

        ClientFrame frame() throws Malformed {
            expect(type != null, "no type");
            return switch (type) {
                case "hello" -> {
                    only(protocol, token, language);
                    yield new ClientFrame.Hello((int) (long) needed(protocol, "protocol"), token, language);
                }
                case "resume" -> {
                    only(epoch, streams);
                    yield new ClientFrame.Resume(epoch, needed(streams, "streams"));
                }
                case "leave" -> {
                    only(conversation);
                    yield new ClientFrame.Leave(needed(conversation, "conversation"));
                }
                case "send" -> {
                    only(conversation, clientId, body, attachments.isEmpty() ? null : attachments, n);
                    yield new ClientFrame.Send(
                            needed(conversation, "conversation"),
                            needed(clientId, "client_id"),
                            body,
                            attachments,
                            n == null ? 0 : n);
                }
                case "typing" -> {
                    only(conversation, active, written);
                    yield new ClientFrame.Typing(
                            needed(conversation, "conversation"), needed(active, "active"), written);
                }
                case "cursor" -> {
                    only(conversation, delivered, read);
                    yield new ClientFrame.Cursor(
                            needed(conversation, "conversation"), needed(delivered, "delivered"), needed(read, "read"));
                }
                case "watch" -> {
                    only(all);
                    yield new ClientFrame.Watch(needed(all, "all"));
                }
                case "heartbeat" -> {
                    only();
                    yield new ClientFrame.Heartbeat();
                }
                default -> throw new Malformed("unknown type");
            };
        }

        /** That nothing came which does not belong to the type; nulls and an empty list of attachments count as absent. */
        private void only(Object... belonging) throws Malformed {
            int present = 1;
            for (Object each : belonging) {
                present += each == null ? 0 : 1;
            }
            expect(seen <= present, "a field that does not belong to the type");
        }

        private static <T> T needed(T value, String name) throws Malformed {
            expect(value != null, "no " + name);
            return value;
        }

        private String text(JsonParser parser, String name) throws IOException, Malformed {
            return absent(parser) ? null : checked(parser, name);
        }

        private static String checked(JsonParser parser, String name) throws IOException, Malformed {
            expect(parser.currentToken() == JsonToken.VALUE_STRING, name + " is not text");
            return parser.getText();
        }

        private Long number(JsonParser parser, String name) throws IOException, Malformed {
            if (absent(parser)) {
                return null;
            }
            expect(parser.currentToken() == JsonToken.VALUE_NUMBER_INT, name + " is not a whole number");
            long value = parser.getLongValue();
            expect(value >= 0, name + " is negative");
            return value;
        }

        private Boolean flag(JsonParser parser, String name) throws Malformed {
            if (absent(parser)) {
                return null;
            }
            expect(parser.currentToken().isBoolean(), name + " is not true or false");
            return parser.currentToken() == JsonToken.VALUE_TRUE;
        }

        private UUID id(JsonParser parser, String name) throws IOException, Malformed {
            return absent(parser) ? null : checkedId(parser, name);
        }

        private static UUID checkedId(JsonParser parser, String name) throws IOException, Malformed {
            return Ids.read(checked(parser, name)).orElseThrow(() -> new Malformed(name + " is not an id"));
        }

        private List<UUID> ids(JsonParser parser) throws IOException, Malformed {
            if (absent(parser)) {
                return List.of();
            }
            expect(parser.currentToken() == JsonToken.START_ARRAY, "attachments is not a list");
            List<UUID> ids = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                expect(ids.size() < MAX_ATTACHMENTS, "too many attachments");
                ids.add(checkedId(parser, "attachments"));
            }
            if (ids.isEmpty()) {
                seen--;
            }
            return ids;
        }

        private List<ClientFrame.Position> positions(JsonParser parser) throws IOException, Malformed {
            if (absent(parser)) {
                return null;
            }
            expect(parser.currentToken() == JsonToken.START_ARRAY, "streams is not a list");
            List<ClientFrame.Position> positions = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                expect(positions.size() < MAX_STREAMS, "too many streams");
                expect(parser.currentToken() == JsonToken.START_OBJECT, "streams holds no object");
                positions.add(position(parser));
            }
            return positions;
        }

        private static ClientFrame.Position position(JsonParser parser) throws IOException, Malformed {
            UUID stream = null;
            Long after = null;
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                parser.nextToken();
                switch (name) {
                    case "conversation" -> stream = checkedId(parser, name);
                    case "after" -> after = after(parser);
                    default -> throw new Malformed("unknown field");
                }
            }
            return new ClientFrame.Position(needed(stream, "conversation"), after);
        }

        private static Long after(JsonParser parser) throws IOException, Malformed {
            if (parser.currentToken() == JsonToken.VALUE_NULL) {
                return null;
            }
            expect(parser.currentToken() == JsonToken.VALUE_NUMBER_INT, "after is not a whole number");
            long after = parser.getLongValue();
            expect(after >= 0, "after is negative");
            return after;
        }

        private boolean absent(JsonParser parser) {
            if (parser.currentToken() != JsonToken.VALUE_NULL) {
                return false;
            }
            seen--;
            return true;
        }
    }
}
