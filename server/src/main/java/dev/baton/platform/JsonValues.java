package dev.baton.platform;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.JsonNodeDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleDeserializers;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.module.SimpleSerializers;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/** How single values look in JSON: text, times, and ids (any record around one {@link UUID}). */
final class JsonValues extends SimpleModule {

    private static final DateTimeFormatter MILLISECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);

    JsonValues() {
        super("baton");
        addSerializer(Instant.class, new TimeOut());
        addDeserializer(String.class, new TextIn());
        addKeyDeserializer(String.class, new KeyIn());
        addDeserializer(UUID.class, new UuidIn());
    }

    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        context.addSerializers(new IdsOut());
        context.addDeserializers(new IdsIn());
    }

    private static final class TimeOut extends StdScalarSerializer<Instant> {
        TimeOut() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant time, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(MILLISECONDS.format(time));
        }
    }

    /** Only text is text: a number is a mistake. */
    private static final class TextIn extends StdScalarDeserializer<String> {
        TextIn() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser in, DeserializationContext context) throws IOException {
            if (in.currentToken() != JsonToken.VALUE_STRING)
                return (String) context.handleUnexpectedToken(String.class, in);
            return Text.wellFormed(in.getText());
        }
    }

    private static final class KeyIn extends KeyDeserializer {
        @Override
        public Object deserializeKey(String key, DeserializationContext context) {
            return Text.wellFormed(key);
        }
    }

    private static final class UuidIn extends StdScalarDeserializer<UUID> {
        UuidIn() {
            super(UUID.class);
        }

        @Override
        public UUID deserialize(JsonParser in, DeserializationContext context) throws IOException {
            if (in.currentToken() != JsonToken.VALUE_STRING)
                return (UUID) context.handleUnexpectedToken(UUID.class, in);
            return Ids.read(in.getText()).orElseThrow(Refused::malformedId);
        }
    }

    private static final class IdsOut extends SimpleSerializers {
        @Override
        public JsonSerializer<?> findSerializer(SerializationConfig config, JavaType type, BeanDescription bean) {
            return IdType.of(type.getRawClass())
                    .<JsonSerializer<?>>map(IdOut::new)
                    .orElse(null);
        }
    }

    private static final class IdOut extends StdScalarSerializer<Object> {
        private final transient IdType type;

        IdOut(IdType type) {
            super(Object.class);
            this.type = type;
        }

        @Override
        public void serialize(Object id, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(type.value(id).toString());
        }
    }

    private static final class IdsIn extends SimpleDeserializers {
        @Override
        public JsonDeserializer<?> findBeanDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription bean) {
            return IdType.of(type.getRawClass())
                    .<JsonDeserializer<?>>map(IdIn::new)
                    .orElse(null);
        }

        @Override
        public JsonDeserializer<?> findTreeNodeDeserializer(
                Class<? extends JsonNode> type, DeserializationConfig config, BeanDescription bean) {
            return new TreeIn(JsonNodeDeserializer.getDeserializer(type));
        }
    }

    /** Free-form JSON: its texts and its names are well formed too. */
    private static final class TreeIn extends JsonDeserializer<JsonNode> {
        private final JsonDeserializer<? extends JsonNode> tree;

        TreeIn(JsonDeserializer<? extends JsonNode> tree) {
            this.tree = tree;
        }

        @Override
        public JsonNode deserialize(JsonParser in, DeserializationContext context) throws IOException {
            JsonNode read = tree.deserialize(in, context);
            check(read);
            return read;
        }

        private static void check(JsonNode node) {
            if (node.isTextual()) Text.wellFormed(node.textValue());
            node.fieldNames().forEachRemaining(Text::wellFormed);
            node.forEach(TreeIn::check);
        }
    }

    private static final class IdIn extends StdScalarDeserializer<Object> {
        private final transient IdType type;

        IdIn(IdType type) {
            super(Object.class);
            this.type = type;
        }

        @Override
        public Object deserialize(JsonParser in, DeserializationContext context) throws IOException {
            if (in.currentToken() != JsonToken.VALUE_STRING) return context.handleUnexpectedToken(Object.class, in);
            return type.wrap(Ids.read(in.getText()).orElseThrow(Refused::malformedId));
        }
    }
}
