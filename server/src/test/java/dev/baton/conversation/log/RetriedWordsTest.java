package dev.baton.conversation.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.conversation.Command;
import dev.baton.conversation.State;
import dev.baton.platform.Ids;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** M3: words are there once, by whatever way and into whatever conversation they come again. */
class RetriedWordsTest {

    private final Door company = new Door();
    private final Conversations one = company.open();
    private final Conversations two = company.open();

    @AfterEach
    void every_promise_holds() {
        company.close();
    }

    /** The widget starts with words over REST, loses the answer, and its outbox sends them over the live line meanwhile. */
    @Test
    @Timeout(30)
    void words_that_come_through_two_doors_at_once_are_acknowledged_by_both() throws Exception {
        var lin = company.customer();
        var id = one.start(lin, Door.start("hello")).conversation().id();
        var again = new Start(Ids.next(), null, "are you there?", List.of());
        List<Callable<Ack>> ways = List.of(
                () -> one.start(lin, again).ack(),
                () -> two.start(lin, again).ack(),
                () -> Conversations.await(two.say(lin, id, new Words(again.clientId(), again.body(), List.of()))));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = company.jdbi.inTransaction(handle -> {
                handle.execute("SELECT FROM conversations WHERE id = ? FOR UPDATE", id.value());
                var answers = ways.stream().map(threads::submit).toList();
                // Until two of them, one lane of each door, wait for the row: they have looked for what is stored.
                while (threads.submit(this::waiting).get() < 2) {
                    Thread.onSpinWait();
                }
                return answers;
            });
            var acks =
                    List.of(asked.get(0).get(), asked.get(1).get(), asked.get(2).get());
            assertThat(acks).extracting(Ack::seq).containsOnly(3L);
            assertThat(acks).filteredOn(ack -> !ack.duplicate()).hasSize(1);
        }
    }

    private int waiting() {
        return company.jdbi.withHandle(
                handle -> handle.createQuery("""
                        SELECT count(*) FROM pg_stat_activity
                        WHERE datname = current_database() AND wait_event_type = 'Lock'
                        """).mapTo(Integer.class).one());
    }

    /** They went into the conversation that was open then; the one they were written to has been over all the time. */
    @Test
    void words_that_went_elsewhere_do_not_reopen_what_they_were_written_to() {
        var lin = company.customer();
        var over = one.start(lin, Door.start("hello")).conversation().id();
        one.give(lin, over, new Command.End(Conversations.actor(lin), "customer_ended"));
        var open = one.start(lin, Door.start("hello again")).conversation().id();
        var words = Door.words("one more thing");
        var first = Conversations.await(one.say(lin, over, words));
        assertThat(first.conversation()).isEqualTo(open);
        one.give(lin, open, new Command.End(Conversations.actor(lin), "customer_ended"));
        var again = Conversations.await(one.say(lin, over, words));
        assertThat(again.duplicate()).isTrue();
        assertThat(again.conversation()).isEqualTo(open);
        assertThat(again.seq()).isEqualTo(first.seq());
        assertThat(company.state(one, over)).isEqualTo(State.ENDED);
    }
}
