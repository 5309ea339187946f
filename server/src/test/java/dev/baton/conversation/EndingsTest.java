package dev.baton.conversation;

import static dev.baton.conversation.Policies.keepsSlot;
import static dev.baton.conversation.Policies.withoutConfirmation;
import static dev.baton.conversation.Scene.*;
import static dev.baton.conversation.State.AWAITING_AGENT;
import static dev.baton.conversation.State.AWAITING_CONFIRMATION;
import static dev.baton.conversation.State.AWAITING_CUSTOMER;
import static dev.baton.conversation.State.ENDED;
import static dev.baton.conversation.State.QUEUED;
import static dev.baton.conversation.State.SYSTEM_ENDED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How a conversation comes to its end: a quiet customer, a question whether it is solved, or somebody who ends it. */
class EndingsTest {

    @Nested
    class WhenTheCustomerIsQuiet {

        @Test
        void the_customer_becomes_silent_and_the_slot_is_freed() {
            var c = silent().conversation;
            assertThat(c.state()).isEqualTo(AWAITING_CUSTOMER);
            assertThat(c.silent()).isTrue();
            assertThat(c.agent()).isEqualTo(AMY);
            assertThat(c.holdsSlot()).isFalse();
        }

        @Test
        void the_slot_is_kept_where_the_policy_says_so() {
            var scene =
                    answered().under(keepsSlot()).later(Duration.ofMinutes(5)).fires(Clock.SILENT_AFTER);
            assertThat(scene.conversation.holdsSlot()).isTrue();
        }

        @Test
        void reminders_go_out_one_after_the_other_and_the_end_comes_last() {
            var scene = silent().later(Duration.ofMinutes(5)).fires(Clock.REMINDER);
            assertThat(scene.last()).isEqualTo(new Event.Reminded(1));
            scene.later(Duration.ofMinutes(50)).fires(Clock.REMINDER);
            assertThat(scene.last()).isEqualTo(new Event.Reminded(2));
            var c = scene.later(Duration.ofHours(23)).fires(Clock.SYSTEM_END).conversation;
            assertThat(c.state()).isEqualTo(SYSTEM_ENDED);
            assertThat(c.endReason()).isEqualTo("customer_silent");
        }

        @Test
        void a_silent_customer_who_writes_gets_the_same_agent_beyond_capacity_if_need_be() {
            var c = silent().full(AMY).accepts(says("sorry, lunch")).conversation;
            assertThat(c.state()).isEqualTo(AWAITING_AGENT);
            assertThat(c.agent()).isEqualTo(AMY);
            assertThat(c.silent()).isFalse();
            assertThat(c.holdsSlot()).isTrue();
        }

        @Test
        void the_agents_words_restart_the_reminders_and_the_customer_stays_silent() {
            var scene = silent().later(Duration.ofMinutes(5)).fires(Clock.REMINDER);
            scene.later(Duration.ofMinutes(1)).accepts(says(AMY, "one more thing"));
            assertThat(scene.conversation.silent()).isTrue();
            assertThat(scene.conversation.holdsSlot()).isFalse();
            assertThat(scene.conversation.reminders()).isZero();
            assertThat(scene.clocks()).containsExactly(java.util.Map.entry(Clock.REMINDER, 600L));
        }
    }

    @Nested
    class Ending {

        @ParameterizedTest
        @EnumSource(names = {"AWAITING_AGENT", "AWAITING_CUSTOMER"})
        void the_agent_asks_to_end_and_the_customer_owes_the_answer(State state) {
            var c = in(state).accepts(new Command.AskToEnd(Scene.by(AMY), "all done")).conversation;
            assertThat(c.state()).isEqualTo(AWAITING_CONFIRMATION);
            assertThat(c.agent()).isEqualTo(AMY);
        }

        @Test
        void where_no_confirmation_is_asked_the_agent_ends_it() {
            var scene = answered().under(withoutConfirmation()).accepts(new Command.AskToEnd(Scene.by(AMY), null));
            assertThat(scene.last()).isEqualTo(new Event.Ended(ENDED, "agent_ended", null));
        }

        @Test
        void solved_ends_it() {
            assertThat(ended().last()).isEqualTo(new Event.Ended(ENDED, "confirmed", null));
        }

        @Test
        void not_solved_gives_it_back_to_the_same_agent() {
            var scene = askedToEnd().accepts(new Command.Unresolve(LIN, "wrong_answer", "not blue"));
            assertThat(scene.conversation.state()).isEqualTo(AWAITING_AGENT);
            assertThat(scene.conversation.agent()).isEqualTo(AMY);
            assertThat(scene.conversation.unresolvedCount()).isEqualTo(1);
            assertThat(scene.conversation.unansweredSince()).isEqualTo(scene.now);
        }

        @Test
        void any_words_instead_of_an_answer_mean_not_solved() {
            var c = askedToEnd().accepts(says("one more question")).conversation;
            assertThat(c.state()).isEqualTo(AWAITING_AGENT);
            assertThat(c.unresolvedCount()).isEqualTo(1);
        }

        @ParameterizedTest
        @EnumSource(
                value = Availability.class,
                names = {"ON_BREAK", "AWAY", "OFF"})
        void not_solved_while_the_agent_is_off_duty_goes_to_the_line_at_the_same_age(Availability availability) {
            var scene = askedToEnd().availability(AMY, availability).later(Duration.ofMinutes(3));
            var c = scene.accepts(says("no")).conversation;
            assertThat(c.state()).isEqualTo(QUEUED);
            assertThat(c.agent()).isNull();
            assertThat(c.lastAgent()).isEqualTo(AMY);
            assertThat(c.waitingSince()).isEqualTo(NINE);
            assertThat(c.unresolvedCount()).isEqualTo(1);
            assertThat(scene.last()).isEqualTo(new Event.Requeued("agent_off_duty", null));
        }

        @Test
        void an_answer_that_does_not_come_ends_it() {
            assertThat(systemEnded().last())
                    .isEqualTo(new Event.Ended(SYSTEM_ENDED, "confirmation_timeout", Clock.CONFIRMATION_TIMEOUT));
        }

        @Test
        void the_agents_words_while_asked_are_kept_and_change_nothing() {
            var c = askedToEnd().accepts(says(AMY, "you are welcome")).conversation;
            assertThat(c.state()).isEqualTo(AWAITING_CONFIRMATION);
            assertThat(c.lastWords()).isEqualTo("you are welcome");
        }

        @Test
        void a_question_taken_back_leaves_the_turn_where_it_was() {
            var answered = askedToEnd().accepts(new Command.Withdraw(Scene.by(AMY)));
            assertThat(answered.conversation.state()).isEqualTo(AWAITING_CUSTOMER);

            var unanswered = assigned().later(Duration.ofSeconds(59));
            unanswered.accepts(new Command.AskToEnd(Scene.by(AMY), null)).accepts(new Command.Withdraw(Scene.by(AMY)));
            assertThat(unanswered.conversation.state()).isEqualTo(AWAITING_AGENT);
            assertThat(unanswered.clocks()).containsEntry(Clock.REPLY_NUDGE, 1L);
        }

        @ParameterizedTest
        @EnumSource(names = {"QUEUED", "AWAITING_AGENT", "AWAITING_CUSTOMER", "AWAITING_CONFIRMATION"})
        void the_customer_ends_it_whenever_they_like(State state) {
            var scene = in(state).accepts(new Command.End(LIN, null));
            assertThat(scene.last()).isEqualTo(new Event.Ended(ENDED, "customer_ended", null));
        }

        @ParameterizedTest
        @EnumSource(names = {"AWAITING_AGENT", "AWAITING_CUSTOMER", "AWAITING_CONFIRMATION"})
        void the_agent_ends_it_without_asking_for_a_reason_of_the_catalogue(State state) {
            var scene = in(state).accepts(new Command.End(Scene.by(AMY), "spam"));
            assertThat(scene.last()).isEqualTo(new Event.Ended(ENDED, "spam", null));
        }

        @ParameterizedTest
        @EnumSource(names = {"QUEUED", "AWAITING_AGENT", "AWAITING_CUSTOMER", "AWAITING_CONFIRMATION"})
        void a_supervisor_ends_what_is_not_theirs(State state) {
            assertThat(in(state)
                            .accepts(new Command.End(CHEN, "duplicate"))
                            .conversation
                            .endReason())
                    .isEqualTo("duplicate");
        }

        @Test
        void nothing_is_left_running_after_an_end() {
            for (var state : EnumSet.of(QUEUED, AWAITING_AGENT, AWAITING_CUSTOMER, AWAITING_CONFIRMATION)) {
                var scene = in(state).accepts(new Command.End(LIN, null));
                var c = scene.conversation;
                assertThat(scene.clocks()).isEmpty();
                assertThat(c.agent()).isNull();
                assertThat(c.holdsSlot()).isFalse();
                assertThat(c.queuedSince()).isNull();
                assertThat(c.unansweredSince()).isNull();
            }
        }
    }
}
