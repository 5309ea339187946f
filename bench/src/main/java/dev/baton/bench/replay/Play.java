package dev.baton.bench.replay;

import dev.baton.bench.client.CustomerClient;
import dev.baton.bench.client.Entry;
import dev.baton.bench.client.LiveClient;
import dev.baton.bench.client.Refusal;
import dev.baton.bench.client.Seen;
import dev.baton.bench.client.ServerFrame;
import dev.baton.bench.client.StaffClient;
import dev.baton.bench.replay.Dialogue.Side;
import dev.baton.bench.replay.Dialogue.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/**
 * One dialogue, carried out: start, queue, assignment, every turn, asked to end, confirmed, rated. Whoever speaks has seen
 * the turn before on their own live line. Blocks; one thread each for both sides.
 */
final class Play {

    private static final int NOT_SIGNED_IN = 401;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int SCORES = 5;
    private static final String COMMENT = "谢谢 👍🏽 thanks";

    private final Stage stage;
    private final Dialogue dialogue;
    private final List<UUID> clientIds;
    private final AtomicLongArray sentNanos;
    private final AtomicLongArray acknowledged;
    private final LongAdder messages;

    private CustomerClient customer;
    private volatile UUID conversation;
    private volatile Seen seenByCustomer;
    private volatile Seen seenByAgent;
    private volatile long startedNanos;

    /** @param messages counts every acknowledged message */
    Play(Stage stage, Dialogue dialogue, LongAdder messages) {
        this.stage = stage;
        this.dialogue = dialogue;
        this.messages = messages;
        this.clientIds = dialogue.turns().stream().map(_ -> UUID.randomUUID()).toList();
        this.sentNanos = new AtomicLongArray(clientIds.size());
        this.acknowledged = new AtomicLongArray(clientIds.size());
    }

    String name() {
        return "dialogue " + dialogue.id() + " (conversation " + conversation + ")";
    }

    /** Carries it out. @throws RuntimeException when it could not be finished */
    void run() {
        customer = CustomerClient.visit(stage.nobody, stage.site, dialogue.language());
        LiveClient live = customer.live(stage.sockets);
        try {
            stage.within(live.arrived(), "the customer's live line did not open");
            start();
            seenByCustomer = live.open(conversation);
            CompletableFuture<Void> agent = new CompletableFuture<>();
            Thread.ofVirtual().name("agent of " + dialogue.id()).start(() -> agentSide(agent));
            speak(Side.CUSTOMER, live);
            confirm();
            stage.within(agent, "the agent did not finish");
        } finally {
            live.close();
            if (conversation != null) stage.forget(conversation);
        }
    }

    private void start() {
        Turn first = dialogue.turns().getFirst();
        sentNanos.set(0, System.nanoTime());
        long begin = System.nanoTime();
        boolean withWords = first.by() == Side.CUSTOMER;
        UUID clientId = withWords ? clientIds.getFirst() : UUID.randomUUID();
        CustomerClient.Started started = customer.start(clientId, stage.category, withWords ? first.text() : null);
        conversation = started.conversation();
        if (withWords) acknowledged(0, started.publicSeq());
        startedNanos = begin;
    }

    // --- the customer

    private void confirm() {
        await(seenByCustomer, "asked_to_end");
        unlessDone(() -> customer.resolve(conversation));
        await(seenByCustomer, "ended");
        int score = 1 + Math.floorMod(dialogue.id().hashCode(), SCORES);
        unlessDone(() -> customer.rate(conversation, score, COMMENT));
        await(seenByCustomer, "rated");
    }

    // --- the agent

    private void agentSide(CompletableFuture<Void> done) {
        try {
            StaffClient agent = stage.agentOf(conversation);
            Stage.record(stage.toAgent, startedNanos, System.nanoTime());
            seenByAgent = agent.live().open(conversation);
            speak(Side.AGENT, agent.live());
            unlessDone(() -> agent.askToEnd(conversation));
            await(seenByAgent, "ended");
            agent.live().leave(conversation);
            done.complete(null);
        } catch (RuntimeException e) {
            done.completeExceptionally(e);
        }
    }

    // --- both

    private void speak(Side me, LiveClient live) {
        Seen seen = me == Side.CUSTOMER ? seenByCustomer : seenByAgent;
        for (int i = 0; i < clientIds.size(); i++) {
            boolean mine = dialogue.turns().get(i).by() == me;
            boolean startedWith = i == 0 && me == Side.CUSTOMER;
            if (mine && !startedWith) say(live, i);
            Seen.Line line = awaitMessage(seen, i);
            if (!mine) Stage.record(stage.toSeen, sentNanos.get(i), line.atNanos());
        }
    }

    private void say(LiveClient live, int turn) {
        sentNanos.set(turn, System.nanoTime());
        CompletableFuture<ServerFrame.Ack> answer = live.say(
                conversation, clientIds.get(turn), dialogue.turns().get(turn).text());
        ServerFrame.Ack ack = stage.within(answer, "turn " + (turn + 1) + " was not acknowledged");
        if (!conversation.equals(ack.conversation())) {
            throw new IllegalStateException("turn " + (turn + 1) + " went to another conversation: " + ack);
        }
        acknowledged(turn, ack.publicSeq());
    }

    private void acknowledged(int turn, long publicSeq) {
        Stage.record(stage.toAck, sentNanos.get(turn), System.nanoTime());
        acknowledged.set(turn, publicSeq > 0 ? publicSeq : -1);
        messages.increment();
    }

    private Seen.Line awaitMessage(Seen seen, int turn) {
        UUID clientId = clientIds.get(turn);
        stage.within(
                seen.until(each -> each.message(clientId) != null || each.isGone()),
                "turn " + (turn + 1) + " was not shown");
        Seen.Line line = seen.message(clientId);
        if (line == null) throw new IllegalStateException("the conversation was taken away");
        return line;
    }

    private void await(Seen seen, String kind) {
        stage.within(seen.until(each -> each.has(kind) || each.isGone()), "'" + kind + "' was not shown");
        if (!seen.has(kind)) throw new IllegalStateException("the conversation was taken away");
    }

    /** A retry after an unknown outcome may find that it was done: then the live line shows it. */
    private static void unlessDone(Runnable command) {
        try {
            command.run();
        } catch (Refusal refusal) {
            if (refusal.status() != CONFLICT) throw refusal;
        }
    }

    // --- afterwards

    /** Fetches what was stored and judges it; also while it is still carried out. */
    Verdict judge(StaffClient admin) {
        if (conversation == null) return Verdict.NOTHING;
        List<Said> said = said();
        List<Entry> shownToCustomer = shown(seenByCustomer);
        List<Entry> shownToAgent = shown(seenByAgent);
        List<Entry> stored = unlessForgotten(() -> customer.entries(conversation));
        List<Entry> inside = unlessForgotten(() -> admin.entries(conversation));
        List<Entry> outside = inside.stream()
                .filter(entry -> entry.publicSeq() > 0)
                .map(entry ->
                        new Entry(0, entry.publicSeq(), entry.kind(), entry.author(), entry.body(), entry.clientId()))
                .toList();
        return Comparer.compare(name(), said, stored)
                .and(Comparer.compareShown(name() + " on both sides", stored, outside))
                .and(Comparer.compareShown(name() + ", customer's screen", shownToCustomer, stored))
                .and(Comparer.compareShown(name() + ", agent's screen", shownToAgent, inside));
    }

    /** A server that has forgotten the conversation, or who may see it, has stored nothing. */
    private static List<Entry> unlessForgotten(Supplier<List<Entry>> entries) {
        try {
            return entries.get();
        } catch (Refusal refusal) {
            if (refusal.status() == NOT_FOUND || refusal.status() == NOT_SIGNED_IN) return List.of();
            throw refusal;
        }
    }

    private static List<Entry> shown(Seen seen) {
        return seen == null
                ? List.of()
                : seen.lines().stream().map(Seen.Line::entry).toList();
    }

    /** The client ids of what has been acknowledged so far. */
    List<UUID> acknowledgedIds() {
        return said().stream().filter(Said::isAcknowledged).map(Said::clientId).toList();
    }

    private List<Said> said() {
        List<Said> said = new ArrayList<>();
        for (int i = 0; i < clientIds.size(); i++) {
            Turn turn = dialogue.turns().get(i);
            said.add(new Said(turn.by(), clientIds.get(i), turn.text(), acknowledged.get(i)));
        }
        return said;
    }
}
