package dev.baton.live;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.baton.platform.Ids;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The live line where WebSocket is blocked: server-sent events out, POST in, the same frames and the same session. The
 * client names the connection with an id of its own making; a POST must show the credential that opened it.
 */
@Singleton
final class LiveEventsEndpoint {

    static final String EVENTS = "/api/v1/live/events";
    static final String FRAMES = "/api/v1/live/frames";
    private static final String CONNECTION = "X-Baton-Connection";
    private static final JsonFactory JSON = new JsonFactory();

    private record Open(LiveSession session, Handshake shown) {}

    private final Map<UUID, Open> open = new ConcurrentHashMap<>();
    private final LiveSessions sessions;
    private final OriginCheck origins;
    private final LiveLimits limits;

    LiveEventsEndpoint(LiveSessions sessions, OriginCheck origins, LiveLimits limits) {
        this.sessions = sessions;
        this.origins = origins;
        this.limits = limits;
    }

    void routes(@Observes Router router) {
        router.get(EVENTS).handler(this::events);
        router.post(FRAMES)
                .handler(BodyHandler.create(false).setBodyLimit(4L * limits.frameBytes))
                .handler(this::frames);
    }

    private void events(RoutingContext context) {
        Optional<UUID> name = named(context.request());
        if (!origins.isAllowed(context.request())) {
            context.response().setStatusCode(403).end();
            return;
        }
        Handshake shown = shown(context.request());
        if (name.isEmpty() || open.containsKey(name.get())) {
            context.response().setStatusCode(400).end();
            return;
        }
        HttpServerResponse response = context.response()
                .setChunked(true)
                .putHeader("Content-Type", "text/event-stream")
                .putHeader("Cache-Control", "no-store")
                // For proxies that would otherwise wait for more before they pass anything on.
                .putHeader("X-Accel-Buffering", "no");
        LiveSession session = sessions.open(new EventWire(response), shown);
        open.put(name.get(), new Open(session, shown));
        response.closeHandler(_ -> {
            open.remove(name.get());
            session.end();
        });
        response.write(":\n\n");
    }

    private void frames(RoutingContext context) {
        Optional<Open> found = named(context.request()).map(open::get);
        if (!origins.isAllowed(context.request())) {
            context.response().setStatusCode(403).end();
        } else if (found.isEmpty() || !sameCredential(found.get().shown(), shown(context.request()))) {
            context.response().setStatusCode(404).end();
        } else {
            receive(found.get().session(), context);
        }
    }

    private void receive(LiveSession session, RoutingContext context) {
        try {
            Buffer body = context.body().buffer();
            split(body == null ? "" : body.toString()).forEach(session::received);
            context.response().setStatusCode(202).end();
        } catch (IOException | FrameReader.Malformed malformed) {
            session.close(CloseCode.MALFORMED, "not a list of frames");
            context.response().setStatusCode(400).end();
        }
    }

    /** The frames of a list, each as it was written, so that one reader judges them whatever carried them. */
    private List<String> split(String body) throws IOException, FrameReader.Malformed {
        List<String> frames = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw new FrameReader.Malformed("not a list");
            }
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                int from = (int) parser.currentTokenLocation().getCharOffset();
                parser.skipChildren();
                int to = (int) parser.currentLocation().getCharOffset();
                if (to - from > limits.frameBytes) {
                    throw new FrameReader.Malformed("too large");
                }
                frames.add(body.substring(from, to));
            }
            if (parser.currentToken() != JsonToken.END_ARRAY) {
                throw new FrameReader.Malformed("not a list of frames");
            }
        }
        return frames;
    }

    private static Optional<UUID> named(HttpServerRequest request) {
        return Ids.read(request.getHeader(CONNECTION));
    }

    private static Handshake shown(HttpServerRequest request) {
        return Handshake.of(request.getHeader("Cookie"), request.getHeader("Authorization"));
    }

    private static boolean sameCredential(Handshake opened, Handshake now) {
        return opened.bearer() != null
                ? opened.bearer().equals(now.bearer())
                : Objects.equals(opened.cookie(), now.cookie());
    }

    private record EventWire(HttpServerResponse response) implements Wire {

        @Override
        public void write(Frame frame, Runnable written) {
            response.write("data: " + frame.text() + "\n\n").onComplete(_ -> written.run());
        }

        /** A comment: the transport fails when nobody is there any more. */
        @Override
        public void ping() {
            response.write(":\n\n");
        }

        @Override
        public void close(CloseCode code, String reason) {
            if (!response.ended() && !response.closed()) {
                String quoted = reason.replace("\\", "\\\\").replace("\"", "\\\"");
                response.end("event: close\ndata: {\"code\":" + code.number() + ",\"reason\":\"" + quoted + "\"}\n\n");
            }
        }
    }
}
