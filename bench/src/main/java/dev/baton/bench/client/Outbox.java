package dev.baton.bench.client;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** Messages that have not been answered yet, in the order in which they were said. Thread-safe. */
final class Outbox {

    /** One message; its client id never changes, however often it is sent. */
    static final class Pending {
        final UUID conversation;
        final UUID clientId;
        final byte[] frame;
        final CompletableFuture<ServerFrame.Ack> answer = new CompletableFuture<>();
        volatile long sentNanos;

        Pending(UUID conversation, UUID clientId, String body, long n) {
            this.conversation = conversation;
            this.clientId = clientId;
            String json = "{\"type\":\"send\",\"conversation\":\"" + conversation + "\",\"client_id\":\"" + clientId
                    + "\",\"body\":" + Json.quoted(body) + ",\"n\":" + n + "}";
            this.frame = json.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    private final Map<UUID, Pending> pending = new LinkedHashMap<>();
    private long n;

    synchronized Pending add(UUID conversation, UUID clientId, String body) {
        Pending message = new Pending(conversation, clientId, body, ++n);
        pending.put(clientId, message);
        return message;
    }

    /** Null when it was answered before. */
    synchronized Pending answered(UUID clientId) {
        return clientId == null ? null : pending.remove(clientId);
    }

    synchronized List<Pending> all() {
        return new ArrayList<>(pending.values());
    }

    /** Those whose last attempt is older. */
    synchronized List<Pending> sentBefore(long nanos) {
        return pending.values().stream()
                .filter(message -> message.sentNanos - nanos < 0)
                .toList();
    }
}
