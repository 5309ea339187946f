package dev.baton.platform;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Makes the served description say what {@link Json} does: snake_case names, lower_snake enums, ids as text. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public final class ApiDescription implements OASFilter {

    /** Any JSON at all: the description has no closer word for it. */
    private static final List<String> ANYTHING = List.of("JsonNode");

    private static final List<String> NOT_ON_THE_WIRE = List.of("JsonNodeType");

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getComponents() == null || api.getComponents().getSchemas() == null) return;
        Map<String, Schema> described = new LinkedHashMap<>();
        api.getComponents().getSchemas().forEach((name, schema) -> {
            if (!NOT_ON_THE_WIRE.contains(name)) described.put(name, onTheWire(name, schema));
        });
        api.getComponents().setSchemas(described);
    }

    private static Schema onTheWire(String name, Schema schema) {
        if (ANYTHING.contains(name)) return OASFactory.createSchema();
        if (isId(schema)) {
            return OASFactory.createSchema().addType(Schema.SchemaType.STRING).format("uuid");
        }
        if (schema.getEnumeration() != null) {
            schema.setEnumeration(schema.getEnumeration().stream()
                    .<Object>map(each -> each.toString().toLowerCase(Locale.ROOT))
                    .toList());
        }
        if (schema.getProperties() != null) {
            Map<String, Schema> named = new LinkedHashMap<>();
            schema.getProperties().forEach((field, type) -> named.put(snake(field), type));
            schema.setProperties(named);
        }
        if (schema.getRequired() != null) {
            schema.setRequired(
                    schema.getRequired().stream().map(ApiDescription::snake).toList());
        }
        return schema;
    }

    /** A record around one UUID. */
    private static boolean isId(Schema schema) {
        return schema.getProperties() != null
                && schema.getProperties().keySet().equals(java.util.Set.of("value"))
                && String.valueOf(schema.getProperties().get("value").getRef()).endsWith("/UUID");
    }

    private static String snake(String camel) {
        return camel.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }
}
