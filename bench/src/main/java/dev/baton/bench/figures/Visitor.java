package dev.baton.bench.figures;

import dev.baton.bench.client.CustomerClient;
import dev.baton.bench.client.Json;
import dev.baton.bench.client.LiveListener;
import dev.baton.bench.client.LiveSocketClient;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** A customer with an open line, as cheap as can be: frames are looked at, not read, unless somebody wants them. */
final class Visitor implements LiveListener {

    private static final int TYPE = "{\"type\":\"".length();
    private static final byte[] HELLO = "hello\"".getBytes(StandardCharsets.US_ASCII);

    final CustomerClient customer;
    final CompletableFuture<Visitor> greeted = new CompletableFuture<>();
    volatile Consumer<byte[]> frames = _ -> {};
    volatile Consumer<String> ended = _ -> {};
    private volatile LiveSocketClient.Line line;

    Visitor(CustomerClient customer) {
        this.customer = customer;
    }

    @Override
    public void opened(LiveSocketClient.Line opened) {
        line = opened;
        opened.send("{\"type\":\"hello\",\"protocol\":1,\"token\":" + Json.quoted(customer.token()) + "}");
    }

    @Override
    public void received(byte[] frame) {
        if (is(HELLO, frame)) greeted.complete(this);
        else frames.accept(frame);
    }

    @Override
    public void closed(int code, String reason) {
        String why = "a measured line was closed: " + code + " " + reason;
        greeted.completeExceptionally(new IllegalStateException(why));
        ended.accept(why);
    }

    void send(byte[] frame) {
        line.send(frame);
    }

    void drop() {
        LiveSocketClient.Line open = line;
        if (open != null) open.drop();
    }

    /** Whether a frame is of a type; the server writes the type first. @param type with its closing quote */
    static boolean is(byte[] type, byte[] frame) {
        if (frame.length < TYPE + type.length) return false;
        for (int i = 0; i < type.length; i++) {
            if (frame[TYPE + i] != type[i]) return false;
        }
        return true;
    }
}
