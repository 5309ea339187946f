package dev.baton.conversation;

import static dev.baton.conversation.Policies.endsWhenCustomerGone;
import static dev.baton.conversation.Policies.overflowAfter;
import static dev.baton.conversation.Policies.queueTimeout;
import static dev.baton.conversation.Policies.reassignAfter;
import static dev.baton.conversation.Scene.*;
import static dev.baton.conversation.State.AWAITING_AGENT;
import static dev.baton.conversation.State.AWAITING_CUSTOMER;
import static dev.baton.conversation.State.ENDED;
import static dev.baton.conversation.State.QUEUED;
import static dev.baton.conversation.State.SYSTEM_ENDED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.conversation.policy.QueuePolicy.TimeoutAction;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every row of the service flow's table of transitions: what is accepted, and what else happens. */
class LifecycleTest {

    @Nested
    class FromNothing {

        @Test
        void a_customer_who_chooses_a_category_waits_in_line() {
            var c = chosen().conversation;
            assertThat(c.state()).isEqualTo(QUEUED);
            assertThat(c.group()).isEqualTo(SALES);
            assertThat(c.waitingSince()).isEqualTo(NINE);
            assertThat(c.unansweredSince()).isNull();
        }

        @Test
        void first_words_are_unanswered_from_the_moment_they_are_said() {
            assertThat(queued().conversation.unansweredSince()).isEqualTo(NINE);
        }
    }

    @Nested
    class FromQueued {

        @Test
        void the_router_gives_it_to_an_agent_who_holds_a_slot_for_it() {
            var c = queued().later(Duration.ofSeconds(7)).accepts(automatic(AMY)).conversation;
            assertThat(c.state()).isEqualTo(AWAITING_AGENT);
            assertThat(c.agent()).isEqualTo(AMY);
            assertThat(c.holdsSlot()).isTrue();
            assertThat(c.queuedSince()).isNull();
            assertThat(c.waitingSince()).isEqualTo(NINE);
            assertThat(c.owedSince()).isEqualTo(NINE.plusSeconds(7));
        }

        @Test
        void an_agent_picks_it() {
            assertThat(queued().accepts(picks(BO)).conversation.agent()).isEqualTo(BO);
        }

        @Test
        void a_supervisor_assigns_it_even_beyond_capacity_when_overriding() {
            var full = queued().full(AMY).disconnected(AMY);
            assertThat(full.refuses(assigns(AMY), Refusal.AGENT_OFF_DUTY)
                            .accepts(overrides(AMY))
                            .conversation
                            .agent())
                    .isEqualTo(AMY);
        }

        @Test
        void an_offer_that_is_accepted_becomes_an_assignment() {
            var offered = queued().accepts(new Command.Offer(AMY));
            assertThat(offered.conversation.state()).isEqualTo(QUEUED);
            assertThat(offered.conversation.offeredTo()).isEqualTo(AMY);
            var c = offered.accepts(new Command.AcceptOffer(AMY)).conversation;
            assertThat(c.state()).isEqualTo(AWAITING_AGENT);
            assertThat(c.offeredTo()).isNull();
        }

        @Test
        void an_offer_that_is_declined_or_missed_does_not_come_to_the_same_agent_again() {
            var c = queued().accepts(new Command.Offer(AMY))
                    .accepts(new Command.DeclineOffer(AMY))
                    .accepts(new Command.Offer(BO))
                    .later(Duration.ofSeconds(20))
                    .fires(Clock.OFFER_TIMEOUT)
                    .refuses(new Command.Offer(AMY), Refusal.AGENT_EXCLUDED)
                    .conversation;
            assertThat(c.offeredTo()).isNull();
            assertThat(c.excluded()).containsExactlyInAnyOrder(AMY, BO);
        }

        @Test
        void another_category_moves_it_to_the_other_line_at_the_same_age() {
            var c = queued().later(Duration.ofSeconds(30)).accepts(chooses(LIN, BROKEN, REPAIRS)).conversation;
            assertThat(c.group()).isEqualTo(REPAIRS);
            assertThat(c.waitingSince()).isEqualTo(NINE);
            assertThat(c.queuedSince()).isEqualTo(NINE.plusSeconds(30));
            assertThat(c.policyVersion()).isEqualTo(1);
        }

        @Test
        void another_category_of_the_same_group_keeps_its_place_and_its_clocks() {
            var scene = queued().later(Duration.ofSeconds(30)).accepts(chooses(LIN, OFFERS, SALES));
            assertThat(scene.conversation.category()).isEqualTo(OFFERS);
            assertThat(scene.conversation.queuedSince()).isEqualTo(NINE);
            assertThat(scene.clocks()).containsEntry(Clock.QUEUE_ALARM, 30L);
        }

        @Test
        void overflow_keeps_the_place_and_lets_the_backup_group_serve() {
            var scene = queued().under(overflowAfter(90)).member(BO, BACKUP);
            scene.refuses(picks(BO), Refusal.AGENT_NOT_MEMBER)
                    .later(Duration.ofSeconds(90))
                    .fires(Clock.OVERFLOW);
            assertThat(scene.conversation.group()).isEqualTo(SALES);
            assertThat(scene.conversation.waitingSince()).isEqualTo(NINE);
            assertThat(scene.accepts(automatic(BO)).conversation.agent()).isEqualTo(BO);
        }

        @Test
        void a_customer_who_leaves_ends_it() {
            var c = queued().accepts(new Command.Leave(LIN)).conversation;
            assertThat(c.state()).isEqualTo(ENDED);
            assertThat(c.endReason()).isEqualTo("customer_left");
        }

        @Test
        void a_wait_that_is_too_long_ends_it_or_parks_it_as_the_policy_says() {
            var ended = queued().under(queueTimeout(600, TimeoutAction.END)).later(Duration.ofMinutes(10));
            assertThat(ended.fires(Clock.QUEUE_TIMEOUT).conversation.endReason())
                    .isEqualTo("queue_timeout");
            assertThat(ended.last()).isEqualTo(new Event.Ended(SYSTEM_ENDED, "queue_timeout", Clock.QUEUE_TIMEOUT));

            var parked = queued().under(queueTimeout(600, TimeoutAction.PARK)).later(Duration.ofMinutes(10));
            assertThat(parked.fires(Clock.QUEUE_TIMEOUT).conversation.state()).isEqualTo(QUEUED);
            assertThat(parked.conversation.parked()).isTrue();
        }

        @Test
        void a_customer_who_is_gone_ends_it_only_where_the_policy_says_so() {
            queued().refuses(new Command.CustomerGone(), Refusal.NOTHING_CHANGES);
            var c = queued().under(endsWhenCustomerGone()).accepts(new Command.CustomerGone()).conversation;
            assertThat(c.state()).isEqualTo(SYSTEM_ENDED);
            assertThat(c.endReason()).isEqualTo("customer_gone");
        }
    }

    @Nested
    class BetweenTheTwo {

        @Test
        void an_answer_passes_the_turn_to_the_customer() {
            var c = answered().conversation;
            assertThat(c.state()).isEqualTo(AWAITING_CUSTOMER);
            assertThat(c.unansweredSince()).isNull();
            assertThat(c.owedSince()).isNull();
            assertThat(c.quietSince()).isEqualTo(NINE);
        }

        @Test
        void a_note_is_for_staff_and_never_passes_the_turn() {
            for (var state : State.values()) {
                var before = in(state).conversation;
                var after = in(state).accepts(new Command.Note(Scene.by(BO), "he called before")).conversation;
                assertThat(after.state()).isEqualTo(before.state());
                assertThat(after.unansweredSince()).isEqualTo(before.unansweredSince());
                assertThat(after.publicSeq()).isEqualTo(before.publicSeq());
            }
        }

        @Test
        void the_customers_words_pass_the_turn_back_to_the_same_agent() {
            var c = answered().later(Duration.ofSeconds(9)).accepts(says("and in blue?")).conversation;
            assertThat(c.state()).isEqualTo(AWAITING_AGENT);
            assertThat(c.agent()).isEqualTo(AMY);
            assertThat(c.owedSince()).isEqualTo(NINE.plusSeconds(9));
        }

        @Test
        void more_words_of_the_customer_do_not_restart_the_reply_clocks() {
            var scene = assigned().later(Duration.ofSeconds(50)).accepts(says("hello?"));
            assertThat(scene.clocks()).containsEntry(Clock.REPLY_NUDGE, 10L);
        }

        @Test
        void the_first_words_after_an_assignment_without_any_start_the_reply_clocks() {
            var scene = chosen().accepts(automatic(AMY)).later(Duration.ofSeconds(70));
            scene.fires(Clock.REPLY_NUDGE).accepts(says("how much is it?"));
            assertThat(scene.clocks()).containsEntry(Clock.REPLY_NUDGE, 60L).containsEntry(Clock.REPLY_ALARM, 180L);
        }

        @ParameterizedTest
        @EnumSource(names = {"AWAITING_AGENT", "AWAITING_CUSTOMER"})
        void a_transfer_to_an_agent_gives_it_to_them_at_once_at_the_same_age(State state) {
            var scene = in(state).later(Duration.ofMinutes(1)).accepts(transfers(Scene.by(AMY), BO));
            var c = scene.conversation;
            assertThat(c.state()).isEqualTo(AWAITING_AGENT);
            assertThat(c.agent()).isEqualTo(BO);
            assertThat(c.lastAgent()).isEqualTo(AMY);
            assertThat(c.waitingSince()).isEqualTo(NINE);
            assertThat(c.owedSince()).isEqualTo(scene.now);
            assertThat(((Event.Transferred) scene.last()).terms().reason()).isEqualTo("needs_expert");
        }

        @ParameterizedTest
        @EnumSource(names = {"AWAITING_AGENT", "AWAITING_CUSTOMER", "AWAITING_CONFIRMATION"})
        void a_transfer_to_a_group_puts_it_in_that_line_at_the_same_age(State state) {
            var c = in(state).later(Duration.ofMinutes(1)).accepts(transfers(Scene.by(AMY), REPAIRS)).conversation;
            assertThat(c.state()).isEqualTo(QUEUED);
            assertThat(c.group()).isEqualTo(REPAIRS);
            assertThat(c.agent()).isNull();
            assertThat(c.holdsSlot()).isFalse();
            assertThat(c.waitingSince()).isEqualTo(NINE);
        }

        @ParameterizedTest
        @EnumSource(names = {"AWAITING_AGENT", "AWAITING_CUSTOMER", "AWAITING_CONFIRMATION"})
        void who_hands_it_back_to_their_own_line_is_remembered_while_it_waits_there(State state) {
            var scene = in(state).later(Duration.ofMinutes(1)).accepts(transfers(Scene.by(AMY), SALES));
            assertThat(scene.conversation.state()).isEqualTo(QUEUED);
            assertThat(scene.conversation.group()).isEqualTo(SALES);
            assertThat(scene.conversation.waitingSince()).isEqualTo(NINE);
            assertThat(scene.conversation.handedBackBy()).isEqualTo(AMY);
            assertThat(scene.accepts(picks(BO)).conversation.handedBackBy()).isNull();
        }

        @Test
        void a_supervisor_transfers_what_is_not_theirs_and_may_override() {
            var command =
                    new Command.TransferToAgent(CHEN, BO, SALES, 0, new Command.Transfer("other", null).overriding());
            assertThat(assigned().full(BO).accepts(command).conversation.agent())
                    .isEqualTo(BO);
        }

        @Test
        void a_slack_agent_loses_it_to_the_line_and_never_gets_it_again() {
            var scene = assigned()
                    .under(reassignAfter(300))
                    .later(Duration.ofMinutes(5))
                    .fires(Clock.REPLY_REASSIGN);
            var c = scene.conversation;
            assertThat(c.state()).isEqualTo(QUEUED);
            assertThat(c.waitingSince()).isEqualTo(NINE);
            assertThat(c.excluded()).containsExactly(AMY);
            scene.refuses(automatic(AMY), Refusal.AGENT_EXCLUDED).refuses(picks(AMY), Refusal.AGENT_EXCLUDED);
            assertThat(scene.accepts(automatic(BO)).conversation.agent()).isEqualTo(BO);
        }

        @Test
        void a_supervisor_takes_it_away_from_an_agent() {
            var c = assigned().accepts(new Command.Reassign(CHEN)).conversation;
            assertThat(c.state()).isEqualTo(QUEUED);
            assertThat(c.excluded()).containsExactly(AMY);
        }

        @Test
        void an_agent_who_is_lost_or_goes_home_leaves_it_to_the_line_but_may_have_it_again() {
            var lost = assigned().disconnected(AMY).accepts(new Command.LoseAgent(AMY, "offline"));
            assertThat(lost.conversation.state()).isEqualTo(QUEUED);
            assertThat(lost.conversation.waitingSince()).isEqualTo(NINE);
            assertThat(lost.conversation.excluded()).isEmpty();
            assertThat(assigned().accepts(new Command.EndShift(AMY)).last())
                    .isEqualTo(new Event.Requeued("shift_end", null));
        }

        @Test
        void an_agent_who_came_back_in_time_keeps_it() {
            assigned().refuses(new Command.LoseAgent(AMY, "offline"), Refusal.CLOCK_MOVED_ON);
            assigned().refuses(new Command.LoseAgent(AMY, "disabled"), Refusal.CLOCK_MOVED_ON);
            assigned().disabled(AMY).accepts(new Command.LoseAgent(AMY, "offline"));
            assigned().disabled(AMY).accepts(new Command.LoseAgent(AMY, "disabled"));
            assigned().accepts(new Command.LoseAgent(AMY, "removed"));
        }

        @ParameterizedTest
        @EnumSource(names = {"AWAITING_CUSTOMER", "AWAITING_CONFIRMATION"})
        void without_an_agent_it_stays_unattended_until_the_customer_moves(State state) {
            var scene = in(state).accepts(new Command.EndShift(AMY));
            assertThat(scene.conversation.state()).isEqualTo(state);
            assertThat(scene.conversation.unattended()).isTrue();
            assertThat(scene.conversation.holdsSlot()).isFalse();
            var c = scene.later(Duration.ofHours(2)).accepts(says("I am back")).conversation;
            assertThat(c.state()).isEqualTo(QUEUED);
            assertThat(c.waitingSince()).isEqualTo(NINE);
            assertThat(c.unansweredSince()).isEqualTo(scene.now);
        }

        @Test
        void unattended_ones_are_still_reminded_and_ended() {
            var scene = unattended().later(Duration.ofHours(30));
            scene.fires(Clock.SILENT_AFTER).fires(Clock.REMINDER).later(Duration.ofSeconds(60));
            scene.fires(Clock.REMINDER).later(Duration.ofSeconds(60)).fires(Clock.SYSTEM_END);
            assertThat(scene.conversation.state()).isEqualTo(SYSTEM_ENDED);
        }
    }
}
