package dev.baton.bench.replay;

import dev.baton.bench.client.LiveSocketClient;
import dev.baton.bench.client.StaffClient;
import dev.baton.bench.rig.Company;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/** Many plays at once: so many customers, one dialogue after the other each, and so many agents. */
public final class Replay implements AutoCloseable {

    /** A little less room than customers, so that some really wait in the queue. */
    private static final double ROOM = 0.8;

    private static final int MOST_CAPACITY = 100;
    private static final int MOST_FAILURES = 5;

    private final Supplier<Dialogue> source;
    private final int customers;
    private final Company company;
    private final Stage stage;
    private final List<Play> plays = Collections.synchronizedList(new ArrayList<>());
    private final List<String> failures = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger finished = new AtomicInteger();
    private final LongAdder messages = new LongAdder();
    private volatile boolean stopping;
    private Duration took = Duration.ZERO;

    /**
     * @param source the next dialogue, or null when there are no more; called by many threads
     * @param patience how long one step of a dialogue may take, the server being away included
     */
    public Replay(
            Supplier<Dialogue> source,
            int customers,
            int agents,
            Company company,
            LiveSocketClient sockets,
            Duration patience) {
        this.source = source;
        this.customers = customers;
        this.company = company;
        this.stage = new Stage(sockets, company.nobody(), company.site(), company.category(), patience);
        int capacity = (int) Math.ceil(customers * ROOM / agents);
        company.hire(agents, Math.clamp(capacity, 1, MOST_CAPACITY), sockets, stage::listed);
    }

    /** Carries out all dialogues. Blocks until the last has ended or failed. */
    public void run() {
        long begin = System.nanoTime();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < customers; i++) {
            threads.add(Thread.ofVirtual().name("customer " + i).start(this::playAll));
        }
        threads.forEach(Replay::join);
        took = Duration.ofNanos(System.nanoTime() - begin);
    }

    /** No new dialogues from now on; those that run are carried through. */
    public void stop() {
        stopping = true;
    }

    private void playAll() {
        for (Dialogue next = source.get(); next != null && !stopping; next = source.get()) {
            Play play = new Play(stage, next, messages);
            plays.add(play);
            try {
                play.run();
                finished.incrementAndGet();
            } catch (RuntimeException e) {
                failures.add(play.name() + ": " + e.getMessage());
            }
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Dialogues carried to the end so far. */
    public int finished() {
        return finished.get();
    }

    /** Messages acknowledged so far. */
    public long messages() {
        return messages.sum();
    }

    /** The client ids of everything that has been acknowledged so far. */
    public List<UUID> acknowledgedIds() {
        return List.copyOf(plays).stream()
                .flatMap(play -> play.acknowledgedIds().stream())
                .toList();
    }

    /** Fetches every transcript and judges it. Blocks. */
    public Report report() {
        Verdict all = Verdict.NOTHING;
        for (Play play : List.copyOf(plays)) all = all.and(play.judge(company.admin()));
        int reconnects = company.agents().stream()
                .mapToInt(agent -> agent.live().reconnects())
                .sum();
        return new Report(
                finished.get(),
                failures.size(),
                List.copyOf(failures.subList(0, Math.min(MOST_FAILURES, failures.size()))),
                all,
                took,
                reconnects,
                stage.toAck,
                stage.toSeen,
                stage.toAgent);
    }

    /** Cuts every agent's line and goes home. */
    @Override
    public void close() {
        stop();
        for (StaffClient agent : company.agents()) agent.live().close();
    }
}
