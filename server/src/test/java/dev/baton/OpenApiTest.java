package dev.baton;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.identity.Browser;
import dev.baton.platform.Json;
import dev.baton.platform.database.DatabaseForServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The REST API describes itself, completely: the web's types are made from it. */
@QuarkusTest
@QuarkusTestResource(DatabaseForServer.class)
class OpenApiTest {

    @TestHTTPResource
    URI server;

    @Test
    @Tag("docs")
    void the_printed_description_is_the_served_one() throws IOException {
        GeneratedDocs.compare(
                "openapi.yaml", new Browser(server).page("/api/v1/openapi").text());
    }

    @Test
    void every_request_and_every_answer_has_a_named_shape_in_snake_case() throws IOException {
        JsonNode api = Json.MAPPER.readTree(
                new Browser(server).page("/api/v1/openapi?format=JSON").text());
        List<String> faults = new ArrayList<>();
        api.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    JsonNode operation = method.getValue();
                    if (!operation.isObject() || !operation.has("responses")) {
                        return;
                    }
                    String where = method.getKey() + " " + path.getKey();
                    operation
                            .at("/requestBody/content")
                            .forEach(content -> check(where, content.get("schema"), faults));
                    operation
                            .get("responses")
                            .forEach(answer -> answer.path("content")
                                    .forEach(content -> check(where, content.get("schema"), faults)));
                }));
        api.at("/components/schemas")
                .properties()
                .forEach(schema -> schema.getValue()
                        .path("properties")
                        .fieldNames()
                        .forEachRemaining(name -> {
                            if (!name.equals(name.toLowerCase(java.util.Locale.ROOT))) {
                                faults.add(schema.getKey() + "." + name);
                            }
                        }));
        assertThat(faults).isEmpty();
    }

    /** The web's types bear these names. A number behind one means that two shapes want it. */
    @Test
    void every_shape_has_a_name_that_says_what_it_is() throws IOException {
        JsonNode api = Json.MAPPER.readTree(
                new Browser(server).page("/api/v1/openapi?format=JSON").text());
        List<String> names = new ArrayList<>();
        api.at("/components/schemas").fieldNames().forEachRemaining(names::add);
        assertThat(names)
                .hasSizeGreaterThan(50)
                .noneMatch(name -> name.matches(".*\\d"))
                .doesNotContain("View", "Items", "Written", "Created", "Opened", "Secret", "Kind", "Wishes");
    }

    private static void check(String where, JsonNode schema, List<String> faults) {
        if (schema == null || schema.isEmpty()) {
            faults.add(where + " has an answer or a request without a shape");
        }
    }
}
