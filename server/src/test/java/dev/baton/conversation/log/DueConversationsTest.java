package dev.baton.conversation.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.conversation.Command;
import dev.baton.conversation.Conversation;
import dev.baton.conversation.ConversationId;
import dev.baton.conversation.State;
import dev.baton.identity.Viewer;
import dev.baton.platform.database.DatabaseTime;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens to clocks that came due while nobody looked: a start after an outage, on the real database. */
class DueConversationsTest {

    private static final Duration OUTAGE = Duration.ofHours(1);

    private Door door;
    private Conversations conversations;
    private DatabaseTime time;
    private Viewer.Agent amy;

    @BeforeEach
    void the_company_opens() {
        door = new Door();
        conversations = door.open();
        time = new DatabaseTime(door.jdbi);
        amy = door.agent(100);
    }

    @AfterEach
    void the_company_closes() {
        door.close();
    }

    @Test
    void t2_after_an_outage_what_is_overdue_fires_at_the_first_look() {
        var waiting = door.talking(conversations, door.customer(), amy);
        door.database.forward(OUTAGE);
        assertThat(freshStart().fireDue()).isFalse();
        assertThat(conversations.find(Conversations.MACHINE, waiting).nudged()).isTrue();
    }

    @Test
    void t6_after_an_outage_nobody_is_ended_in_the_first_minute() {
        var asked = askedToEnd(amy);
        door.database.forward(OUTAGE);
        var due = freshStart();
        due.fireDue();
        assertThat(door.state(conversations, asked)).isEqualTo(State.AWAITING_CONFIRMATION);
        door.database.forward(Duration.ofSeconds(61));
        time.lookAgain();
        due.fireDue();
        assertThat(door.state(conversations, asked)).isEqualTo(State.SYSTEM_ENDED);
    }

    @Test
    void t2_those_who_are_held_do_not_stand_before_others() {
        askedToEnd(amy);
        door.database.forward(OUTAGE);
        var late = door.talking(conversations, door.customer(), amy);
        door.database.forward(Duration.ofSeconds(61));
        assertThat(conversations.due(List.of(), 1)).extracting(Conversation::id).doesNotContain(late);
        assertThat(conversations.due(DueConversations.LAST, 1))
                .extracting(Conversation::id)
                .containsExactly(late);
    }

    @Test
    void a_row_that_names_a_clock_that_does_not_run_stops_nobody_elses() {
        var odd = door.talking(conversations, door.customer(), amy);
        Conversations.await(conversations.say(amy, odd, Door.words("hello")));
        conversations.give(amy, odd, new Command.End(Conversations.actor(amy), "other"));
        var waiting = door.talking(conversations, door.customer(), amy);
        door.database.forward(OUTAGE);
        rename(odd, "baton_now() - interval '2 hours'", "'unknown'");
        assertThat(freshStart().fireDue()).isFalse();
        assertThat(conversations.find(Conversations.MACHINE, waiting).nudged()).isTrue();
        rename(odd, "NULL", "NULL");
    }

    private void rename(ConversationId id, String due, String clock) {
        door.jdbi.useHandle(handle -> handle.execute(
                "UPDATE conversations SET next_due = %s, next_clock = %s WHERE id = ?".formatted(due, clock),
                id.value()));
    }

    private DueConversations freshStart() {
        return new DueConversations(conversations, time);
    }

    private ConversationId askedToEnd(Viewer.Agent agent) {
        var id = door.talking(conversations, door.customer(), agent);
        conversations.give(agent, id, new Command.AskToEnd(Conversations.actor(agent), null));
        return id;
    }
}
