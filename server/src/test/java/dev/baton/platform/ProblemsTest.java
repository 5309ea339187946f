package dev.baton.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProblemsTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TestHTTPResource
    URI server;

    @Test
    void a_good_request_comes_back_in_our_spelling() throws Exception {
        HttpResponse<String> answer = post("""
                {"id":"0190a6b2-0000-7000-8000-000000000001","title":"ok","colour":"dark_red",
                 "made_at":"2026-01-02T03:04:05.678901Z","parts":[{"part_name":"wheel","count":4}],"words":{"a":"b"}}
                """);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("""
                {"id":"0190a6b2-0000-7000-8000-000000000001","title":"ok","colour":"dark_red","made_at":"2026-01-02T03:04:05.678Z","parts":[{"part_name":"wheel","count":4}],"words":{"a":"b"}}\
                """);
    }

    @Test
    void malformed_json_is_refused() throws Exception {
        for (String body :
                new String[] {"{", "{\"title\":}", "\u0000", "{\"title\":\"a\"} x", "{\"title\":\"a\",\"title\":\"b\"}"
                }) {
            refused(post(body), 400, "malformed_json");
        }
    }

    @Test
    void nothing_at_all_is_refused() throws Exception {
        refused(post(""), 422, "invalid");
        refused(post("null"), 422, "invalid");
    }

    @Test
    void an_unknown_field_is_refused_by_name() throws Exception {
        JsonNode problem = refused(
                post("{\"title\":\"a\",\"parts\":[{\"part_name\":\"x\",\"count\":1,\"colour\":1}]}"),
                400,
                "unknown_field");
        assertThat(problem.at("/params/field").asText()).isEqualTo("parts[0].colour");
    }

    @Test
    void a_wrong_type_is_refused_by_name() throws Exception {
        for (String body : new String[] {
            "{\"title\":5}",
            "{\"title\":[]}",
            "{\"title\":\"a\",\"colour\":\"green\"}",
            "{\"title\":\"a\",\"colour\":1}",
            "{\"title\":\"a\",\"parts\":{}}",
            "{\"title\":\"a\",\"parts\":[{\"part_name\":\"x\",\"count\":\"4\"}]}",
            "{\"title\":\"a\",\"parts\":[{\"part_name\":\"x\",\"count\":1.5}]}",
            "{\"title\":\"a\",\"made_at\":\"yesterday\"}",
            "[]",
            "5",
            "\"a\""
        }) {
            refused(post(body), 400, "wrong_type");
        }
    }

    @Test
    void a_value_that_breaks_a_rule_is_refused_by_field_and_rule() throws Exception {
        JsonNode tooLong = refused(post("{\"title\":\"01234567890\"}"), 422, "invalid");
        assertThat(tooLong.at("/params/field").asText()).isEqualTo("title");
        assertThat(tooLong.at("/params/rule").asText()).isEqualTo("size");
        JsonNode blank =
                refused(post("{\"title\":\"a\",\"parts\":[{\"part_name\":\" \",\"count\":1}]}"), 422, "invalid");
        assertThat(blank.at("/params/field").asText()).isEqualTo("parts.part_name");
    }

    @Test
    void broken_text_is_refused_wherever_it_hides() throws Exception {
        for (String body : new String[] {
            "{\"title\":\"a\\u0000\"}",
            "{\"title\":\"a\\ud83d\"}",
            "{\"title\":\"\\ude00\\ud83d\"}",
            "{\"title\":\"a\",\"words\":{\"k\\u0000\":\"v\"}}",
            "{\"title\":\"a\",\"words\":{\"k\":\"\\ud800\"}}",
            "{\"title\":\"a\",\"anything\":{\"deep\":[\"\\u0000\"]}}",
            "{\"title\":\"a\",\"anything\":{\"\\u0000\":1}}"
        }) {
            refused(post(body), 400, "malformed_text");
        }
        refused(get("/0190a6b2-0000-7000-8000-000000000001?word=a%00b"), 400, "malformed_text");
    }

    @Test
    void whole_characters_beyond_the_first_plane_are_fine() throws Exception {
        assertThat(post("{\"title\":\"😀\\ud83d\\ude00\"}").statusCode()).isEqualTo(200);
    }

    @Test
    void a_malformed_id_is_refused_in_a_body_and_in_a_path() throws Exception {
        refused(post("{\"title\":\"a\",\"id\":\"1-1-1-1-1\"}"), 400, "malformed_id");
        refused(get("/1-1-1-1-1"), 400, "malformed_id");
        refused(get("/%00"), 400, "malformed_text");
    }

    @Test
    void deep_and_huge_documents_are_refused() throws Exception {
        refused(post("{\"title\":\"a\",\"anything\":" + "[".repeat(40) + "]".repeat(40) + "}"), 413, "too_large");
        refused(post("{\"title\":\"a\",\"anything\":\"" + "x".repeat(Json.LONGEST) + "\"}"), 413, "too_large");
    }

    @Test
    void wrong_addresses_methods_and_types_are_refused() throws Exception {
        refused(send(HttpRequest.newBuilder(server.resolve("/api/v1/nothing-here"))), 404, "not_found");
        refused(
                send(HttpRequest.newBuilder(server.resolve("/api/v1/test/problems"))
                        .DELETE()),
                405,
                "method_not_allowed");
        refused(
                send(HttpRequest.newBuilder(server.resolve("/api/v1/test/problems"))
                        .header("Content-Type", "text/plain")
                        .POST(BodyPublishers.ofString("x"))),
                415,
                "unsupported_type");
    }

    @Test
    void a_refusal_speaks_the_language_of_the_caller() throws Exception {
        HttpRequest.Builder refusing = HttpRequest.newBuilder(server.resolve("/api/v1/test/problems/refuse"))
                .POST(BodyPublishers.noBody());
        HttpResponse<String> answer = send(refusing);
        assertThat(answer.headers().firstValue("Retry-After")).contains("7");
        assertThat(refused(answer, 429, "too_many_requests").get("detail").asText())
                .isEqualTo("Too many requests. Try again in 7 seconds.");
        refusing.header("Accept-Language", "zh-CN,zh;q=0.9,en;q=0.8");
        assertThat(refused(send(refusing), 429, "too_many_requests")
                        .get("detail")
                        .asText())
                .isEqualTo("请求过多，请在 7 秒后重试。");
    }

    @Test
    void our_own_mistakes_are_told_without_their_inside() throws Exception {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(server.resolve("/api/v1/test/problems/break"))
                .POST(BodyPublishers.noBody()));
        refused(answer, 500, "internal");
        assertThat(answer.body()).doesNotContain("secret", "Exception", "dev.baton.platform");
    }

    private static JsonNode refused(HttpResponse<String> answer, int status, String code) throws IOException {
        assertThat(answer.body()).contains("\"code\":\"" + code + "\"");
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith(Problem.MEDIA_TYPE));
        JsonNode problem = Json.MAPPER.readTree(answer.body());
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("type").asText()).isEqualTo("https://baton.dev/problems/" + code);
        assertThat(problem.get("title").asText()).isNotBlank().isNotEqualTo(code);
        return problem;
    }

    private HttpResponse<String> post(String body) throws Exception {
        return send(HttpRequest.newBuilder(server.resolve("/api/v1/test/problems"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(server + "api/v1/test/problems" + path)));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }
}
