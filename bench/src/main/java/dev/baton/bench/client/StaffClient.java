package dev.baton.bench.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** A member of staff: what the workbench does. Everything but the live line blocks. */
public final class StaffClient {

    private final RestClient rest;
    private final String cookie;
    private final UUID id;
    private LiveClient live;

    private StaffClient(RestClient rest, String cookie, UUID id) {
        this.rest = rest;
        this.cookie = cookie;
        this.id = id;
    }

    /** @throws Refusal {@code bad_credentials}, {@code too_many_requests} */
    public static StaffClient signIn(RestClient nobody, String email, String password) {
        byte[] given = Json.write(Json.object().put("email", email).put("password", password));
        Answer answer = nobody.ask("POST", "/session", given);
        JsonNode me = answer.json();
        return new StaffClient(
                nobody.withCookie(answer.cookie(), me.path("csrf").asText()),
                answer.cookie(),
                UUID.fromString(me.path("account").path("id").asText()));
    }

    public UUID id() {
        return id;
    }

    /** For what only some may do. */
    public RestClient rest() {
        return rest;
    }

    public void changePassword(String current, String next) {
        rest.post("/session/password", Json.object().put("current", current).put("next", next));
    }

    public void isReady() {
        rest.put("/me/availability", Json.object().put("availability", "ready"));
    }

    /** The screen: connects, and comes back when it loses the line. */
    public LiveClient live(LiveSocketClient sockets, Consumer<ServerFrame> others) {
        live = new LiveClient(sockets, rest.server(), cookie, null, others).connect();
        return live;
    }

    /** The screen that is connected. */
    public LiveClient live() {
        return live;
    }

    public void askToEnd(UUID conversation) {
        rest.post("/conversations/" + conversation + "/ask-to-end", Json.object());
    }

    /** @param reason a code of the catalogue of close reasons */
    public void end(UUID conversation, String reason) {
        rest.post("/conversations/" + conversation + "/end", Json.object().put("reason", reason));
    }

    /** Everything that the server has stored, staff's own lines included, fetched fresh. */
    public List<Entry> entries(UUID conversation) {
        return CustomerClient.entries(rest, "/conversations/" + conversation + "/entries", true);
    }

    /** Gives up the session on the server. */
    public void signOut() {
        if (live != null) live.close();
        rest.ask("DELETE", "/session", "".getBytes(StandardCharsets.UTF_8));
    }
}
