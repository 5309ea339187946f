package dev.baton.bench.figures;

import io.vertx.core.Vertx;

/** A process of its own that sends every WebSocket frame back: the engine below the server's sockets, and nothing else. */
public final class EchoServer {

    private EchoServer() {}

    /** Runs until it is killed, or whoever started it is gone. Prints its port. */
    public static int run() {
        Vertx vertx = Vertx.vertx();
        vertx.createHttpServer()
                .webSocketHandler(socket -> socket.textMessageHandler(socket::writeTextMessage))
                .listen(0, "127.0.0.1")
                .onSuccess(server -> System.out.println(server.actualPort()));
        try {
            // The other end of this pipe is held by the bench.
            while (System.in.read() >= 0) Thread.onSpinWait();
        } catch (java.io.IOException gone) {
            return 0;
        }
        return 0;
    }
}
