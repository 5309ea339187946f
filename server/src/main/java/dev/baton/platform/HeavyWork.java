package dev.baton.platform;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Work that keeps a core busy for long: hashing passwords, decoding pictures. It gets few threads of its own, so that the
 * virtual threads of everybody else keep theirs, and a line of bounded length.
 */
public final class HeavyWork {

    private static final int LONGEST_LINE = 200;
    private static final long LONGEST_WAIT_SECONDS = 15;

    private final ThreadPoolExecutor threads;

    /** @param atOnce how many pieces of work may run at the same time */
    public HeavyWork(String name, int atOnce) {
        this.threads = new ThreadPoolExecutor(
                atOnce,
                atOnce,
                30,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(LONGEST_LINE),
                Thread.ofPlatform().name(name + "-", 0).daemon().factory());
        threads.allowCoreThreadTimeOut(true);
    }

    /** Half of the cores: the other half goes on answering. */
    public static int halfOfTheCores() {
        return Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    }

    /**
     * The work's answer, once it had its turn.
     *
     * @throws Refused {@code overloaded} when the line is too long; and whatever the work throws
     */
    public <T> T inTurn(Supplier<T> work) {
        Future<T> turn = submitted(work);
        try {
            return turn.get(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | CancellationException e) {
            turn.cancel(false);
            throw overloaded();
        } catch (InterruptedException e) {
            turn.cancel(false);
            Thread.currentThread().interrupt();
            throw overloaded();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException thrown) throw thrown;
            throw new IllegalStateException(e.getCause());
        }
    }

    private <T> Future<T> submitted(Supplier<T> work) {
        try {
            return threads.submit(work::get);
        } catch (RejectedExecutionException full) {
            throw overloaded();
        }
    }

    private static Refused overloaded() {
        return new Refused(503, "overloaded");
    }
}
