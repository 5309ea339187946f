package dev.baton.bench.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The REST API, in the name of one person or of nobody. Blocks. While the server is away, or cannot, it asks again: every
 * request that changes something names what it changes, so asking twice does no harm.
 */
public final class RestClient {

    private static final byte[] NOTHING = {};
    private static final int UNAVAILABLE = 503;
    private static final int FIRST_FAULT = 500;

    /** Kept-alive connections to one server, shared by all who ask it. */
    public static final class Lines {
        private final ServerAddress server;
        private final Queue<HttpLine> idle = new ConcurrentLinkedQueue<>();

        public Lines(ServerAddress server) {
            this.server = server;
        }

        public ServerAddress server() {
            return server;
        }

        private Answer ask(String head, byte[] body) throws IOException {
            for (HttpLine kept = idle.poll(); kept != null; kept = idle.poll()) {
                try {
                    return askOn(kept, head, body);
                } catch (IOException e) {
                    // The server had closed it meanwhile, or restarts: the next one tells.
                    kept.close();
                }
            }
            HttpLine fresh = new HttpLine(server.socket());
            try {
                return askOn(fresh, head, body);
            } catch (IOException e) {
                fresh.close();
                throw e;
            }
        }

        private Answer askOn(HttpLine line, String head, byte[] body) throws IOException {
            Answer answer = line.ask(head, body);
            if (line.isReusable()) idle.add(line);
            else line.close();
            return answer;
        }
    }

    private final Lines lines;
    private final Duration patience;
    private final String who;

    private RestClient(Lines lines, Duration patience, String who) {
        this.lines = lines;
        this.patience = patience;
        this.who = who;
    }

    /** @param patience how long a server that is away is waited for */
    public static RestClient ofNobody(Lines lines, Duration patience) {
        return new RestClient(lines, patience, "");
    }

    RestClient withToken(String token) {
        return new RestClient(lines, patience, "Authorization: Bearer " + token + "\r\n");
    }

    RestClient withCookie(String cookie, String csrf) {
        return new RestClient(
                lines,
                patience,
                "Cookie: " + cookie + "\r\nX-Baton-CSRF: " + csrf + "\r\nOrigin: "
                        + lines.server().origin() + "\r\n");
    }

    ServerAddress server() {
        return lines.server();
    }

    Duration patience() {
        return patience;
    }

    public JsonNode get(String path) {
        return ask("GET", path, NOTHING).json();
    }

    public JsonNode post(String path, JsonNode body) {
        return ask("POST", path, Json.write(body)).json();
    }

    public JsonNode post(String path) {
        return ask("POST", path, NOTHING).json();
    }

    public JsonNode put(String path, JsonNode body) {
        return ask("PUT", path, Json.write(body)).json();
    }

    /**
     * Asks until there is an answer.
     *
     * @param path below {@code /api/v1}
     * @throws Refusal for an answer that asking again would not change, or when patience ends
     */
    Answer ask(String method, String path, byte[] body) {
        String head = method + " /api/v1" + path + " HTTP/1.1\r\nHost: "
                + lines.server().authority() + "\r\n" + who
                + (body.length == 0 ? "" : "Content-Type: application/json\r\n");
        Patience left = new Patience(patience);
        while (true) {
            Refusal last;
            try {
                Answer answer = lines.ask(head, body);
                if (!answer.isError()) return answer;
                last = answer.refusal(method + " " + path);
                if (last.status() < FIRST_FAULT) throw last;
            } catch (IOException e) {
                last = new Refusal(UNAVAILABLE, e.toString(), method + " " + path);
            }
            if (!left.waits()) throw last;
        }
    }
}
