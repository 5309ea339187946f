package dev.baton.conversation.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.conversation.Command;
import dev.baton.conversation.Conversation;
import dev.baton.conversation.ConversationId;
import dev.baton.conversation.Lifecycle;
import dev.baton.conversation.State;
import dev.baton.identity.AgentChanged;
import dev.baton.identity.AgentId;
import dev.baton.identity.CatalogueChanged;
import dev.baton.identity.CategoryId;
import dev.baton.identity.CustomerId;
import dev.baton.identity.GroupId;
import dev.baton.identity.SiteId;
import dev.baton.identity.Viewer;
import dev.baton.platform.Ids;
import dev.baton.platform.Refused;
import dev.baton.platform.database.DatabaseForServer;
import dev.baton.platform.database.InvariantsHold;
import dev.baton.platform.database.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@QuarkusTestResource(DatabaseForServer.class)
@ExtendWith(InvariantsHold.class)
class ConversationsTest {

    @Inject
    Jdbi jdbi;

    @Inject
    Conversations conversations;

    @Inject
    Event<AgentChanged> agentChanged;

    @Inject
    Event<CatalogueChanged> catalogueChanged;

    final SiteId site = new SiteId(Ids.next());
    final GroupId group = new GroupId(Ids.next());
    final CategoryId category = new CategoryId(Ids.next());
    Viewer.Agent amy;
    Viewer.Customer lin;

    @BeforeEach
    void somebodyIsThere() {
        jdbi.useHandle(h -> {
            h.execute(
                    "INSERT INTO sites (id, key, name, secret) VALUES (?, ?, 'x', repeat('x', 32))",
                    site.value(),
                    "k" + site.value().toString().substring(20, 36).replace("-", ""));
            h.execute("INSERT INTO groups (id, names, position) VALUES (?, '{\"en\": \"g\"}', 1000)", group.value());
            h.execute(
                    "INSERT INTO categories (id, names, group_id) VALUES (?, '{\"en\": \"c\"}', ?)",
                    category.value(),
                    group.value());
        });
        catalogueChanged.fire(new CatalogueChanged());
        amy = agent("Not of the demo", 2);
        lin = customer();
    }

    /** Customers of the next story are not offered this one's category. */
    @AfterEach
    void theGroupCloses() {
        jdbi.useHandle(h -> h.execute("UPDATE categories SET enabled = false WHERE id = ?", category.value()));
        catalogueChanged.fire(new CatalogueChanged());
    }

    @Test
    void a_conversation_goes_through_all_its_states() {
        var started = conversations.start(lin, start("你好 😀"));
        var id = started.conversation().id();
        assertThat(started.created()).isTrue();
        eventually(() -> state(id) == State.AWAITING_AGENT);
        Conversations.await(conversations.say(amy, id, words("hello")));
        assertThat(state(id)).isEqualTo(State.AWAITING_CUSTOMER);
        Conversations.await(conversations.say(lin, id, words("thanks")));
        assertThat(state(id)).isEqualTo(State.AWAITING_AGENT);
        conversations.give(amy, id, new Command.AskToEnd(Conversations.actor(amy), null));
        assertThat(state(id)).isEqualTo(State.AWAITING_CONFIRMATION);
        var ended = conversations.give(lin, id, new Command.Resolve(Conversations.actor(lin)));
        assertThat(ended.state()).isEqualTo(State.ENDED);
        assertThat(folded(id)).isEqualTo(ended);
    }

    @Test
    void m3_a_retried_send_gets_the_original_ack_and_other_words_a_conflict() {
        var id = conversations.start(lin, start("a")).conversation().id();
        var words = words("b");
        var first = Conversations.await(conversations.say(lin, id, words));
        var again = Conversations.await(conversations.say(lin, id, words));
        assertThat(again.duplicate()).isTrue();
        assertThat(again.seq()).isEqualTo(first.seq());
        assertThatThrownBy(() ->
                        Conversations.await(conversations.say(lin, id, new Words(words.clientId(), "c", List.of()))))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("idempotency_conflict");
    }

    @Test
    void s3_a_second_start_returns_the_open_conversation() {
        var first = conversations.start(lin, start("a"));
        var second = conversations.start(lin, start("b"));
        assertThat(second.created()).isFalse();
        assertThat(second.conversation().id()).isEqualTo(first.conversation().id());
    }

    @Test
    void a2_load_never_exceeds_capacity_however_many_arrive_at_once() {
        var customers = java.util.stream.IntStream.range(0, 40)
                .mapToObj(i -> customer())
                .toList();
        customers.parallelStream().forEach(c -> conversations.start(c, start("a")));
        eventually(() -> load(amy.id()) == 2);
        assertThat(conversations.list(amy, Listing.queue()))
                .filteredOn(c -> c.group().equals(group))
                .hasSize(38);
    }

    @Test
    void t1_t2_t3_a_clock_fires_once_when_it_is_due_and_never_early() {
        var id = conversations.start(lin, start("a")).conversation().id();
        eventually(() -> state(id) == State.AWAITING_AGENT);
        assertThat(conversations.find(amy, id).nudged()).isFalse();
        forward(Duration.ofSeconds(61));
        eventually(() -> conversations.find(amy, id).nudged());
        assertThat(conversations.entriesAfter(amy, id, 0, 100).stream()
                        .filter(e -> e.event() instanceof dev.baton.conversation.Event.Nudged))
                .hasSize(1);
    }

    @Test
    void words_after_the_reopen_window_start_a_linked_conversation_and_are_never_lost() {
        var id = conversations.start(lin, start("a")).conversation().id();
        conversations.give(lin, id, new Command.End(Conversations.actor(lin), null));
        forward(Duration.ofDays(4));
        var words = words("still there?");
        var ack = Conversations.await(conversations.say(lin, id, words));
        assertThat(ack.conversation()).isNotEqualTo(id);
        assertThat(conversations.find(lin, ack.conversation()).follows()).isEqualTo(id);
        var again = Conversations.await(conversations.say(lin, id, words));
        assertThat(again.conversation()).isEqualTo(ack.conversation());
        assertThat(again.duplicate()).isTrue();
    }

    private Conversation folded(ConversationId id) {
        var folded = Conversation.unstarted(id, site, lin.id());
        for (var entry : conversations.entriesAfter(Conversations.MACHINE, id, 0, 1000)) {
            folded = Lifecycle.evolve(folded, entry);
        }
        return folded;
    }

    private State state(ConversationId id) {
        return conversations.find(Conversations.MACHINE, id).state();
    }

    private int load(AgentId agent) {
        return jdbi.withHandle(h -> h.createQuery("SELECT load FROM agents WHERE id = :id")
                .bind("id", agent.value())
                .mapTo(Integer.class)
                .one());
    }

    private void forward(Duration by) {
        TestDatabase.ofServer().forward(by);
    }

    private Start start(String body) {
        return new Start(Ids.next(), category, body, List.of());
    }

    private static Words words(String body) {
        return new Words(Ids.next(), body, List.of());
    }

    private Viewer.Agent agent(String name, int capacity) {
        var id = new AgentId(Ids.next());
        jdbi.useHandle(h -> {
            h.execute(
                    "INSERT INTO accounts (id, email, name, role, password_hash) VALUES (?, ?, ?, 'agent', 'x')",
                    id.value(),
                    id + "@example.com",
                    name);
            h.execute(
                    "INSERT INTO agents (id, capacity, availability, connected) VALUES (?, ?, 'ready', true)",
                    id.value(),
                    capacity);
            h.execute("INSERT INTO group_members (group_id, agent) VALUES (?, ?)", group.value(), id.value());
        });
        agentChanged.fire(new AgentChanged(id));
        return new Viewer.Agent(id, Set.of(group), "en");
    }

    private Viewer.Customer customer() {
        var id = new CustomerId(Ids.next());
        jdbi.useHandle(h -> h.execute("INSERT INTO customers (id, site) VALUES (?, ?)", id.value(), site.value()));
        return new Viewer.Customer(id, site, "en");
    }

    static void eventually(BooleanSupplier condition) {
        var until = Instant.now().plusSeconds(5);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(until);
            Thread.onSpinWait();
        }
    }
}
