package dev.baton.live;

import java.util.List;
import java.util.UUID;

/** What a client may say. Anything else is malformed. */
public sealed interface ClientFrame {

    /**
     * The first frame.
     *
     * @param token a customer's; null for staff, who show a cookie at the handshake
     * @param language the one to answer in, null for the viewer's own
     */
    record Hello(int protocol, String token, String language) implements ClientFrame {}

    /** Follow these streams from these positions; also how one more is opened. */
    record Resume(String epoch, List<Position> streams) implements ClientFrame {}

    /** @param after the last number that the client has; null when it has nothing */
    record Position(UUID stream, Long after) {}

    record Leave(UUID stream) implements ClientFrame {}

    /**
     * @param clientId as written: whether it is an id is for the desk to judge, who can still answer
     * @param n the client's counter, for its own bookkeeping
     */
    record Send(UUID stream, String clientId, String body, List<UUID> attachments, long n) implements ClientFrame {}

    record Typing(UUID stream, boolean active, String text) implements ClientFrame {}

    record Cursor(UUID stream, long delivered, long read) implements ClientFrame {}

    record Watch(boolean all) implements ClientFrame {}

    record Heartbeat() implements ClientFrame {}
}
