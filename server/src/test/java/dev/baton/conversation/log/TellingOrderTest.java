package dev.baton.conversation.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.conversation.Command;
import dev.baton.conversation.Entry;
import dev.baton.conversation.Event;
import dev.baton.identity.Viewer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** M9, M7: what has been committed is told in the order of the commits, whichever lanes they came through. */
class TellingOrderTest {

    private static final Integer ONE_LANE = 0;
    private static final Integer ANOTHER_LANE = 1;

    private final Door company = new Door();
    private final Viewer.Supervisor boss = company.supervisor();

    @AfterEach
    void every_promise_holds() {
        company.close();
    }

    @Test
    void what_is_committed_second_through_another_lane_is_told_second() throws Exception {
        List<Integer> told = Collections.synchronizedList(new ArrayList<>());
        var firstIsBeingTold = new CompletableFuture<Void>();
        var released = new CompletableFuture<Void>();
        var door = company.open(committed -> {
            if (committed.entries().getFirst().event() instanceof Event.PriorityChanged(int priority)) {
                if (priority == 1) {
                    firstIsBeingTold.complete(null);
                    released.join();
                }
                told.add(priority);
            }
        });
        var id = door.start(company.customer(), Door.start("hello"))
                .conversation()
                .id();
        var first = door.giveInOrder(ONE_LANE, boss, id, new Command.SetPriority(Conversations.actor(boss), 1));
        firstIsBeingTold.get(10, TimeUnit.SECONDS);
        var second = door.giveInOrder(ANOTHER_LANE, boss, id, new Command.SetPriority(Conversations.actor(boss), 2));
        assertThat(second.get(10, TimeUnit.SECONDS).priority()).isEqualTo(2);
        assertThat(told).isEmpty();
        released.complete(null);
        first.get(10, TimeUnit.SECONDS);
        assertThat(told).containsExactly(1, 2);
    }

    @Test
    void whoever_has_their_answer_finds_everybody_told() {
        var door = company.open();
        for (int i = 0; i < 50; i++) {
            company.told.clear();
            var id = door.start(company.customer(), Door.start("hello"))
                    .conversation()
                    .id();
            assertThat(company.told)
                    .singleElement()
                    .satisfies(told -> assertThat(told.after().id()).isEqualTo(id));
        }
    }

    @Test
    void a_commit_that_fails_holds_up_nobody_behind_it() {
        var door = company.open();
        var lin = company.customer();
        var id = door.start(lin, Door.start("hello")).conversation().id();
        company.told.clear();
        company.jdbi.useHandle(handle -> handle.execute(
                "ALTER TABLE conversation_entries ADD CONSTRAINT no_bad_words CHECK (body <> 'bad') NOT VALID"));
        var bad = door.say(lin, id, Door.words("bad"));
        assertThat(bad).failsWithin(10, TimeUnit.SECONDS);
        Conversations.await(door.say(lin, id, Door.words("good")));
        assertThat(company.told)
                .singleElement()
                .satisfies(told -> assertThat(told.entries())
                        .extracting(Entry::event)
                        .containsExactly(new Event.Said("good", List.of())));
    }
}
