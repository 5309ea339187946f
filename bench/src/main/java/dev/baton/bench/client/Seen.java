package dev.baton.bench.client;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/**
 * What one screen has seen of one conversation over its live line: entries without gaps, in order, each once, and when each
 * was first seen. Thread-safe.
 */
public final class Seen {

    /** @param atNanos {@link System#nanoTime} of its arrival */
    public record Line(Entry entry, long atNanos) {}

    /** What came of one batch of entries. */
    enum Applied {
        ALL,
        GAP
    }

    private record Waiter(Predicate<Seen> until, CompletableFuture<Seen> future) {}

    private final UUID conversation;
    private final boolean staff;
    private final List<Line> lines = new ArrayList<>();
    private final TreeMap<Long, Line> parked = new TreeMap<>();
    private final List<Waiter> waiters = new ArrayList<>(1);
    private boolean gone;
    private int contradictions;

    Seen(UUID conversation, boolean staff) {
        this.conversation = conversation;
        this.staff = staff;
    }

    public UUID conversation() {
        return conversation;
    }

    /** The last number without a gap before it. */
    public synchronized long have() {
        return lines.size();
    }

    public synchronized List<Line> lines() {
        return List.copyOf(lines);
    }

    /** Where a message is by the id that its author gave it; null while it has not been seen. */
    public synchronized Line message(UUID clientId) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            if (clientId.equals(lines.get(i).entry().clientId())) return lines.get(i);
        }
        return null;
    }

    public synchronized boolean has(String kind) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            if (lines.get(i).entry().kind().equals(kind)) return true;
        }
        return false;
    }

    /** The server no longer shows it to this viewer. */
    public synchronized boolean isGone() {
        return gone;
    }

    /** How often the server showed something else under a number that had been seen already. */
    public synchronized int contradictions() {
        return contradictions;
    }

    /** Completes as soon as the condition holds; the condition must be quick and must not wait. */
    public CompletableFuture<Seen> until(Predicate<Seen> condition) {
        synchronized (this) {
            if (!condition.test(this)) {
                CompletableFuture<Seen> future = new CompletableFuture<>();
                waiters.add(new Waiter(condition, future));
                return future;
            }
        }
        return CompletableFuture.completedFuture(this);
    }

    Applied apply(List<Entry> entries, long nowNanos) {
        boolean gap;
        synchronized (this) {
            for (Entry entry : entries) take(entry, nowNanos);
            gap = !parked.isEmpty();
        }
        wake();
        return gap ? Applied.GAP : Applied.ALL;
    }

    private void take(Entry entry, long nowNanos) {
        long number = entry.number(staff);
        if (number <= lines.size()) {
            if (!lines.get((int) number - 1).entry().equals(entry)) contradictions++;
            return;
        }
        parked.putIfAbsent(number, new Line(entry, nowNanos));
        while (!parked.isEmpty() && parked.firstKey() == lines.size() + 1) {
            lines.add(parked.pollFirstEntry().getValue());
        }
    }

    /** Starts over from a snapshot: what had been seen and is not in it any more contradicts. */
    void startOver(List<Entry> entries, long nowNanos) {
        synchronized (this) {
            if (lines.size() > entries.size()) contradictions++;
            parked.clear();
            for (Entry entry : entries) take(entry, nowNanos);
            while (lines.size() > entries.size()) lines.removeLast();
        }
        wake();
    }

    void leave() {
        synchronized (this) {
            gone = true;
        }
        wake();
    }

    /** Nobody will ever learn more. */
    void fail(RuntimeException failure) {
        List<Waiter> all;
        synchronized (this) {
            all = List.copyOf(waiters);
            waiters.clear();
        }
        all.forEach(waiter -> waiter.future().completeExceptionally(failure));
    }

    private void wake() {
        List<Waiter> satisfied = List.of();
        synchronized (this) {
            if (!waiters.isEmpty()) {
                satisfied = waiters.stream()
                        .filter(waiter -> waiter.until().test(this))
                        .toList();
                waiters.removeAll(satisfied);
            }
        }
        satisfied.forEach(waiter -> waiter.future().complete(this));
    }
}
