package dev.baton.conversation.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.conversation.ConversationId;
import dev.baton.identity.Viewer;
import dev.baton.platform.Refused;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** R7: more than can be stored is refused in so many words, and what was accepted is kept. */
class OverloadTest {

    private static final int WAITING = 10;
    private static final int BATCH = 4;

    private final Door door = new Door();

    @AfterEach
    void everyPromiseHolds() {
        door.database.assertInvariants();
        door.close();
    }

    @Test
    void r7_at_five_times_what_may_wait_the_rest_is_refused_and_may_come_again() throws Exception {
        var narrow = door.open(1, BATCH, WAITING);
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            var lin = door.customer();
            var id = door.talking(narrow, lin, door.agent(5));
            int most = 5 * (WAITING + BATCH);
            Map<Words, Future<Object>> answers = new HashMap<>();
            var released = new CountDownLatch(1);
            var held = senders.submit(() -> door.jdbi.useTransaction(handle -> {
                handle.createUpdate("UPDATE conversations SET priority = priority WHERE id = ?")
                        .bind(0, id.value())
                        .execute();
                for (int i = 0; i < most; i++) {
                    var words = Door.words("word " + i);
                    answers.put(words, senders.submit(() -> outcome(narrow, lin, id, words)));
                }
                // Those who are refused know it while the others still wait.
                while (answers.values().stream().filter(Future::isDone).count() < most - WAITING - 2 * BATCH) {
                    Thread.onSpinWait();
                }
                released.countDown();
            }));
            released.await();
            held.get();
            List<Words> refused = new ArrayList<>();
            for (var answer : answers.entrySet()) {
                if (answer.getValue().get() instanceof Refused overloaded) {
                    assertThat(overloaded.status()).isEqualTo(503);
                    assertThat(overloaded.code()).isEqualTo("overloaded");
                    refused.add(answer.getKey());
                }
            }
            assertThat(refused).hasSizeGreaterThanOrEqualTo(most - WAITING - 2 * BATCH);
            assertThat(stored(id)).isEqualTo(most - refused.size());
            refused.forEach(words -> Conversations.await(narrow.say(lin, id, words)));
            assertThat(stored(id)).isEqualTo(most);
        }
    }

    private static Object outcome(Conversations narrow, Viewer.Customer lin, ConversationId id, Words words) {
        try {
            return Conversations.await(narrow.say(lin, id, words));
        } catch (Refused refused) {
            return refused;
        }
    }

    private int stored(ConversationId id) {
        return door.jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT count(*) FROM conversation_entries WHERE conversation = ? AND body LIKE 'word %'")
                .bind(0, id.value())
                .mapTo(Integer.class)
                .one());
    }
}
