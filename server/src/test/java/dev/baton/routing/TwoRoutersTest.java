package dev.baton.routing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.conversation.Command;
import dev.baton.conversation.Conversation;
import dev.baton.conversation.ConversationId;
import dev.baton.conversation.State;
import dev.baton.conversation.log.Conversations;
import dev.baton.conversation.log.Door;
import dev.baton.conversation.log.Listing;
import dev.baton.conversation.policy.Policy;
import dev.baton.identity.AgentChanged;
import dev.baton.identity.Viewer;
import dev.baton.platform.Json;
import dev.baton.platform.Refused;
import dev.baton.platform.database.DatabaseTime;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Two routers, each with a door of its own to one database, as two server processes have them; what one commits, the other
 * learns from the database only. The invariants bear their names of the design, and the checks are tried on histories that
 * a known bug leaves.
 */
@Tag("slow")
class TwoRoutersTest {

    private static final long SEED = 20261123;

    private final Door company = new Door();
    private final List<Conversations> doors = new ArrayList<>();
    private final List<Router> routers = new ArrayList<>();
    private volatile boolean over;
    private Thread sweeps;

    @BeforeEach
    void two_processes_run() {
        for (int i = 0; i < 2; i++) {
            var router = new AtomicReference<Router>();
            var door = company.open(committed -> router.get().on(committed));
            router.set(new Router(door, new DatabaseTime(company.jdbi), company.jdbi));
            router.get().start(new StartupEvent());
            doors.add(door);
            routers.add(router.get());
        }
        sweeps = Thread.ofVirtual().start(() -> {
            while (!over) {
                routers.forEach(Router::fireDue);
                sleep(200);
            }
        });
    }

    @AfterEach
    void every_promise_holds() throws InterruptedException {
        over = true;
        sweeps.join();
        for (var router : routers) {
            router.stop(new ShutdownEvent());
        }
        assertThat(company.unlikeTheirLog(doors.getFirst())).as("S2").isEmpty();
        company.close();
    }

    @Test
    void CAP_RACE_DOUBLE_TAKE_FIFO_a_rush_is_served_in_its_order_once_and_within_capacity() throws Exception {
        var agents = agents(6, 2);
        rush(60, agents);
        assertThat(overtakes()).isZero();
        assertThat(takenTwice()).isZero();
        assertThat(beyondCapacity()).isZero();
        // FIFO has teeth: whoever is given the second of a line before the first is seen.
        agents.forEach(this::off);
        while (company.load(agents.getFirst()) > 0) {
            end(doors.getFirst(), agents.getFirst());
        }
        var first = start(0);
        sleep(60);
        var second = start(1);
        ready(agents.getFirst());
        until("all are given", () -> state(second) != State.QUEUED);
        assertThat(overtakes()).isZero();
        company.jdbi.useHandle(h -> h.execute(
                "UPDATE assignments SET started_at = started_at + interval '1 hour' WHERE conversation = ?",
                first.value()));
        assertThat(overtakes()).isEqualTo(1);
        company.jdbi.useHandle(h -> h.execute(
                "UPDATE assignments SET started_at = started_at - interval '1 hour' WHERE conversation = ?",
                first.value()));
    }

    @Test
    void CAP_RACE_count_then_assign_would_be_seen() throws Exception {
        var amy = agents(1, 1).getFirst();
        off(amy);
        var ids = List.of(start(0), start(1));
        // The known bug: two that count first and then write, neither of whom locks or guards.
        Door.atOnce(ids.stream()
                .<Callable<Boolean>>map(id -> () -> company.jdbi.inTransaction(h -> {
                    int load = h.createQuery("SELECT load FROM agents WHERE id = :id")
                            .bind("id", amy.id().value())
                            .mapTo(Integer.class)
                            .one();
                    sleep(200);
                    if (load < 1) {
                        h.execute(
                                "UPDATE agents SET load = load + 1 WHERE id = ?",
                                amy.id().value());
                    }
                    return true;
                }))
                .toList());
        assertThat(beyondCapacity()).isEqualTo(1);
        company.jdbi.useHandle(h -> h.execute("UPDATE agents SET load = 0"));
    }

    @Test
    void A3_whoever_goes_away_is_given_nothing_after_that() throws Exception {
        var agents = agents(4, 3);
        var chance = new Random(SEED);
        var restless = Thread.ofVirtual().start(() -> {
            for (int i = 0; i < 40; i++) {
                var agent = agents.get(chance.nextInt(agents.size()));
                if (chance.nextBoolean()) {
                    off(agent);
                } else {
                    ready(agent);
                }
                sleep(25);
            }
        });
        rush(40, agents);
        restless.join();
        assertThat(givenWhileAway()).isZero();
        agents.forEach(this::off);
        var id = start(0);
        sleep(300);
        assertThat(state(id)).isEqualTo(State.QUEUED);
        // Assignment to somebody away would be seen.
        company.jdbi.useHandle(h -> h.execute(
                "INSERT INTO assignments (conversation, agent, group_id, started_at) VALUES (?, ?, ?, baton_now())",
                id.value(),
                agents.getFirst().id().value(),
                company.billing.value()));
        assertThat(givenWhileAway()).isEqualTo(1);
        company.jdbi.useHandle(h -> h.execute("DELETE FROM assignments WHERE conversation = ?", id.value()));
    }

    @Test
    void WORK_CONSERVING_nobody_waits_for_a_second_beside_somebody_free() throws Exception {
        var agents = agents(3, 2);
        for (int i = 0; i < 6; i++) {
            start(i);
        }
        until("as many are served as there are slots", () -> waiting().isEmpty());
        var late = start(6);
        sleep(300);
        assertThat(state(late)).isEqualTo(State.QUEUED);
        // Freed through the door of the other process: this one learns of it from the database.
        end(doors.get(1), agents.getFirst());
        until("the freed slot is taken", () -> state(late) == State.AWAITING_AGENT);
    }

    private void toAndFroAsOftenAsAnybodyLikes() {
        ObjectNode policy = Json.MAPPER.valueToTree(Policy.DEFAULT);
        policy.withObject("/transfer").putNull("bounce_limit");
        company.jdbi.useHandle(h -> h.execute(
                "INSERT INTO policies (version, body) SELECT coalesce(max(version), 0) + 1, ?::jsonb FROM policies",
                policy.toString()));
    }

    @Test
    void TRANSFER_ATOMIC_OPEN_RACE_ORPHAN_nobody_is_ever_with_nobody() throws Exception {
        toAndFroAsOftenAsAnybodyLikes();
        var agents = agents(4, 5);
        var lin = company.customer();
        var opened = Door.atOnce(List.<Callable<ConversationId>>of(
                () -> doors.get(0).start(lin, Door.start("a")).conversation().id(),
                () -> doors.get(1).start(lin, Door.start("b")).conversation().id()));
        assertThat(opened.getFirst()).as("OPEN-RACE").isEqualTo(opened.getLast());
        var id = (ConversationId) opened.getFirst();
        until("given", () -> state(id) == State.AWAITING_AGENT);
        for (int round = 0; round < 20; round++) {
            var now = find(id).agent();
            var from =
                    agents.stream().filter(a -> a.id().equals(now)).findFirst().orElseThrow();
            var others = agents.stream().filter(a -> !a.id().equals(now)).toList();
            var results = Door.<Conversation>atOnce(List.of(
                    () -> doors.get(0)
                            .transfer(from, id, others.get(0).id(), null, new Command.Transfer("other", null)),
                    () -> doors.get(1)
                            .transfer(from, id, others.get(1).id(), null, new Command.Transfer("other", null))));
            assertThat(results.stream().filter(Conversation.class::isInstance)).hasSize(1);
            assertThat(results.stream().filter(Refused.class::isInstance)).hasSize(1);
            assertThat(company.database.brokenInvariants()).isEmpty();
        }
        // A transfer in two transactions leaves, between them, a conversation that belongs to nobody: it would be seen.
        var before = find(id).agent();
        company.jdbi.useHandle(h -> h.execute("UPDATE conversations SET agent = NULL WHERE id = ?", id.value()));
        assertThat(company.database.brokenInvariants()).isNotEmpty();
        company.jdbi.useHandle(
                h -> h.execute("UPDATE conversations SET agent = ? WHERE id = ?", before.value(), id.value()));
    }

    // --- the scene

    private List<Viewer.Agent> agents(int count, int capacity) {
        var agents = new ArrayList<Viewer.Agent>();
        for (int i = 0; i < count; i++) {
            agents.add(company.agent(capacity));
        }
        return agents;
    }

    /** Customers come through both doors at once, and agents end what they have, until everybody was served. */
    private void rush(int customers, List<Viewer.Agent> agents) throws Exception {
        var chance = new Random(SEED);
        var work = Thread.ofVirtual().start(() -> {
            while (!over) {
                end(doors.get(chance.nextInt(2)), agents.get(chance.nextInt(agents.size())));
                sleep(5);
            }
        });
        var starts = new ArrayList<Callable<ConversationId>>();
        for (int i = 0; i < customers; i++) {
            int door = i;
            starts.add(() -> start(door));
        }
        Door.atOnce(starts);
        agents.forEach(this::ready);
        until("everybody was served", () -> {
            agents.forEach(this::ready);
            return waiting().isEmpty();
        });
        over = true;
        work.join();
        over = false;
    }

    private ConversationId start(int door) {
        return doors.get(door % 2)
                .start(company.customer(), Door.start("hello"))
                .conversation()
                .id();
    }

    private void end(Conversations door, Viewer.Agent agent) {
        door.list(agent, Listing.mine()).stream().findFirst().ifPresent(c -> {
            try {
                door.give(agent, c.id(), new Command.End(Conversations.actor(agent), "other"));
            } catch (Refused overtaken) {
                assertThat(overtaken.code()).isIn("wrong_state", "not_your_conversation", "not_assigned");
            }
        });
    }

    private void off(Viewer.Agent agent) {
        say(agent, "away");
    }

    private void ready(Viewer.Agent agent) {
        say(agent, "ready");
    }

    private void say(Viewer.Agent agent, String availability) {
        int changed = company.jdbi.withHandle(h -> h.execute(
                "UPDATE agents SET availability = ?, availability_since = baton_now() WHERE id = ? AND availability <> ?",
                availability,
                agent.id().value(),
                availability));
        if (changed > 0) {
            routers.getFirst().on(new AgentChanged(agent.id()));
        }
    }

    private Conversation find(ConversationId id) {
        return doors.getFirst().find(Conversations.MACHINE, id);
    }

    private State state(ConversationId id) {
        return find(id).state();
    }

    private List<Conversation> waiting() {
        return doors.getFirst().list(Conversations.MACHINE, Listing.queue()).stream()
                .filter(c -> c.state() == State.QUEUED)
                .toList();
    }

    private static void until(String what, BooleanSupplier fits) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!fits.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
            sleep(20);
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    // --- the checks, from what is stored

    private int count(String sql) {
        return company.jdbi.withHandle(
                h -> h.createQuery(sql).mapTo(Integer.class).one());
    }

    /** Pairs of a line of whom the later was given first, although the earlier had been there for long enough to be seen. */
    private int overtakes() {
        return count("""
                SELECT count(*) FROM conversations one JOIN assignments a ON a.conversation = one.id
                JOIN conversations other ON other.group_id = one.group_id AND other.rank_at > one.rank_at
                JOIN assignments b ON b.conversation = other.id
                WHERE b.started_at < a.started_at AND one.opened_at + interval '50 milliseconds' < b.started_at
                """);
    }

    private int takenTwice() {
        return count("""
                SELECT count(*) FROM (SELECT conversation FROM assignments GROUP BY conversation HAVING count(*) > 1) twice
                """);
    }

    /** Agents who at some moment had, or have, more than they may: from the intervals and from the load. */
    private int beyondCapacity() {
        return count("""
                SELECT count(*) FROM agents g WHERE g.load > g.capacity OR EXISTS (
                    SELECT FROM assignments moment WHERE moment.agent = g.id AND g.capacity < (
                        SELECT count(*) FROM assignments a WHERE a.agent = g.id AND a.started_at <= moment.started_at
                        AND (a.ended_at IS NULL OR a.ended_at > moment.started_at)))
                """);
    }

    /** Given after they had gone, and before they came back. */
    private int givenWhileAway() {
        return count("""
                SELECT count(*) FROM assignments a JOIN agents g ON g.id = a.agent
                WHERE g.availability <> 'ready' AND a.started_at > g.availability_since
                """);
    }
}
