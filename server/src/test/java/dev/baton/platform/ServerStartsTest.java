package dev.baton.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.platform.database.DatabaseForServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DatabaseForServer.class)
class ServerStartsTest {

    @Inject
    Jdbi jdbi;

    @Test
    void the_database_is_there_and_durable() {
        assertThat(show("fsync")).isEqualTo("on");
        assertThat(show("synchronous_commit")).isEqualTo("on");
        assertThat(show("full_page_writes")).isEqualTo("on");
    }

    private String show(String name) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SHOW " + name).mapTo(String.class).one());
    }
}
