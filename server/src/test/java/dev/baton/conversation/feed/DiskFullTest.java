package dev.baton.conversation.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.Cast;
import dev.baton.platform.Ids;
import dev.baton.platform.Json;
import dev.baton.platform.database.DatabaseForServer;
import dev.baton.platform.database.InvariantsHold;
import dev.baton.platform.database.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** R6: the database has no room left. It is made to refuse every new entry as it does then, with SQLSTATE 53100. */
@QuarkusTest
@QuarkusTestResource(DatabaseForServer.class)
@ExtendWith(InvariantsHold.class)
class DiskFullTest {

    @TestHTTPResource
    URI server;

    private Cast cast;
    private Cast.Customer lin;
    private String id;

    @BeforeEach
    void lin_has_started() {
        cast = new Cast(server);
        lin = cast.lin();
        id = lin.start("还有地方吗");
    }

    @AfterEach
    void there_is_room_again() {
        room();
        cast.close();
    }

    @Test
    void r6_writes_are_refused_with_a_clear_error_reads_work_and_a_retry_is_stored_once() {
        String words = Json.MAPPER
                .createObjectNode()
                .put("client_id", Ids.next().toString())
                .put("body", "放得下吗")
                .toString();
        full();
        lin.browser().post(Cast.Customer.path(id) + "/messages", words).refused(507, "storage_full");
        assertThat(lin.snapshot(id).get("entries").findValuesAsText("body")).contains("还有地方吗");
        cast.chen().browser().get("/conversations?view=queue").ok();
        room();
        lin.browser().post(Cast.Customer.path(id) + "/messages", words).ok();
        lin.browser().post(Cast.Customer.path(id) + "/messages", words).ok();
        assertThat(lin.snapshot(id).get("entries").findValuesAsText("body")).containsOnlyOnce("放得下吗");
    }

    private static void full() {
        TestDatabase.ofServer().jdbi().useHandle(handle -> {
            handle.execute("""
                    CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS $$
                    BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = '53100'; END $$
                    """);
            handle.execute("CREATE TRIGGER no_room BEFORE INSERT ON conversation_entries EXECUTE FUNCTION no_room()");
        });
    }

    private static void room() {
        TestDatabase.ofServer().jdbi().useHandle(handle -> handle.execute("DROP FUNCTION IF EXISTS no_room CASCADE"));
    }
}
