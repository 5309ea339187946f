package dev.baton.conversation.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.Cast;
import dev.baton.conversation.ConversationId;
import dev.baton.conversation.log.Committed;
import dev.baton.conversation.log.Conversations;
import dev.baton.platform.Ids;
import dev.baton.platform.database.DatabaseForServer;
import dev.baton.platform.database.InvariantsHold;
import dev.baton.platform.database.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** M7: what could not be told at once is told. Lists have no numbers by which a screen could notice that it missed something. */
@QuarkusTest
@QuarkusTestResource(DatabaseForServer.class)
@ExtendWith(InvariantsHold.class)
class UntoldTest {

    @TestHTTPResource
    URI server;

    @Inject
    Event<Committed> committed;

    @Inject
    Conversations conversations;

    private Cast cast;

    @BeforeEach
    void everybody_is_there() {
        cast = new Cast(server);
    }

    @AfterEach
    void everybody_leaves() {
        cast.close();
    }

    @Test
    void m7_lists_hear_of_a_commit_although_nothing_could_be_looked_up_at_that_moment() throws Exception {
        var screen = cast.chen().screen();
        screen.await("inbox");
        var id = new ConversationId(strangerTo(cast.lin().start("hello")));
        var waiting = conversations.find(Conversations.MACHINE, id);
        var news = new Committed(
                waiting,
                waiting,
                conversations.entriesAfter(Conversations.MACHINE, id, 0, 10),
                conversations.policy(waiting.policyVersion()));
        var locked = new CountDownLatch(1);
        var holder = Thread.ofVirtual()
                .start(() -> TestDatabase.ofServer().jdbi().useTransaction(handle -> {
                    handle.execute("LOCK TABLE conversation_cursors IN ACCESS EXCLUSIVE MODE");
                    locked.countDown();
                    // Longer than any statement of the server waits for a lock.
                    handle.execute("SELECT pg_sleep(2.5)");
                }));
        locked.await();
        committed.fire(news);
        screen.await(
                "it is in the list",
                frame -> frame.path("type").asText().equals("inbox_item")
                        && frame.path("view").path("id").asText().equals(id.toString()));
        holder.join();
        assertThat(screen.isClosed()).isFalse();
    }

    /** A copy that the server has not told of: as if its commit had been the first thing after a start. */
    private UUID strangerTo(String known) {
        UUID copy = Ids.next();
        UUID customer = Ids.next();
        TestDatabase.ofServer().jdbi().useTransaction(handle -> {
            handle.execute(
                    "INSERT INTO customers (id, site) SELECT ?, site FROM conversations WHERE id = ?::uuid",
                    customer,
                    known);
            handle.execute(
                    "CREATE TEMP TABLE copied ON COMMIT DROP AS SELECT * FROM conversations WHERE id = ?::uuid", known);
            handle.execute("UPDATE copied SET id = ?, customer = ?", copy, customer);
            handle.execute("INSERT INTO conversations SELECT * FROM copied");
            handle.execute(
                    "CREATE TEMP TABLE said ON COMMIT DROP AS SELECT * FROM conversation_entries WHERE conversation = ?::uuid",
                    known);
            handle.execute(
                    "UPDATE said SET conversation = ?, actor = CASE WHEN actor_kind = 'customer' THEN ?::uuid ELSE actor END",
                    copy,
                    customer);
            handle.execute("INSERT INTO conversation_entries SELECT * FROM said");
        });
        return copy;
    }
}
