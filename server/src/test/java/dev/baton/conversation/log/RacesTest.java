package dev.baton.conversation.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.conversation.Clock;
import dev.baton.conversation.Command;
import dev.baton.conversation.Conversation;
import dev.baton.conversation.Entry;
import dev.baton.conversation.Event;
import dev.baton.conversation.Event.How;
import dev.baton.conversation.State;
import dev.baton.identity.Viewer;
import dev.baton.platform.Ids;
import dev.baton.platform.Refused;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The invariants of delivery under concurrency, with two processes' doors on one database. */
@Tag("slow")
class RacesTest {

    private final Door company = new Door();
    private final Conversations one = company.open();
    private final Conversations two = company.open();

    @AfterEach
    void everyPromiseHolds() {
        assertThat(company.unlikeTheirLog(one)).as("S2").isEmpty();
        company.close();
    }

    @Test
    void s3_of_many_starts_at_once_one_opens_and_the_others_join_it() throws Exception {
        var lin = company.customer();
        List<Callable<Started>> starts = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            var door = i % 2 == 0 ? one : two;
            var words = "word " + i;
            starts.add(() -> door.start(lin, Door.start(words)));
        }
        var results = Door.atOnce(starts);
        assertThat(results).allMatch(Started.class::isInstance);
        assertThat(results.stream().filter(r -> ((Started) r).created())).hasSize(1);
        assertThat(one.list(lin, Listing.ofCustomer(lin.id(), 100))).hasSize(1);
        var id = ((Started) results.getFirst()).conversation().id();
        assertThat(one.entriesAfter(lin, id, 0, 100)).as("no words were lost").hasSize(21);
    }

    @Test
    void a7_of_many_picks_exactly_one_wins_and_the_losers_learn_who() throws Exception {
        var agents = IntStream.range(0, 12).mapToObj(i -> company.agent(1)).toList();
        var id = one.start(company.customer(), Door.start("hello"))
                .conversation()
                .id();
        List<Callable<Conversation>> picks = new ArrayList<>();
        for (int i = 0; i < agents.size(); i++) {
            var door = i % 2 == 0 ? one : two;
            var agent = agents.get(i);
            picks.add(() -> door.give(agent, id, Door.pick(agent)));
        }
        var results = Door.atOnce(picks);
        var winner = one.find(Conversations.MACHINE, id).agent();
        assertThat(results.stream().filter(Conversation.class::isInstance)).hasSize(1);
        assertThat(results.stream().filter(Refused.class::isInstance).map(Refused.class::cast))
                .hasSize(11)
                .allMatch(refused -> refused.code().equals("already_assigned"))
                .allMatch(refused -> refused.params().get("agent").equals(winner.toString()));
    }

    @Test
    void a2_of_many_conversations_for_one_agent_only_as_many_come_as_there_are_slots() throws Exception {
        var amy = company.agent(3);
        List<Callable<Conversation>> gives = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            var door = i % 2 == 0 ? one : two;
            var id = one.start(company.customer(), Door.start("hello"))
                    .conversation()
                    .id();
            gives.add(() -> door.give(amy, id, Door.pick(amy)));
        }
        var results = Door.atOnce(gives);
        assertThat(results.stream().filter(Conversation.class::isInstance)).hasSize(3);
        assertThat(results.stream().filter(Refused.class::isInstance).map(r -> ((Refused) r).code()))
                .hasSize(17)
                .containsOnly("agent_full");
        assertThat(company.load(amy)).isEqualTo(3);
    }

    @Test
    void a1_a5_transfers_in_both_directions_at_once_neither_deadlock_nor_lose_anybody() throws Exception {
        var amy = company.agent(10);
        var bo = company.agent(10);
        List<Callable<Conversation>> transfers = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            var door = i % 2 == 0 ? one : two;
            var from = i % 2 == 0 ? amy : bo;
            var to = i % 2 == 0 ? bo : amy;
            var id = company.talking(one, company.customer(), from);
            transfers.add(() -> door.transfer(from, id, to.id(), null, new Command.Transfer("other", "please")));
        }
        assertThat(Door.atOnce(transfers)).allMatch(Conversation.class::isInstance);
        assertThat(company.load(amy)).isEqualTo(5);
        assertThat(company.load(bo)).isEqualTo(5);
    }

    @Test
    void s7_words_that_meet_an_end_are_kept_and_seen_by_the_agents_side() throws Exception {
        var chen = company.supervisor();
        for (int round = 0; round < 10; round++) {
            var lin = company.customer();
            var amy = company.agent(1);
            var id = company.talking(one, lin, amy);
            var words = Door.words("one more thing");
            var results = Door.<Object>atOnce(List.of(
                    () -> Conversations.await(one.say(lin, id, words)),
                    () -> two.give(amy, id, new Command.End(Conversations.actor(amy), "other"))));
            assertThat(results.getFirst()).isInstanceOf(Ack.class);
            var ack = (Ack) results.getFirst();
            var stored = one.entriesAfter(chen, ack.conversation(), 0, 100);
            assertThat(stored).anyMatch(entry -> words.clientId().equals(entry.clientId()));
            var after = one.find(chen, id);
            boolean endedLast = stored.getLast().event() instanceof Event.Ended;
            assertThat(after.state().isOpen())
                    .as("awake unless the end came after the words")
                    .isEqualTo(!endedLast);
        }
    }

    @Test
    void s6_a_confirmation_that_meets_its_timeout_ends_once_for_one_reason() throws Exception {
        for (int round = 0; round < 10; round++) {
            var lin = company.customer();
            var amy = company.agent(1);
            var id = company.talking(one, lin, amy);
            one.give(amy, id, new Command.AskToEnd(Conversations.actor(amy), null));
            company.database.forward(Duration.ofMinutes(31));
            var results = Door.<Object>atOnce(List.of(
                    () -> one.give(lin, id, new Command.Resolve(Conversations.actor(lin))),
                    () -> two.give(Conversations.MACHINE, id, new Command.Fire(Clock.CONFIRMATION_TIMEOUT))));
            assertThat(results.stream().filter(Conversation.class::isInstance)).hasSize(1);
            assertThat(one.entriesAfter(lin, id, 0, 100).stream().filter(e -> e.event() instanceof Event.Ended))
                    .hasSize(1);
        }
    }

    @Test
    void t1_a_due_clock_that_many_fire_at_once_fires_once() throws Exception {
        var amy = company.agent(5);
        var id = company.talking(one, company.customer(), amy);
        List<Callable<Conversation>> early =
                List.of(() -> one.give(Conversations.MACHINE, id, new Command.Fire(Clock.REPLY_NUDGE)));
        assertThat(Door.atOnce(early)).as("T3: never early").allMatch(Refused.class::isInstance);
        company.database.forward(Duration.ofSeconds(61));
        List<Callable<Conversation>> firings = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            var door = i % 2 == 0 ? one : two;
            firings.add(() -> door.give(Conversations.MACHINE, id, new Command.Fire(Clock.REPLY_NUDGE)));
        }
        assertThat(Door.atOnce(firings).stream().filter(Conversation.class::isInstance))
                .hasSize(1);
    }

    @Test
    void t4_a_clock_has_no_effect_after_what_cancels_it() {
        var amy = company.agent(5);
        var id = company.talking(one, company.customer(), amy);
        company.database.forward(Duration.ofSeconds(61));
        Conversations.await(one.say(amy, id, Door.words("here I am")));
        assertThat(one.due(List.of(), 10))
                .as("nothing is armed for what is over")
                .isEmpty();
        assertThat(one.find(amy, id).nudged()).isFalse();
    }

    @Test
    void t6_after_an_outage_a_silent_customer_still_gets_every_reminder_and_a_minute_of_grace() {
        var amy = company.agent(5);
        var lin = company.customer();
        var id = company.talking(one, lin, amy);
        Conversations.await(one.say(amy, id, Door.words("anything else?")));
        company.database.forward(Duration.ofHours(30));
        fireAllDue();
        assertThat(one.find(amy, id).state()).isEqualTo(State.AWAITING_CUSTOMER);
        company.database.forward(Duration.ofSeconds(61));
        fireAllDue();
        assertThat(one.find(amy, id).state()).isEqualTo(State.AWAITING_CUSTOMER);
        company.database.forward(Duration.ofSeconds(61));
        fireAllDue();
        assertThat(one.find(amy, id).endReason()).isEqualTo("customer_silent");
        var kinds = one.entriesAfter(lin, id, 0, 100).stream().map(e -> EventCodec.kind(e.event()));
        assertThat(kinds).containsSubsequence("reminded", "reminded", "ended");
    }

    private void fireAllDue() {
        for (var due = one.due(List.of(), 100); !due.isEmpty(); due = one.due(List.of(), 100)) {
            due.forEach(conversation -> Conversations.await(one.fire(conversation)));
        }
    }

    @Test
    void m4_m5_numbers_are_dense_and_each_author_is_first_in_first_out() throws Exception {
        var lin = company.customer();
        var amy = company.agent(1);
        var id = company.talking(one, lin, amy);
        var sent = new ArrayList<CompletableFuture<Ack>>();
        for (int i = 0; i < 300; i++) {
            sent.add(one.say(i % 3 == 0 ? amy : lin, id, Door.words(String.valueOf(i))));
        }
        for (var ack : sent) {
            Conversations.await(ack);
        }
        var said = one.entriesAfter(lin, id, 0, 1_000).stream()
                .filter(entry -> entry.event() instanceof Event.Said)
                .skip(1)
                .map(entry -> Integer.parseInt(((Event.Said) entry.event()).body()));
        assertThat(said)
                .containsExactlyElementsOf(IntStream.range(0, 300).boxed().toList());
        assertThat(one.entriesAfter(lin, id, 0, 1_000).stream().map(Entry::publicSeq))
                .containsExactlyElementsOf(
                        java.util.stream.LongStream.rangeClosed(1, 303).boxed().toList());
    }

    @Test
    void m3_one_client_id_sent_again_and_again_through_every_door_is_stored_once() throws Exception {
        var lin = company.customer();
        var id = one.start(lin, Door.start("hello")).conversation().id();
        var words = Door.words("only once");
        List<Callable<Ack>> sends = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            var door = i % 2 == 0 ? one : two;
            sends.add(() -> Conversations.await(door.say(lin, id, words)));
        }
        var acks = Door.atOnce(sends);
        assertThat(acks).allMatch(Ack.class::isInstance);
        assertThat(acks.stream().map(a -> ((Ack) a).seq()).distinct()).hasSize(1);
        assertThat(acks.stream().filter(a -> !((Ack) a).duplicate())).hasSize(1);
    }

    /** The first door has stored them and was cut off before it could say so, for all that the second one knows. */
    @Test
    void m7_words_whose_outcome_was_unknown_are_told_when_they_come_again() {
        var lin = company.customer();
        var id = one.start(lin, Door.start("hello")).conversation().id();
        var words = Door.words("did you get this?");
        Conversations.await(one.say(lin, id, words));
        company.told.clear();
        assertThat(Conversations.await(two.say(lin, id, words)).duplicate()).isTrue();
        assertThat(company.told).singleElement().satisfies(told -> {
            assertThat(told.before()).isEqualTo(told.after());
            assertThat(told.entries()).extracting(Entry::clientId).containsExactly(words.clientId());
        });
    }

    @Test
    void bad_input_of_one_does_not_touch_its_neighbours_in_the_same_commit() throws Exception {
        var good = IntStream.range(0, 30).mapToObj(i -> company.customer()).toList();
        var ids = good.stream()
                .map(c -> one.start(c, Door.start("hi")).conversation().id())
                .toList();
        var bad = company.customer();
        var badId = one.start(bad, Door.start("hi")).conversation().id();
        var sent = new ArrayList<CompletableFuture<Ack>>();
        for (int i = 0; i < good.size(); i++) {
            sent.add(one.say(good.get(i), ids.get(i), Door.words("fine")));
            // What the endpoints refuse before it comes here: PostgreSQL cannot store a NUL.
            sent.add(one.say(bad, badId, Door.words("bro\u0000ken " + i)));
            sent.add(one.say(good.get(i), badId, Door.words("not mine")));
        }
        for (int i = 0; i < sent.size(); i++) {
            var answer = sent.get(i).handle((ack, failure) -> failure).get();
            assertThat(answer == null).as("answer " + i).isEqualTo(i % 3 == 0);
        }
        assertThat(one.entriesAfter(bad, badId, 0, 100)).hasSize(2);
    }

    @Test
    void m9_nobody_is_told_before_the_commit_and_in_the_order_of_the_log() throws Exception {
        var lin = company.customer();
        var id = one.start(lin, Door.start("hello")).conversation().id();
        for (int i = 0; i < 50; i++) {
            Conversations.await(one.say(lin, id, Door.words("w" + i)));
        }
        one.close();
        var told = company.told.stream()
                .filter(c -> c.after().id().equals(id))
                .flatMap(c -> c.entries().stream())
                .map(Entry::seq)
                .toList();
        assertThat(told)
                .containsExactlyElementsOf(
                        java.util.stream.LongStream.rangeClosed(1, 52).boxed().toList());
    }

    @Test
    void i1_a_foreign_conversation_is_not_found_by_anybody_who_may_not_see_it() {
        var lin = company.customer();
        var wang = company.customer();
        var id = one.start(lin, Door.start("hello")).conversation().id();
        var stranger = new Viewer.Agent(company.agent(1).id(), java.util.Set.of(), "en");
        for (Viewer viewer : List.of(wang, stranger)) {
            var refused = Door.refusal(() -> one.find(viewer, id));
            assertThat(refused.code()).isEqualTo("not_found");
            assertThat(Door.refusal(() -> Conversations.await(one.say(viewer, id, Door.words("x"))))
                            .code())
                    .isEqualTo("not_found");
            assertThat(Door.refusal(() -> one.entriesAfter(viewer, id, 0, 10)).code())
                    .isEqualTo("not_found");
        }
        assertThat(one.entriesAfter(lin, id, 0, 10)).hasSize(2);
    }

    @Test
    void a3_nobody_is_given_a_conversation_while_away_full_excluded_or_not_a_member() {
        var amy = company.agent(1);
        var id = one.start(company.customer(), Door.start("hello"))
                .conversation()
                .id();
        company.jdbi.useHandle(h -> h.execute("UPDATE agents SET availability = 'away'"));
        assertThat(Door.refusal(() -> assign(id, amy)).code()).isEqualTo("agent_off_duty");
        company.jdbi.useHandle(h -> h.execute("UPDATE agents SET availability = 'ready', connected = false"));
        assertThat(Door.refusal(() -> assign(id, amy)).code()).isEqualTo("agent_off_duty");
        company.jdbi.useHandle(h -> h.execute("UPDATE agents SET connected = true, capacity = 0"));
        assertThat(Door.refusal(() -> assign(id, amy)).code()).isEqualTo("agent_full");
        company.jdbi.useHandle(h -> h.execute("UPDATE agents SET capacity = 1"));
        company.jdbi.useHandle(h -> h.execute("UPDATE accounts SET enabled = false"));
        assertThat(Door.refusal(() -> assign(id, amy)).code()).isEqualTo("agent_disabled");
        company.jdbi.useHandle(h -> h.execute("UPDATE accounts SET enabled = true"));
        assertThat(assign(id, amy).agent()).isEqualTo(amy.id());
    }

    private Conversation assign(dev.baton.conversation.ConversationId id, Viewer.Staff agent) {
        return one.give(
                Conversations.MACHINE,
                id,
                new Command.Assign(Conversations.actor(Conversations.MACHINE), agent.id(), How.AUTOMATIC, false));
    }

    @Test
    void a_retried_start_finds_its_first_even_after_its_conversation_has_ended() {
        var lin = company.customer();
        var start = new Start(Ids.next(), null, "hello", List.of());
        var first = one.start(lin, start);
        one.give(lin, first.conversation().id(), new Command.Leave(Conversations.actor(lin)));
        var again = two.start(lin, start);
        assertThat(again.conversation().id()).isEqualTo(first.conversation().id());
        assertThat(again.ack().duplicate()).isTrue();
        assertThat(one.list(lin, Listing.ofCustomer(lin.id(), 10))).hasSize(1);
    }

    @Test
    void a_conversation_ends_although_the_clock_of_the_database_was_set_back() {
        company.database.forward(Duration.ofHours(1));
        var amy = company.agent(1);
        var id = company.talking(one, company.customer(), amy);
        company.database.resetClock();
        Conversations.await(one.note(amy, id, Ids.next(), "from yesterday, it seems"));
        assertThat(two.give(amy, id, new Command.End(Conversations.actor(amy), "other"))
                        .state())
                .isEqualTo(State.ENDED);
        assertThat(company.load(amy)).isZero();
    }

    @Test
    void m8_whoever_has_their_answer_reads_what_they_wrote_through_any_door() {
        var lin = company.customer();
        var amy = company.agent(1);
        var id = company.talking(one, lin, amy);
        for (int i = 0; i < 20; i++) {
            var ack = Conversations.await(one.say(i % 2 == 0 ? lin : amy, id, Door.words("word " + i)));
            var read = two.entriesAfter(lin, id, ack.publicSeq() - 1, 1).getFirst();
            assertThat(read.clientId()).isEqualTo(ack.clientId());
            assertThat(two.find(amy, id).seq()).isGreaterThanOrEqualTo(ack.seq());
        }
    }
}
