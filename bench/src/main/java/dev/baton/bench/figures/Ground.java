package dev.baton.bench.figures;

import dev.baton.bench.client.CustomerClient;
import dev.baton.bench.client.LiveSocketClient;
import dev.baton.bench.client.RestClient;
import dev.baton.bench.client.ServerFrame;
import dev.baton.bench.client.StaffClient;
import dev.baton.bench.replay.ReplayCommand;
import dev.baton.bench.rig.Company;
import dev.baton.bench.rig.PackagedServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** What the figures stand on: one packaged server with its database, agents who are ready, and customers who come. */
final class Ground implements AutoCloseable {

    /** As many as the server opens by default; the baseline opens the same number. */
    static final int POOL = 12;

    private static final int AT_ONCE = 16;
    private static final int HANDSHAKES = 200;
    private static final int CAPACITY = 100;
    private static final long LONGEST_SECONDS = 60;

    final PackagedServer server;
    final LiveSocketClient sockets = new LiveSocketClient(1);
    final RestClient nobody;
    private final Map<UUID, CompletableFuture<StaffClient>> hands = new ConcurrentHashMap<>();
    private Company company;
    private int kept;

    Ground() {
        Map<String, String> settings = new HashMap<>(ReplayCommand.SETTINGS);
        settings.put("BATON_DATABASE_CONNECTIONS", String.valueOf(POOL));
        settings.put("BATON_LIVE_FRAMES_PER_SECOND", "1000000");
        server = new PackagedServer(settings);
        nobody = RestClient.ofNobody(new RestClient.Lines(server.address()), Duration.ofSeconds(10));
    }

    /** Founded when first needed, so that start-up and idle memory are weighed without it. */
    Company company() {
        if (company == null) company = Company.inPackaged(server, nobody);
        return company;
    }

    /** These stay open until the end: room that nobody else has. */
    void keepRoomFor(int conversations, int agentsAtLeast) {
        kept += conversations;
        makeRoomFor(0, agentsAtLeast);
    }

    /** Sees to it that the agents have room for so many conversations at once. */
    void makeRoomFor(int conversations, int agentsAtLeast) {
        int wanted = Math.max(agentsAtLeast, (kept + conversations + CAPACITY - 1) / CAPACITY);
        int missing = wanted - company().agents().size();
        if (missing > 0) company.hire(missing, CAPACITY, sockets, this::listed);
    }

    private void listed(StaffClient agent, ServerFrame frame) {
        switch (frame) {
            case ServerFrame.Inbox inbox -> inbox.items().forEach(item -> listed(agent, item));
            case ServerFrame.InboxItem item -> listed(agent, item.item());
            default -> {}
        }
    }

    private void listed(StaffClient agent, ServerFrame.Item item) {
        if (agent.id().equals(item.agent())) {
            hands.computeIfAbsent(item.conversation(), _ -> new CompletableFuture<>())
                    .complete(agent);
        }
    }

    /** Waits for the agent who got a conversation. */
    StaffClient agentOf(UUID conversation) {
        return within(hands.computeIfAbsent(conversation, _ -> new CompletableFuture<>()));
    }

    /** Brings customers to the site, each with an open line. */
    List<Visitor> visitors(int count) {
        List<Visitor> visitors = new ArrayList<>(count);
        for (CustomerClient customer : customers(count)) visitors.add(new Visitor(customer));
        connect(visitors);
        return visitors;
    }

    private List<CustomerClient> customers(int count) {
        List<CompletableFuture<CustomerClient>> coming = new ArrayList<>(count);
        try (ExecutorService doors = Executors.newFixedThreadPool(AT_ONCE)) {
            for (int i = 0; i < count; i++) {
                coming.add(CompletableFuture.supplyAsync(
                        () -> CustomerClient.visit(nobody, company().site(), "zh"), doors));
            }
        }
        return coming.stream().map(CompletableFuture::join).toList();
    }

    void connect(List<Visitor> visitors) {
        Semaphore handshakes = new Semaphore(HANDSHAKES);
        for (Visitor visitor : visitors) {
            handshakes.acquireUninterruptibly();
            visitor.greeted.whenComplete((_, _) -> handshakes.release());
            sockets.connect(server.address(), visitor);
        }
        visitors.forEach(visitor -> within(visitor.greeted));
    }

    /** Does something for each of many, several at once. */
    <T> void forEach(List<T> all, Consumer<T> work) {
        List<CompletableFuture<Void>> running = new ArrayList<>();
        try (ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE)) {
            for (T each : all) running.add(CompletableFuture.runAsync(() -> work.accept(each), workers));
        }
        running.forEach(CompletableFuture::join);
    }

    static <T> T within(CompletableFuture<T> future) {
        return future.orTimeout(LONGEST_SECONDS, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        sockets.close();
        server.close();
    }
}
