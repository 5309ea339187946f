package dev.baton.conversation.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.conversation.log.Door;
import dev.baton.platform.database.Cutter;
import dev.baton.platform.database.Database;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Q4: the place shown is one plus those ahead. */
class WaitingLinesTest {

    private final Door company = new Door();
    private final Cutter line = new Cutter(company.database);

    @AfterEach
    void every_promise_holds() throws IOException {
        line.close();
        company.close();
    }

    @Test
    void q4_places_that_could_not_be_counted_are_counted_when_the_database_is_back() {
        var lines = new WaitingLines(company.open(line.jdbi()));
        var waiting =
                company.open().start(company.customer(), Door.start("hello")).conversation();
        lines.changed(null, waiting);
        line.cut();
        assertThatThrownBy(lines::recount).matches(Database::isAway);
        line.mend();
        assertThat(lines.recount()).containsExactly(new WaitingLines.Moved(waiting.id(), 1));
        assertThat(lines.recount()).isEmpty();
    }
}
