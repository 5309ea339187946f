package dev.baton.conversation.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.conversation.Command;
import dev.baton.conversation.ConversationId;
import dev.baton.conversation.Event;
import dev.baton.conversation.State;
import dev.baton.hours.Calendars;
import dev.baton.identity.Viewer;
import dev.baton.platform.database.Cutter;
import dev.baton.platform.database.Database;
import java.io.IOException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** M1, M7: the connection is lost between a commit and its answer. */
class UnknownOutcomeTest {

    private final Door company = new Door();
    private final Cutter line = new Cutter(company.database);
    private final Conversations whole = company.open();
    private Conversations cut;

    @BeforeEach
    void somebody_is_behind_the_line() {
        cut = new Conversations(line.jdbi(), new Calendars(line.jdbi()), company.told::add, 1, 64, 1_000);
    }

    private ConversationId started(Viewer.Customer lin) {
        var id = whole.start(lin, Door.start("hello")).conversation().id();
        company.told.clear();
        return id;
    }

    @AfterEach
    void every_promise_holds() throws IOException {
        cut.close();
        line.close();
        company.close();
    }

    @Test
    void m7_a_command_that_was_committed_is_answered_and_told_although_its_answer_was_lost() {
        var lin = company.customer();
        var amy = company.agent(2);
        var id = started(lin);
        line.cutTheNextAnswer();
        var picked = cut.give(amy, id, Door.pick(amy));
        assertThat(picked.agent()).isEqualTo(amy.id());
        assertThat(company.told)
                .singleElement()
                .satisfies(told -> assertThat(told.after()).isEqualTo(picked));
    }

    @Test
    void m3_words_that_were_committed_get_their_first_ack_although_it_was_lost() {
        var lin = company.customer();
        var id = whole.start(lin, Door.start("hello")).conversation().id();
        line.cutTheNextAnswer();
        var ack = Conversations.await(cut.say(lin, id, Door.words("did you get this?")));
        assertThat(ack.duplicate()).isFalse();
        assertThat(whole.find(lin, id).seq()).isEqualTo(ack.seq());
    }

    @Test
    void m7_what_was_committed_is_told_as_soon_as_the_database_is_back() {
        var lin = company.customer();
        var amy = company.agent(2);
        var id = started(lin);
        line.cutTheNextAnswerAndStayDown();
        assertThatThrownBy(() -> cut.give(amy, id, Door.pick(amy))).matches(Database::isAway);
        assertThat(company.told).isEmpty();
        line.mend();
        cut.settle();
        assertThat(company.told).singleElement().satisfies(told -> {
            assertThat(told.before().state()).isEqualTo(State.QUEUED);
            assertThat(told.after().agent()).isEqualTo(amy.id());
            assertThat(told.entries())
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.event()).isInstanceOf(Event.Assigned.class));
        });
        cut.settle();
        assertThat(company.told).hasSize(1);
    }

    @Test
    void what_was_committed_before_is_told_before_what_follows_it() {
        var lin = company.customer();
        var amy = company.agent(2);
        var id = started(lin);
        line.cutTheNextAnswerAndStayDown();
        assertThatThrownBy(() -> cut.give(amy, id, Door.pick(amy))).matches(Database::isAway);
        line.mend();
        Conversations.await(cut.say(amy, id, Door.words("how can I help?")));
        assertThat(company.told).extracting(told -> told.after().seq()).containsExactly(3L, 4L);
    }

    @Test
    void a_lost_database_is_not_waited_for_once_for_each() {
        var lin = company.customer();
        var id = whole.start(lin, Door.start("hello")).conversation().id();
        line.cutTheNextAnswerAndStayDown();
        var answers = IntStream.range(0, 60)
                .mapToObj(i -> cut.giveLater(
                        Conversations.MACHINE,
                        id,
                        new Command.SetPriority(Conversations.actor(Conversations.MACHINE), i % 9 + 1)))
                .toList();
        assertThat(answers).allSatisfy(answer -> assertThatThrownBy(() -> Conversations.await(answer)));
        assertThat(line.attemptsWhileDown()).isLessThan(10);
        line.mend();
    }
}
