package dev.baton.routing;

import dev.baton.clocks.DueSource;
import dev.baton.conversation.Actor;
import dev.baton.conversation.Command;
import dev.baton.conversation.Conversation;
import dev.baton.conversation.Event.How;
import dev.baton.conversation.State;
import dev.baton.conversation.log.Committed;
import dev.baton.conversation.log.Conversations;
import dev.baton.conversation.policy.AssignmentPolicy;
import dev.baton.conversation.policy.Policy;
import dev.baton.identity.AgentChanged;
import dev.baton.identity.AgentId;
import dev.baton.identity.CatalogueChanged;
import dev.baton.identity.GroupId;
import dev.baton.identity.MembershipChanged;
import dev.baton.platform.database.DatabaseTime;
import dev.baton.routing.Matchmaker.Match;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives those who wait to those who are free, as soon as something changes: an arrival, a freed slot, an
 * agent who gets ready. A sweep every second finds whatever a lost hint left behind.
 */
@ApplicationScoped
public class Router implements DueSource {

    private static final Logger LOG = LoggerFactory.getLogger(Router.class);
    private static final int AFTER_ALL_ELSE = 10_000;
    private static final int SPARE = 20;
    private static final int FURTHER = 10;
    private static final int ROUNDS = 10;
    private static final long SWEEP_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Conversations conversations;
    private final DatabaseTime time;
    private final RoutingStore store;
    private final Set<GroupId> touched = ConcurrentHashMap.newKeySet();
    private final Set<AgentId> freed = ConcurrentHashMap.newKeySet();
    private final Semaphore work = new Semaphore(0);
    private volatile boolean stopping;
    private Thread dispatcher;
    private long sweptAt = System.nanoTime() - SWEEP_NANOS;

    Router(Conversations conversations, DatabaseTime time, Jdbi jdbi) {
        this.conversations = conversations;
        this.time = time;
        store = new RoutingStore(jdbi);
    }

    void start(@Observes @Priority(AFTER_ALL_ELSE) StartupEvent starting) {
        dispatcher = Thread.ofPlatform().name("router").daemon().start(this::run);
    }

    void stop(@Observes @Priority(1) ShutdownEvent event) throws InterruptedException {
        stopping = true;
        work.release();
        if (dispatcher != null) {
            dispatcher.join(TimeUnit.SECONDS.toMillis(5));
        }
    }

    // --- hints

    void on(@Observes Committed committed) {
        var after = committed.after();
        if (after.state() == State.QUEUED && (committed.before() == null || hasMoved(committed))) {
            touch(after.group());
        }
        var before = committed.before();
        if (before != null && before.holdsSlot() && !sameSlot(before, after)) {
            freed(before.agent());
        }
    }

    void on(@Observes AgentChanged changed) {
        freed(changed.agent());
    }

    void on(@Observes MembershipChanged changed) {
        freed(changed.agent());
    }

    /** A policy, a group or the weight of a site. */
    void on(@Observes CatalogueChanged changed) {
        if (dispatcher != null) {
            store.groupsWithLine().forEach(this::touch);
        }
    }

    private static boolean hasMoved(Committed committed) {
        var before = committed.before();
        var after = committed.after();
        return before.state() != State.QUEUED
                || !before.group().equals(after.group())
                || before.parked() != after.parked()
                || !before.overflowGroups().equals(after.overflowGroups())
                || before.priority() != after.priority()
                || !Objects.equals(before.offeredTo(), after.offeredTo());
    }

    private static boolean sameSlot(Conversation before, Conversation after) {
        return after.holdsSlot() && before.agent().equals(after.agent());
    }

    private void touch(GroupId group) {
        if (touched.add(group)) {
            work.release();
        }
    }

    private void freed(AgentId agent) {
        if (freed.add(agent)) {
            work.release();
        }
    }

    /** The sweep. */
    @Override
    public boolean fireDue() {
        if (System.nanoTime() - sweptAt >= SWEEP_NANOS) {
            sweptAt = System.nanoTime();
            store.groupsWithLine().forEach(this::touch);
        }
        return false;
    }

    // --- dispatching: one thread per process, one process at a time per line

    private void run() {
        while (!stopping) {
            try {
                work.acquire();
                work.drainPermits();
                dispatch(takeGroups());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                LOG.warn("dispatching failed, the sweep tries again: {}", e.toString());
            }
        }
    }

    private Set<GroupId> takeGroups() {
        var agents = List.copyOf(freed);
        agents.forEach(freed::remove);
        var groups = new HashSet<GroupId>(agents.isEmpty() ? List.of() : store.groupsOf(agents));
        for (var group : List.copyOf(touched)) {
            touched.remove(group);
            groups.add(group);
        }
        return groups;
    }

    private void dispatch(Set<GroupId> groups) {
        if (groups.isEmpty()) {
            return;
        }
        var lines = new HashMap<GroupId, Policy>();
        for (var group : store.scope(groups)) {
            var policy = conversations.newestPolicy(group);
            if (policy.assignment().mode() != AssignmentPolicy.Mode.MANUAL) {
                lines.put(group, policy);
            }
        }
        if (!lines.isEmpty() && !stopping) {
            store.withLines(lines.keySet(), handle -> shorten(handle, lines));
        }
    }

    /** Round by round, until nobody waits or nobody is free; then others may have the locks. */
    private void shorten(Handle handle, Map<GroupId, Policy> lines) {
        int spare = SPARE;
        for (int round = 0; round < ROUNDS && !stopping; round++) {
            var seen = store.snapshot(handle, lines.keySet(), spare);
            var matches = Matchmaker.match(seen.waiting(), seen.candidates(), lines, time.now());
            boolean allSeen = longest(seen.waiting()) < spare;
            if (matches.isEmpty()) {
                if (allSeen || seen.candidates().stream().noneMatch(Candidate::isFree)) {
                    return;
                }
                // Those in front want nobody who is free: somebody behind them may.
                spare *= FURTHER;
                continue;
            }
            int taken = give(matches, seen.waiting(), lines);
            if (taken == 0 || taken == matches.size() && allSeen) {
                // Whoever comes or becomes free from now on touches the line again.
                return;
            }
        }
        lines.keySet().forEach(this::touch);
    }

    private static long longest(List<Waiting> waiting) {
        return waiting.stream().collect(Collectors.groupingBy(Waiting::group, Collectors.counting())).values().stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
    }

    /** In the order of the line, also in the order of the commits. Returns how many were taken. */
    private int give(List<Match> matches, List<Waiting> waiting, Map<GroupId, Policy> lines) {
        var groups = waiting.stream().collect(Collectors.toMap(Waiting::id, Waiting::group));
        var answers = matches.stream()
                .map(match -> {
                    var mode = lines.get(groups.get(match.conversation()))
                            .assignment()
                            .mode();
                    return conversations.giveInOrder(
                            this, Conversations.MACHINE, match.conversation(), command(match, mode));
                })
                .toList();
        int taken = 0;
        for (var answer : answers) {
            taken += answer.handle((done, refused) -> refused == null ? 1 : 0).join();
        }
        return taken;
    }

    private static Command command(Match match, AssignmentPolicy.Mode mode) {
        return switch (mode) {
            case OFFER -> new Command.Offer(match.agent(), match.why());
            case AUTOMATIC, MANUAL ->
                new Command.Assign(Actor.SYSTEM, match.agent(), How.AUTOMATIC, false, match.why());
        };
    }
}
