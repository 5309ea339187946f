package dev.baton.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Commits together what arrives while the previous commit is in flight: one alone pays one commit, a
 * thousand at once pay a few. Work with the same key stays in one lane and is therefore done in the
 * order of its submission.
 *
 * <p>When a batch as a whole fails (a constraint, a deadlock), its members are tried one by one, so that
 * nobody fails for a neighbour's sake. When it fails for what they all suffer from (the database is
 * away), they fail together: each of them alone would wait for it once more.
 *
 * @param <W> one piece of work
 * @param <R> its result
 */
public final class GroupCommit<W, R> implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);

    /** One transaction for all of the work; returns after its commit, one outcome a piece, in order. */
    public interface Batch<W, R> {
        List<Outcome<R>> commit(List<W> work) throws Exception;

        /** Whether other work would have failed as well: none of this is tried again. */
        default boolean failsAll(Throwable failure) {
            return false;
        }
    }

    /**
     * @param refusal why this piece had no effect; null when it has a result
     * @param told run after the commit and in its order, before the answer; may be null
     */
    public record Outcome<R>(R result, RuntimeException refusal, Runnable told) {
        public static <R> Outcome<R> of(R result, Runnable told) {
            return new Outcome<>(result, null, told);
        }

        public static <R> Outcome<R> refused(RuntimeException refusal) {
            return new Outcome<>(null, refusal, null);
        }
    }

    /** The queue of a lane is full: the caller must slow down. Nothing has been stored. */
    public static final class Overloaded extends RuntimeException {
        private static final long serialVersionUID = 1;

        Overloaded() {
            super("too much work is waiting to be committed", null, false, false);
        }
    }

    private record Pending<W, R>(W work, CompletableFuture<R> answer) {}

    private final Batch<W, R> batch;
    private final int maxBatch;
    private final List<Lane> lanes = new ArrayList<>();
    private volatile boolean closing;

    /**
     * @param lanes how many commits may be in flight at once; two keep the disk and the processor busy
     * @param maxBatch how many pieces one transaction takes at most
     * @param maxWaiting how many pieces may wait in one lane before {@link Overloaded}
     */
    public GroupCommit(String name, int lanes, int maxBatch, int maxWaiting, Batch<W, R> batch) {
        this.batch = batch;
        this.maxBatch = maxBatch;
        for (int i = 0; i < lanes; i++) {
            this.lanes.add(new Lane(name + "-" + i, maxWaiting));
        }
        this.lanes.forEach(lane -> lane.thread.start());
    }

    /**
     * Hands work in; never blocks.
     *
     * @return completes after the commit; fails with the work's refusal, with {@link Overloaded}, or with
     *     what broke the transaction (then the outcome is unknown to the caller only if the connection was
     *     lost during the commit: try again with the same client id)
     */
    public CompletableFuture<R> submit(Object key, W work) {
        var answer = new CompletableFuture<R>();
        var lane = lanes.get(Math.floorMod(spread(key.hashCode()), lanes.size()));
        if (closing || !lane.waiting.offer(new Pending<>(work, answer))) {
            answer.completeExceptionally(new Overloaded());
        } else if (lane.over) {
            // Handed in at the very moment of closing: the lane has looked for the last time.
            lane.refuseTheRest();
        }
        return answer;
    }

    /** Ids of one millisecond share most of their bits. */
    private static int spread(int hash) {
        return hash ^ (hash >>> 16);
    }

    /** Finishes what was handed in, then stops. */
    @Override
    public void close() {
        closing = true;
        for (var lane : lanes) {
            try {
                lane.thread.join(TimeUnit.SECONDS.toMillis(10));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private final class Lane implements Runnable {
        private final BlockingQueue<Pending<W, R>> waiting;
        private final Thread thread;
        private volatile boolean over;

        Lane(String name, int maxWaiting) {
            waiting = new ArrayBlockingQueue<>(maxWaiting);
            thread = Thread.ofPlatform().name(name).daemon().unstarted(this);
        }

        @Override
        public void run() {
            try {
                commitUntilClosed();
            } finally {
                over = true;
                refuseTheRest();
            }
        }

        /** Nobody waits for an answer that nobody will give; nothing of it was stored. */
        private void refuseTheRest() {
            for (var late = waiting.poll(); late != null; late = waiting.poll()) {
                late.answer.completeExceptionally(new Overloaded());
            }
        }

        private void commitUntilClosed() {
            var together = new ArrayList<Pending<W, R>>();
            while (!closing || !waiting.isEmpty()) {
                try {
                    var first = waiting.poll(100, TimeUnit.MILLISECONDS);
                    if (first != null) {
                        together.add(first);
                        waiting.drainTo(together, maxBatch - 1);
                        commit(together);
                        together.clear();
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }

        private void commit(List<Pending<W, R>> together) {
            var failure = failure(together);
            if (failure == null) {
                return;
            }
            LOG.debug("a batch of {} failed", together.size(), failure);
            Throwable everybodys = together.size() == 1 || batch.failsAll(failure) ? failure : null;
            for (var one : together) {
                var ones = everybodys == null ? failure(List.of(one)) : everybodys;
                if (ones != null) {
                    one.answer.completeExceptionally(ones);
                    everybodys = batch.failsAll(ones) ? ones : null;
                }
            }
        }

        /** Why nothing of it was committed; null when it was, and everybody has been answered. */
        private Throwable failure(List<Pending<W, R>> together) {
            List<Outcome<R>> outcomes;
            try {
                outcomes = batch.commit(together.stream().map(Pending::work).toList());
            } catch (Exception | Error e) {
                return e;
            }
            answer(together, outcomes);
            return null;
        }

        /** Whoever has their answer finds everybody told. */
        private void answer(List<Pending<W, R>> together, List<Outcome<R>> outcomes) {
            for (int i = 0; i < together.size(); i++) {
                var outcome = outcomes.get(i);
                var answer = together.get(i).answer;
                tell(outcome);
                if (outcome.refusal() != null) {
                    answer.completeExceptionally(outcome.refusal());
                } else {
                    answer.complete(outcome.result());
                }
            }
        }

        private void tell(Outcome<R> outcome) {
            if (outcome.told() == null) {
                return;
            }
            try {
                outcome.told().run();
            } catch (RuntimeException | Error e) {
                // A listener's fault: the commit stands, and everybody must still be answered.
                LOG.error("telling of a committed change failed", e);
            }
        }
    }
}
