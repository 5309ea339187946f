package dev.baton;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.identity.Browser;
import dev.baton.platform.Ids;
import dev.baton.platform.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/**
 * One open live line of one person, as a client has it: keeps every frame, and every conversation that it follows the way
 * a screen would show it. Waiting is bounded, and fails with what did come.
 */
public final class Screen implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final List<JsonNode> frames = new ArrayList<>();
    private final Map<String, Thread> threads = new HashMap<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private volatile String closeReason;
    private volatile boolean reading = true;
    private WebSocket socket;
    private int read;
    private long n;

    /** A conversation as this screen shows it. */
    public static final class Thread {
        private final List<JsonNode> entries = new ArrayList<>();
        private ObjectNode view;
        private boolean caughtUp;

        public JsonNode view() {
            return view;
        }

        public List<JsonNode> entries() {
            return entries;
        }
    }

    // --- opening

    /** Connects and says hello, as whoever the browser is signed in as. */
    public static Screen open(Browser browser) {
        Screen screen = connect(browser);
        String bearer = browser.header("Authorization");
        ObjectNode hello = frame("hello").put("protocol", 1);
        if (bearer != null) {
            hello.put("token", bearer.substring("Bearer ".length()));
        }
        screen.tell(hello);
        screen.await("hello");
        return screen;
    }

    /** Connects, and has not said hello. */
    public static Screen connect(Browser browser) {
        Screen screen = new Screen();
        WebSocket.Builder builder = HTTP.newWebSocketBuilder().connectTimeout(PATIENCE);
        for (String name : List.of("Origin", "Cookie")) {
            if (browser.header(name) != null) {
                builder.header(name, browser.header(name));
            }
        }
        screen.socket = builder.buildAsync(address(browser.server()), screen.new Listener())
                .join();
        return screen;
    }

    private static URI address(URI server) {
        return URI.create(server.toString().replaceFirst("^http", "ws").replaceAll("/$", "") + "/api/v1/live");
    }

    // --- saying

    public static ObjectNode frame(String type) {
        return Json.MAPPER.createObjectNode().put("type", type);
    }

    public synchronized void tell(JsonNode frame) {
        tell(frame.toString());
    }

    public synchronized void tell(String text) {
        socket.sendText(text, true).join();
    }

    /** Says it even when nobody may be there any more. */
    public synchronized void tellAnyway(String text, boolean last) {
        try {
            socket.sendText(text, last).join();
        } catch (CompletionException gone) {
            assertThat(gone).hasCauseInstanceOf(IOException.class);
        }
    }

    public synchronized void tellBytes(byte[] bytes) {
        socket.sendBinary(java.nio.ByteBuffer.wrap(bytes), true).join();
    }

    /** Follows a conversation from its start and waits until it is up to date. */
    public Thread follow(String conversation) {
        return follow(conversation, 0L);
    }

    /** @param after null for "position unknown" */
    public Thread follow(String conversation, Long after) {
        Thread thread;
        synchronized (frames) {
            thread = threads.computeIfAbsent(conversation, _ -> new Thread());
            thread.caughtUp = false;
        }
        ObjectNode resume = frame("resume");
        ObjectNode stream = resume.putArray("streams").addObject().put("conversation", conversation);
        if (after != null) {
            stream.put("after", after);
        }
        tell(resume);
        until("caught up with " + conversation, () -> thread.caughtUp);
        return thread;
    }

    /** Says words with an id of their own; waits for the ack. */
    public JsonNode say(String conversation, String body) {
        return say(conversation, Ids.next(), body);
    }

    public JsonNode say(String conversation, UUID clientId, String body) {
        tellSend(conversation, clientId.toString(), body);
        return await(
                "ack or refused",
                frame -> frame.path("client_id").asText().equals(clientId.toString())
                        && List.of("ack", "refused").contains(frame.path("type").asText()));
    }

    /** Says words and waits for nothing. */
    public void tellSend(String conversation, String clientId, String body) {
        tell(frame("send")
                .put("conversation", conversation)
                .put("client_id", clientId)
                .put("body", body)
                .put("n", ++n));
    }

    // --- hearing

    /** The first frame of this type that nobody has waited for yet. */
    public JsonNode await(String type) {
        return await(type, frame -> frame.path("type").asText().equals(type));
    }

    public JsonNode await(String type, String conversation) {
        return await(
                type + " of " + conversation,
                frame -> frame.path("type").asText().equals(type) && conversation.equals(conversationOf(frame)));
    }

    /** The first frame that fits, among all that came since the last one waited for; skips what does not. */
    public JsonNode await(String what, Predicate<JsonNode> fits) {
        JsonNode[] found = new JsonNode[1];
        until(what, () -> {
            while (read < frames.size()) {
                JsonNode next = frames.get(read++);
                if (fits.test(next)) {
                    found[0] = next;
                    return true;
                }
            }
            return false;
        });
        return found[0];
    }

    /** Waits until what this screen shows fits. */
    public void until(String what, java.util.function.BooleanSupplier fits) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        synchronized (frames) {
            while (!fits.getAsBoolean()) {
                long left = (deadline - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    throw new AssertionError("no " + what + " came, but " + frames
                            + (closed.isDone() ? " and close " + closed.join() + " " + closeReason : ""));
                }
                try {
                    frames.wait(left);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    /** Takes nothing more from the line, as a phone in a tunnel does. */
    public void stopReading() {
        reading = false;
    }

    public void startReading() {
        reading = true;
        socket.request(1);
    }

    /** Everything that came so far. */
    public List<JsonNode> frames() {
        synchronized (frames) {
            return List.copyOf(frames);
        }
    }

    public List<JsonNode> frames(String type) {
        return frames().stream()
                .filter(frame -> frame.path("type").asText().equals(type))
                .toList();
    }

    public Thread thread(String conversation) {
        synchronized (frames) {
            return threads.get(conversation);
        }
    }

    /** Waits for the server to close; the code. */
    public int closeCode() {
        return closeCode(PATIENCE.toSeconds());
    }

    public int closeCode(long seconds) {
        try {
            return closed.get(seconds, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("not closed after " + seconds + " s", e);
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    public String closeReason() {
        closeCode();
        return closeReason;
    }

    public boolean isClosed() {
        return closed.isDone();
    }

    /** The line breaks: no goodbye. */
    public void cut() {
        socket.abort();
    }

    @Override
    public void close() {
        if (!socket.isOutputClosed()) {
            // The server may be closing at the same moment.
            socket.sendClose(WebSocket.NORMAL_CLOSURE, "")
                    .exceptionally(_ -> null)
                    .join();
        }
    }

    // --- what a client does with what comes

    private void heard(JsonNode frame) {
        synchronized (frames) {
            frames.add(frame);
            String conversation = conversationOf(frame);
            if (conversation != null && !frame.path("type").asText().startsWith("inbox")) {
                apply(frame, conversation);
            }
            frames.notifyAll();
        }
    }

    private void apply(JsonNode frame, String conversation) {
        String type = frame.get("type").asText();
        Thread thread = threads.get(conversation);
        if (thread == null && !type.equals("update")) {
            return;
        }
        if (thread == null) {
            thread = new Thread();
            threads.put(conversation, thread);
        }
        switch (type) {
            case "update" -> {
                for (JsonNode entry : frame.get("entries")) {
                    append(thread, entry);
                }
                show(thread, frame.get("view"));
            }
            case "caught_up" -> {
                show(thread, frame.get("view"));
                thread.caughtUp = true;
            }
            case "reset" -> {
                thread.entries.clear();
                frame.at("/snapshot/entries").forEach(thread.entries::add);
                show(thread, frame.at("/snapshot/view"));
            }
            case "position" -> thread.view.set("position", frame.get("position"));
            case "cursors" -> {
                ObjectNode cursors = thread.view.putObject("cursors");
                cursors.set("customer", frame.get("customer"));
                cursors.set("staff", frame.get("staff"));
                thread.view.set("unread", frame.get("unread"));
            }
            default -> {}
        }
    }

    private static void append(Thread thread, JsonNode entry) {
        if (thread.entries.isEmpty()) {
            thread.entries.add(entry);
            return;
        }
        long have = number(thread.entries.getLast());
        if (number(entry) <= have) {
            return;
        }
        assertThat(number(entry)).as("no gap before %s", entry).isEqualTo(have + 1);
        thread.entries.add(entry);
    }

    /** Staff count {@code seq}, customers {@code public_seq}. */
    public static long number(JsonNode entry) {
        return entry.has("seq")
                ? entry.get("seq").asLong()
                : entry.get("public_seq").asLong();
    }

    private static void show(Thread thread, JsonNode view) {
        if (view != null && view.isObject()) {
            thread.view = view.deepCopy();
        }
    }

    private static String conversationOf(JsonNode frame) {
        return frame.has("conversation") ? frame.get("conversation").asText() : null;
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                try {
                    heard(Json.MAPPER.readTree(text.toString()));
                } catch (JsonProcessingException e) {
                    throw new IllegalStateException(text.toString(), e);
                }
                text.setLength(0);
            }
            if (reading) {
                webSocket.request(1);
            }
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
            closeReason = reason;
            closed.complete(code);
            synchronized (frames) {
                frames.notifyAll();
            }
            return null;
        }

        @Override
        public void onError(WebSocket webSocket, Throwable error) {
            // The line broke without a goodbye, which browsers call 1006.
            closed.complete(1006);
        }
    }
}
