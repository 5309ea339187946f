package dev.baton.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.conversation.log.Conversations;
import dev.baton.conversation.log.Door;
import dev.baton.identity.Viewer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A6: who has a conversation and no screen keeps it for the grace, and not for ever. */
class AbsencesTest {

    private final Door company = new Door();
    private final Conversations door = company.open();
    private final RoutingStore store = new RoutingStore(company.jdbi);
    private final Viewer.Agent amy = company.agent(5);

    @AfterEach
    void every_promise_holds() {
        company.close();
    }

    @Test
    void what_comes_to_somebody_who_has_been_gone_for_long_is_borne_as_long_as_anything() {
        gone("baton_now() - interval '1 hour'");
        var id = door.start(company.customer(), Door.start("hello"))
                .conversation()
                .id();
        var picked = door.give(amy, id, Door.pick(amy));
        assertThat(store.absences(0, 10)).singleElement().satisfies(absence -> {
            assertThat(absence.conversation()).isEqualTo(id);
            assertThat(absence.since()).isEqualTo(picked.assignedAt());
        });
        assertThat(store.absences(60, 10)).isEmpty();
    }

    @Test
    void a6_what_somebody_has_who_was_never_there_is_not_theirs_for_ever() {
        gone("NULL");
        var id = company.talking(door, company.customer(), amy);
        assertThat(store.absences(0, 10))
                .extracting(RoutingStore.Absence::conversation)
                .containsExactly(id);
    }

    private void gone(String since) {
        company.jdbi.useHandle(handle -> handle.execute(
                "UPDATE agents SET connected = false, disconnected_at = %s WHERE id = ?".formatted(since),
                amy.id().value()));
    }
}
