package dev.baton.bench.client;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One answer of the REST API.
 *
 * @param cookie the value of {@code Set-Cookie} up to its first semicolon, null when there is none
 */
public record Answer(int status, byte[] body, String cookie) {

    private static final int FIRST_ERROR = 400;

    public boolean isError() {
        return status >= FIRST_ERROR;
    }

    /** The body as JSON; a missing node when there is none. */
    public JsonNode json() {
        return Json.read(body);
    }

    Refusal refusal(String request) {
        String code = body.length > 0 && body[0] == '{' ? json().path("code").asText("") : "";
        return new Refusal(status, code, request);
    }
}
