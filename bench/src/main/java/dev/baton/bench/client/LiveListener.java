package dev.baton.bench.client;

/** What happens on one live line. Everything runs on the line's event loop: it must not block. */
public interface LiveListener {

    /** The handshake is through; {@code hello} has not been said. */
    void opened(LiveSocketClient.Line line);

    /** One text frame, as UTF-8. */
    void received(byte[] frame);

    /**
     * It has ended, or could not be opened.
     *
     * @param code of the close frame; -1 when there was none
     */
    void closed(int code, String reason);
}
