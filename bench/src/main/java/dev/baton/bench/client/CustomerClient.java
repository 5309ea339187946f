package dev.baton.bench.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A customer: what the widget does. Everything but the live line blocks. */
public final class CustomerClient {

    private static final int PAGE = 200;

    private final RestClient rest;
    private final String token;

    private CustomerClient(RestClient rest, String token) {
        this.rest = rest;
        this.token = token;
    }

    /** A new visitor of a site. */
    public static CustomerClient visit(RestClient nobody, String site, String language) {
        ObjectNode visit = Json.object().put("site", site).put("language", language);
        String token = nobody.post("/widget/sessions", visit).path("token").asText();
        return new CustomerClient(nobody.withToken(token), token);
    }

    public String token() {
        return token;
    }

    /** The screen: connects, and comes back when it loses the line. */
    public LiveClient live(LiveSocketClient sockets) {
        return new LiveClient(sockets, rest.server(), null, token, _ -> {}).connect();
    }

    /**
     * @param category null for none
     * @param words null to start with a category alone
     * @return the conversation; its first message's public number is 0 where there are no words
     */
    public Started start(UUID clientId, String category, String words) {
        ObjectNode start = Json.object().put("client_id", clientId.toString());
        if (category != null) start.put("category", category);
        if (words != null) start.put("body", words);
        JsonNode snapshot = rest.post("/widget/conversations", start);
        return new Started(
                UUID.fromString(snapshot.path("view").path("id").asText()),
                snapshot.path("ack").path("public_seq").asLong());
    }

    public record Started(UUID conversation, long publicSeq) {}

    public void resolve(UUID conversation) {
        rest.post("/widget/conversations/" + conversation + "/resolve");
    }

    /** Says words over REST. */
    public void say(UUID conversation, UUID clientId, String words) {
        rest.post(
                "/widget/conversations/" + conversation + "/messages",
                Json.object().put("client_id", clientId.toString()).put("body", words));
    }

    public void end(UUID conversation) {
        rest.post("/widget/conversations/" + conversation + "/end");
    }

    public void rate(UUID conversation, int score, String comment) {
        rest.post(
                "/widget/conversations/" + conversation + "/rating",
                Json.object().put("score", score).put("comment", comment));
    }

    /** Everything that the server has stored and customers may see, fetched fresh. */
    public List<Entry> entries(UUID conversation) {
        return entries(rest, "/widget/conversations/" + conversation + "/entries", false);
    }

    static List<Entry> entries(RestClient rest, String path, boolean staff) {
        List<Entry> all = new ArrayList<>();
        while (true) {
            long after = all.isEmpty() ? 0 : all.getLast().number(staff);
            JsonNode page = rest.get(path + "?after=" + after + "&limit=" + PAGE);
            List<Entry> more = FrameReader.entries(page);
            all.addAll(more);
            if (more.isEmpty() || !page.path("later").asBoolean()) return all;
        }
    }
}
