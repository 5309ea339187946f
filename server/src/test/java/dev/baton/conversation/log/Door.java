package dev.baton.conversation.log;

import dev.baton.conversation.Command;
import dev.baton.conversation.Conversation;
import dev.baton.conversation.ConversationId;
import dev.baton.conversation.Event.How;
import dev.baton.conversation.Lifecycle;
import dev.baton.conversation.State;
import dev.baton.hours.Calendars;
import dev.baton.identity.AgentId;
import dev.baton.identity.CustomerId;
import dev.baton.identity.GroupId;
import dev.baton.identity.SiteId;
import dev.baton.identity.Viewer;
import dev.baton.platform.Ids;
import dev.baton.platform.Refused;
import dev.baton.platform.database.TestDatabase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;

/** A company on a database of its own, with as many doors (processes) to it as a story needs; no router. */
public final class Door implements AutoCloseable {

    public final TestDatabase database = TestDatabase.fresh();
    public final Jdbi jdbi = database.jdbi();
    public final SiteId site = new SiteId(Ids.next());
    public final GroupId billing = new GroupId(Ids.next());
    public final GroupId support = new GroupId(Ids.next());
    public final List<Committed> told = Collections.synchronizedList(new ArrayList<>());
    private final List<Conversations> doors = new ArrayList<>();

    public Door() {
        jdbi.useHandle(handle -> {
            handle.execute(
                    "INSERT INTO sites (id, key, name, secret) VALUES (?, 'shop', 'Shop', repeat('x', 32))",
                    site.value());
            group(handle, billing, 1);
            group(handle, support, 2);
        });
    }

    private static void group(org.jdbi.v3.core.Handle handle, GroupId id, int position) {
        handle.execute(
                "INSERT INTO groups (id, names, position) VALUES (?, '{\"en\": \"group\"}', ?)", id.value(), position);
    }

    public Conversations open() {
        return open(2, 64, 1_000);
    }

    Conversations open(int lanes, int batch, int waiting) {
        return kept(new Conversations(jdbi, new Calendars(jdbi), told::add, lanes, batch, waiting));
    }

    /** @param line to the company's database */
    public Conversations open(Jdbi line) {
        return kept(new Conversations(line, new Calendars(line), told::add, 1, 64, 1_000));
    }

    /** @param alsoTold hears of every commit of this door, as those who live in its process do */
    public Conversations open(Consumer<Committed> alsoTold) {
        Consumer<Committed> first = told::add;
        return kept(new Conversations(jdbi, new Calendars(jdbi), first.andThen(alsoTold), 2, 64, 1_000));
    }

    private Conversations kept(Conversations door) {
        doors.add(door);
        return door;
    }

    public Viewer.Customer customer() {
        var id = new CustomerId(Ids.next());
        jdbi.useHandle(
                handle -> handle.execute("INSERT INTO customers (id, site) VALUES (?, ?)", id.value(), site.value()));
        return new Viewer.Customer(id, site, "zh");
    }

    public Viewer.Agent agent(int capacity) {
        var id = new AgentId(Ids.next());
        jdbi.useHandle(handle -> {
            handle.execute(
                    "INSERT INTO accounts (id, email, name, role, password_hash) VALUES (?, ?, 'Agent', 'agent', 'x')",
                    id.value(),
                    id + "@example.com");
            handle.execute(
                    "INSERT INTO agents (id, capacity, availability, connected) VALUES (?, ?, 'ready', true)",
                    id.value(),
                    capacity);
            for (var group : List.of(billing, support)) {
                handle.execute("INSERT INTO group_members (group_id, agent) VALUES (?, ?)", group.value(), id.value());
            }
        });
        return new Viewer.Agent(id, Set.of(billing, support), "en");
    }

    public Viewer.Supervisor supervisor() {
        var agent = agent(5);
        return new Viewer.Supervisor(agent.id(), agent.groups(), "en");
    }

    public static Start start(String body) {
        return new Start(Ids.next(), null, body, List.of());
    }

    public static Words words(String body) {
        return new Words(Ids.next(), body, List.of());
    }

    public static Command pick(Viewer.Staff agent) {
        return new Command.Assign(Conversations.actor(agent), agent.id(), How.PICK, false);
    }

    /** A conversation that the agent has picked. */
    public ConversationId talking(Conversations door, Viewer.Customer customer, Viewer.Agent agent) {
        var id = door.start(customer, start("hello")).conversation().id();
        door.give(agent, id, pick(agent));
        return id;
    }

    State state(Conversations door, ConversationId id) {
        return door.find(Conversations.MACHINE, id).state();
    }

    public int load(Viewer.Staff agent) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT load FROM agents WHERE id = :id")
                .bind("id", agent.id().value())
                .mapTo(Integer.class)
                .one());
    }

    /** S2: the row is the fold of its log, for every conversation there is. */
    public List<ConversationId> unlikeTheirLog(Conversations door) {
        return door
                .list(Conversations.MACHINE, new Listing(Listing.View.ALL, null, null, null, null, null, 500))
                .stream()
                .filter(row -> !row.equals(folded(door, row)))
                .map(Conversation::id)
                .toList();
    }

    private static Conversation folded(Conversations door, Conversation row) {
        var folded = Conversation.unstarted(row.id(), row.site(), row.customer());
        for (var entry : door.entriesAfter(Conversations.MACHINE, row.id(), 0, 100_000)) {
            folded = Lifecycle.evolve(folded, entry);
        }
        return folded;
    }

    /** Runs all at the same moment and gives what each returned or threw, in order. */
    public static <T> List<Object> atOnce(List<Callable<T>> calls) throws Exception {
        var go = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Object>> running = calls.stream()
                    .map(call -> threads.submit(() -> {
                        go.await();
                        try {
                            return (Object) call.call();
                        } catch (RuntimeException refused) {
                            return refused;
                        }
                    }))
                    .toList();
            go.countDown();
            var results = new ArrayList<>();
            for (var one : running) {
                results.add(one.get());
            }
            return results;
        }
    }

    /** The refusal that the call ends in. */
    static Refused refusal(Callable<?> call) {
        try {
            throw new AssertionError("not refused: " + call.call());
        } catch (Refused refused) {
            return refused;
        } catch (Exception other) {
            throw new AssertionError(other);
        }
    }

    @Override
    public void close() {
        doors.forEach(Conversations::close);
        database.assertInvariants();
    }
}
