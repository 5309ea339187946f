package dev.baton.conversation.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.conversation.Command;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A correction, or another machine that takes over: the database's clock is behind what has happened already. */
class ClockSetBackTest {

    private final Door company = new Door();
    private final Conversations door = company.open();

    @AfterEach
    void every_promise_holds() {
        company.close();
    }

    @Test
    void a1_a_conversation_finds_its_next_agent_before_the_last_one_is_over_by_the_clock() {
        var lin = company.customer();
        var amy = company.agent(2);
        var ben = company.agent(2);
        var boss = company.supervisor();
        var id = company.talking(door, lin, amy);
        company.database.forward(Duration.ofMinutes(10));
        door.give(boss, id, new Command.Reassign(Conversations.actor(boss)));
        company.database.forward(Duration.ofMinutes(-10));
        assertThat(door.give(ben, id, Door.pick(ben)).agent()).isEqualTo(ben.id());
        door.give(boss, id, new Command.Reassign(Conversations.actor(boss)));
        var bob = company.agent(2);
        assertThat(door.give(bob, id, Door.pick(bob)).agent()).isEqualTo(bob.id());
    }
}
