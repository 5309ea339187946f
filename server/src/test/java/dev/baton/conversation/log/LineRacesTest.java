package dev.baton.conversation.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.conversation.Clock;
import dev.baton.conversation.Command;
import dev.baton.conversation.Conversation;
import dev.baton.conversation.ConversationId;
import dev.baton.platform.Refused;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The waiting line and its offers under many hands, through two doors to one database: two processes, as far as it can tell. */
class LineRacesTest {

    private final Door company = new Door();
    private final Conversations one = company.open();
    private final Conversations two = company.open();

    @AfterEach
    void everything_still_holds() {
        company.close();
    }

    @Test
    void q1_q2_the_line_stands_by_age_and_each_step_of_priority_is_worth_ten_minutes_of_it() {
        var oldest = one.start(company.customer(), Door.start("oldest")).conversation();
        company.database.forward(Duration.ofSeconds(601));
        var first = one.start(company.customer(), Door.start("first")).conversation();
        var second = two.start(company.customer(), Door.start("second")).conversation();
        var urgent = one.start(company.customer(), Door.start("urgent")).conversation();
        var chen = company.supervisor();
        two.give(chen, urgent.id(), new Command.SetPriority(Conversations.actor(chen), 1));
        assertThat(one.list(chen, Listing.queue()))
                .as("nobody starves")
                .extracting(Conversation::id)
                .containsExactly(oldest.id(), urgent.id(), first.id(), second.id());
        assertThat(two.positions(first.group()))
                .containsEntry(oldest.id(), 1)
                .containsEntry(urgent.id(), 2)
                .containsEntry(first.id(), 3)
                .containsEntry(second.id(), 4);
        two.give(chen, second.id(), new Command.SetPriority(Conversations.actor(chen), 2));
        assertThat(two.positions(first.group())).containsEntry(second.id(), 1).containsEntry(oldest.id(), 2);
    }

    @Test
    void a7_an_offer_that_is_accepted_as_it_runs_out_ends_in_one_way() throws Exception {
        for (int round = 0; round < 10; round++) {
            var amy = company.agent(1);
            var id = one.start(company.customer(), Door.start("hello"))
                    .conversation()
                    .id();
            one.give(Conversations.MACHINE, id, new Command.Offer(amy.id()));
            company.database.forward(Duration.ofSeconds(21));
            var results = Door.<Object>atOnce(List.of(
                    () -> one.give(amy, id, new Command.AcceptOffer(amy.id())),
                    () -> two.give(Conversations.MACHINE, id, new Command.Fire(Clock.OFFER_TIMEOUT))));
            assertThat(results.stream().filter(Conversation.class::isInstance)).hasSize(1);
            var after = one.find(amy, id);
            boolean accepted = results.getFirst() instanceof Conversation;
            assertThat(after.agent()).isEqualTo(accepted ? amy.id() : null);
            assertThat(after.excluded().contains(amy.id())).isEqualTo(!accepted);
            assertThat(company.load(amy)).isEqualTo(accepted ? 1 : 0);
        }
    }

    @Test
    void a2_of_two_offers_for_one_slot_one_can_be_accepted() throws Exception {
        var amy = company.agent(1);
        var ids = new ArrayList<ConversationId>();
        for (int i = 0; i < 2; i++) {
            var id = one.start(company.customer(), Door.start("hello"))
                    .conversation()
                    .id();
            one.give(Conversations.MACHINE, id, new Command.Offer(amy.id()));
            ids.add(id);
        }
        var results = Door.<Conversation>atOnce(List.of(
                () -> one.give(amy, ids.get(0), new Command.AcceptOffer(amy.id())),
                () -> two.give(amy, ids.get(1), new Command.AcceptOffer(amy.id()))));
        assertThat(results.stream().filter(Conversation.class::isInstance)).hasSize(1);
        assertThat(results.stream().filter(Refused.class::isInstance).map(r -> ((Refused) r).code()))
                .containsExactly("agent_full");
        assertThat(company.load(amy)).isEqualTo(1);
    }
}
