package dev.baton.bench.figures;

import dev.baton.bench.client.Json;
import dev.baton.bench.client.ServerFrame;
import dev.baton.bench.client.StaffClient;
import dev.baton.bench.figures.Latency.Quantiles;
import dev.baton.bench.rig.Company;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A hall of waiting customers: many groups, agents who serve two of them each, and lines of every length. Everybody has a
 * live line; what is measured is what their screens show.
 */
final class RoutingLoad {

    private static final int GROUPS_OF_AN_AGENT = 2;
    private static final int DOORS = 64;
    private static final double FREED_A_SECOND = 10;
    private static final long LONGEST_SECONDS = 120;
    private static final long NEARLY_TWO_SECONDS = 1_900_000_000;
    private static final byte[] POSITION = "position\"".getBytes(StandardCharsets.US_ASCII);

    private final Ground ground;
    private final Scale.Hall hall;
    private final List<Company.Department> departments = new ArrayList<>();
    private final Map<UUID, Desk> desks = new ConcurrentHashMap<>();
    private final Map<UUID, Waiter> waiters = new ConcurrentHashMap<>();
    private final Latency toBoth = new Latency();
    private volatile CountDownLatch expected = new CountDownLatch(0);
    private int arrived;

    RoutingLoad(Ground ground, Scale.Hall hall) {
        this.ground = ground;
        this.hall = hall;
        for (int i = 0; i < hall.groups(); i++) departments.add(ground.company().open("Hall " + i));
        List<List<String>> groups = new ArrayList<>();
        for (int i = 0; i < hall.agents(); i++) {
            // Teams of two groups, so that there is a free slot for everybody where there are as many as customers.
            int first = i % (hall.groups() / GROUPS_OF_AN_AGENT) * GROUPS_OF_AN_AGENT;
            groups.add(departments.subList(first, first + GROUPS_OF_AN_AGENT).stream()
                    .map(Company.Department::group)
                    .toList());
        }
        ground.company().hire(groups, hall.capacity(), ground.sockets, this::listed).stream()
                .map(Desk::new)
                .forEach(desk -> desks.put(desk.agent.id(), desk));
    }

    // --- a rush

    /** Conversations started a second, with nobody to answer them. */
    double arriveUnanswered() {
        everybody("not_taking");
        return arrive(hall.slots(), false);
    }

    /** Assignments a second, when everybody who waits can be served as the agents get ready. */
    double serveAll() {
        expected = new CountDownLatch(waiters.size());
        long begin = System.nanoTime();
        everybody("ready");
        await();
        return perSecond(hall.slots(), begin);
    }

    /** Assignments a second, from the first arrival to the last assignment, as many as there are free slots. */
    double arriveAndBeServed() {
        endAll();
        return arrive(hall.slots(), true);
    }

    private double arrive(int count, boolean served) {
        List<Visitor> visitors = ground.visitors(count);
        if (served) expected = new CountDownLatch(count);
        long begin = System.nanoTime();
        try (ExecutorService doors = Executors.newFixedThreadPool(DOORS)) {
            for (Visitor visitor : visitors) doors.execute(() -> begin(visitor));
        }
        if (served) await();
        return perSecond(count, begin);
    }

    private void begin(Visitor visitor) {
        Waiter waiter = new Waiter(visitor);
        visitor.frames = waiter::received;
        String category = departments.get(number() % hall.groups()).category();
        waiter.conversation =
                visitor.customer.start(UUID.randomUUID(), category, "您好，请问在吗？").conversation();
        waiters.compute(waiter.conversation, (_, known) -> {
            // The agent's screen may be quicker than the answer.
            if (known != null) waiter.agentSees(known.desk);
            return waiter;
        });
    }

    private synchronized int number() {
        return arrived++;
    }

    private void everybody(String availability) {
        ground.forEach(
                List.copyOf(desks.values()),
                desk -> desk.agent.rest().put("/me/availability", Json.object().put("availability", availability)));
    }

    private void endAll() {
        everybody("not_taking");
        for (Desk desk : desks.values()) {
            ground.forEach(List.copyOf(desk.held), conversation -> desk.agent.end(conversation, "other"));
            desk.held.clear();
        }
        waiters.values().forEach(waiter -> waiter.visitor.drop());
        waiters.clear();
        everybody("ready");
    }

    // --- a long line

    /** Lets so many wait, all agents being full. */
    void fillTo(int waiting) {
        int missing = waiting - waitingNow();
        if (missing > 0) arrive(missing, false);
        Window.pause(3);
    }

    private int waitingNow() {
        return (int) waiters.values().stream().filter(Waiter::waits).count();
    }

    /** From an agent's end of a conversation until the next customer and that agent both see each other. */
    Quantiles freeSlots(int count) {
        List<Desk> all = List.copyOf(desks.values());
        expected = new CountDownLatch(count);
        toBoth.take();
        try (ExecutorService hands = Executors.newFixedThreadPool(DOORS)) {
            for (int i = 0; i < count; i++) {
                Desk desk = all.get(i % all.size());
                hands.execute(desk::freeOne);
                Window.pause(1 / FREED_A_SECOND);
            }
        }
        await();
        return toBoth.take();
    }

    /**
     * @param frames new places that reached screens
     * @param micros processor time of server and database for them and the chat beside them
     * @param mostInTwoSeconds new places that one customer was shown within two seconds
     */
    record Moves(long frames, double micros, double seconds, int mostInTwoSeconds, SendLoad.Result chat) {}

    /** The first of each line leaves every two seconds, so that everybody's place changes, while others chat. */
    Moves moveEverybody(SendLoad chat, int pace, double seconds) {
        waiters.values().forEach(Waiter::forget);
        Window.Running window = Window.open(ground.server);
        CompletableFuture<SendLoad.Result> chatting =
                CompletableFuture.supplyAsync(() -> chat.measureAtPace(pace, seconds));
        for (long end = System.nanoTime() + (long) (seconds * 1e9); System.nanoTime() < end; ) {
            ground.forEach(heads(), head -> {
                head.leaves = true;
                head.visitor.customer.end(head.conversation);
            });
            Window.pause(2);
        }
        SendLoad.Result talked = Ground.within(chatting);
        Window taken = window.end();
        long frames = waiters.values().stream().mapToLong(Waiter::places).sum();
        int most = waiters.values().stream()
                .mapToInt(Waiter::mostInTwoSeconds)
                .max()
                .orElse(0);
        return new Moves(frames, taken.serverMicros() + taken.databaseMicros(), taken.seconds(), most, talked);
    }

    /** Whoever was last shown to be first. */
    private List<Waiter> heads() {
        return waiters.values().stream()
                .filter(waiter -> waiter.waits() && waiter.place == 1)
                .toList();
    }

    void end() {
        everybody("not_taking");
        waiters.values().forEach(waiter -> waiter.visitor.drop());
    }

    // --- what the screens show

    private void listed(StaffClient agent, ServerFrame frame) {
        if (frame instanceof ServerFrame.InboxItem(ServerFrame.Item item)
                && agent.id().equals(item.agent())) {
            Desk desk = desks.get(agent.id());
            if (desk != null && desk.held.add(item.conversation())) {
                waiters.compute(item.conversation(), (_, known) -> {
                    Waiter waiter = known == null ? new Waiter(null) : known;
                    waiter.agentSees(desk);
                    return waiter;
                });
            }
        }
    }

    private void await() {
        try {
            if (!expected.await(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException(expected.getCount() + " assignments were never seen by both sides");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static double perSecond(int count, long begin) {
        return count / ((System.nanoTime() - begin) / 1e9);
    }

    private final class Desk {
        private final StaffClient agent;
        private final Set<UUID> held = ConcurrentHashMap.newKeySet();
        private final Queue<Long> freed = new ConcurrentLinkedQueue<>();

        Desk(StaffClient agent) {
            this.agent = agent;
        }

        void freeOne() {
            UUID one = takeOne();
            freed.add(System.nanoTime());
            agent.end(one, "other");
        }

        private synchronized UUID takeOne() {
            UUID one = held.iterator().next();
            held.remove(one);
            return one;
        }
    }

    private final class Waiter {
        private final Visitor visitor;
        private final List<Long> moves = new ArrayList<>();
        private UUID conversation;
        private Desk desk;
        private boolean assigned;
        private volatile boolean leaves;
        private volatile int place;

        /** @param visitor null until the customer's side is known: the agent's screen may be quicker than the answer */
        Waiter(Visitor visitor) {
            this.visitor = visitor;
        }

        synchronized void agentSees(Desk by) {
            if (desk == null) {
                desk = by;
                bothSee();
            }
        }

        synchronized void received(byte[] frame) {
            if (StartLoad.showsAssignment(frame) && !assigned) {
                assigned = true;
                bothSee();
            } else if (Visitor.is(POSITION, frame)) {
                place = placeIn(frame);
                moves.add(System.nanoTime());
            }
        }

        private void bothSee() {
            if (visitor == null || desk == null || !assigned) return;
            Long since = desk.freed.poll();
            if (since != null) toBoth.since(since);
            expected.countDown();
        }

        synchronized boolean waits() {
            return visitor != null && !assigned && !leaves;
        }

        synchronized void forget() {
            moves.clear();
        }

        synchronized long places() {
            return moves.size();
        }

        synchronized int mostInTwoSeconds() {
            int most = 0;
            for (int first = 0, last = 0; last < moves.size(); last++) {
                // A little less than two seconds: a push every two seconds arrives a little early or late.
                while (moves.get(last) - moves.get(first) > NEARLY_TWO_SECONDS) first++;
                most = Math.max(most, last - first + 1);
            }
            return most;
        }
    }

    /** The number at the end of {@code {"type":"position",…,"position":7}}. */
    private static int placeIn(byte[] frame) {
        int end = frame.length - 1;
        while (end > 0 && (frame[end] < '0' || frame[end] > '9')) end--;
        int number = 0;
        int unit = 1;
        for (int i = end; i >= 0 && frame[i] >= '0' && frame[i] <= '9'; i--, unit *= 10)
            number += (frame[i] - '0') * unit;
        return number;
    }
}
