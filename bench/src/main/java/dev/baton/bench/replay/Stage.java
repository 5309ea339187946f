package dev.baton.bench.replay;

import dev.baton.bench.client.LiveSocketClient;
import dev.baton.bench.client.RestClient;
import dev.baton.bench.client.ServerFrame;
import dev.baton.bench.client.StaffClient;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** What all plays of one replay share: the way to the server, who has been given which conversation, and the stop-watches. */
final class Stage {

    private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(10);
    private static final int DIGITS = 3;

    final LiveSocketClient sockets;
    final RestClient nobody;
    final String site;
    final String category;

    /** How long one step of a play may take, the server being away included. */
    final Duration patience;

    /** Microseconds from a send to its acknowledgement, to its appearance on the other side; from a start to the agent. */
    final Histogram toAck = new ConcurrentHistogram(LONGEST_MICROS, DIGITS);

    final Histogram toSeen = new ConcurrentHistogram(LONGEST_MICROS, DIGITS);
    final Histogram toAgent = new ConcurrentHistogram(LONGEST_MICROS, DIGITS);

    private final Map<UUID, CompletableFuture<StaffClient>> hands = new ConcurrentHashMap<>();

    Stage(LiveSocketClient sockets, RestClient nobody, String site, String category, Duration patience) {
        this.sockets = sockets;
        this.nobody = nobody;
        this.site = site;
        this.category = category;
        this.patience = patience;
    }

    /** What an agent's screen says about its list. */
    void listed(StaffClient agent, ServerFrame frame) {
        switch (frame) {
            case ServerFrame.Inbox inbox -> inbox.items().forEach(item -> listed(agent, item));
            case ServerFrame.InboxItem item -> listed(agent, item.item());
            default -> {}
        }
    }

    private void listed(StaffClient agent, ServerFrame.Item item) {
        if (!agent.id().equals(item.agent())) return;
        CompletableFuture<StaffClient> waiting =
                hands.computeIfAbsent(item.conversation(), _ -> new CompletableFuture<>());
        if (!waiting.complete(agent) && waiting.join() != agent) {
            hands.put(item.conversation(), CompletableFuture.completedFuture(agent));
        }
    }

    /** Waits for the agent who is responsible. */
    StaffClient agentOf(UUID conversation) {
        return within(hands.computeIfAbsent(conversation, _ -> new CompletableFuture<>()), "nobody was assigned");
    }

    void forget(UUID conversation) {
        hands.remove(conversation);
    }

    /** @param otherwise what to say when it takes too long */
    <T> T within(CompletableFuture<T> future, String otherwise) {
        try {
            return future.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IllegalStateException(otherwise + " within " + patience.toSeconds() + " s");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    static void record(Histogram histogram, long fromNanos, long toNanos) {
        long micros = Math.max(1, (toNanos - fromNanos) / 1_000);
        histogram.recordValue(Math.min(LONGEST_MICROS, micros));
    }
}
