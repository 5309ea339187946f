package dev.baton.live;

import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.InboundProcessingMode;
import io.quarkus.websockets.next.OnBinaryMessage;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnError;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnPongMessage;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.UserData.TypedKey;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;

/** The live line as a WebSocket. Everything here runs on the event loop, in the order of the connection. */
@WebSocket(path = LiveEndpoint.PATH, inboundProcessingMode = InboundProcessingMode.CONCURRENT)
@Singleton
final class LiveEndpoint {

    static final String PATH = "/api/v1/live";

    private static final TypedKey<LiveSession> SESSION = new TypedKey<>("session");

    private final LiveSessions sessions;

    LiveEndpoint(LiveSessions sessions) {
        this.sessions = sessions;
    }

    @OnOpen
    @NonBlocking
    void opened(WebSocketConnection connection) {
        String cookies = connection.handshakeRequest().header("Cookie");
        LiveSession session = sessions.open(new WebSocketWire(connection), Handshake.of(cookies, null));
        connection.userData().put(SESSION, session);
    }

    @OnTextMessage
    @NonBlocking
    void received(String text, WebSocketConnection connection) {
        LiveSession session = connection.userData().get(SESSION);
        if (session != null) {
            session.received(text);
        }
    }

    @OnBinaryMessage
    @NonBlocking
    void received(Buffer bytes, WebSocketConnection connection) {
        LiveSession session = connection.userData().get(SESSION);
        if (session != null) {
            session.close(CloseCode.MALFORMED, "frames are text");
        }
    }

    @OnPongMessage
    @NonBlocking
    void alive(Buffer bytes, WebSocketConnection connection) {
        LiveSession session = connection.userData().get(SESSION);
        if (session != null) {
            session.heard();
        }
    }

    /** A frame that is too large, not UTF-8, or never ends: whatever the transport could not read. */
    @OnError
    @NonBlocking
    void failed(Throwable failure, WebSocketConnection connection) {
        LiveSession session = connection.userData().get(SESSION);
        if (session != null) {
            session.close(CloseCode.MALFORMED, "unreadable");
        }
    }

    @OnClose
    @NonBlocking
    void closed(WebSocketConnection connection) {
        LiveSession session = connection.userData().remove(SESSION);
        if (session != null) {
            session.end();
        }
    }

    private record WebSocketWire(WebSocketConnection connection) implements Wire {

        @Override
        public void write(Frame frame, Runnable written) {
            connection.sendText(frame.text()).subscribe().with(_ -> written.run(), _ -> written.run());
        }

        @Override
        public void ping() {
            connection.sendPing(Buffer.buffer()).subscribe().with(_ -> {}, _ -> {});
        }

        @Override
        public void close(CloseCode code, String reason) {
            if (connection.isOpen()) {
                connection
                        .close(new CloseReason(code.number(), reason))
                        .subscribe()
                        .with(_ -> {}, _ -> {});
            }
        }
    }
}
