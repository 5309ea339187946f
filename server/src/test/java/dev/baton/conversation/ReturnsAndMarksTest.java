package dev.baton.conversation;

import static dev.baton.conversation.Policies.queueTimeout;
import static dev.baton.conversation.Scene.*;
import static dev.baton.conversation.State.AWAITING_AGENT;
import static dev.baton.conversation.State.AWAITING_CUSTOMER;
import static dev.baton.conversation.State.QUEUED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.conversation.policy.QueuePolicy.TimeoutAction;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who comes back after the end, and the marks that never change the state. */
class ReturnsAndMarksTest {

    @Nested
    class ACustomerWhoComesBack {

        @ParameterizedTest
        @EnumSource(names = {"ENDED", "SYSTEM_ENDED"})
        void soon_gets_the_same_agent_in_the_same_conversation(State end) {
            var scene = in(end).later(Duration.ofMinutes(30));
            long seq = scene.conversation.seq();
            var c = scene.accepts(says("it broke again")).conversation;
            assertThat(c.state()).isEqualTo(AWAITING_AGENT);
            assertThat(c.agent()).isEqualTo(AMY);
            assertThat(c.round()).isEqualTo(2);
            assertThat(c.seq()).isEqualTo(seq + 2);
            assertThat(c.waitingSince()).isEqualTo(scene.now);
            assertThat(c.unansweredSince()).isEqualTo(scene.now);
            assertThat(scene.beforeLast()).isEqualTo(new Event.Reopened(AMY, 1800));
        }

        @Test
        void soon_but_to_an_agent_who_cannot_take_it_waits_in_line() {
            assertThat(ended().full(AMY).accepts(says("again")).conversation.state())
                    .isEqualTo(QUEUED);
            assertThat(ended().disconnected(AMY)
                            .accepts(says("again"))
                            .conversation
                            .state())
                    .isEqualTo(QUEUED);
            assertThat(ended().availability(AMY, Availability.NOT_TAKING)
                            .accepts(says("again"))
                            .conversation
                            .state())
                    .isEqualTo(QUEUED);
            assertThat(ended().member(AMY, REPAIRS)
                            .accepts(says("again"))
                            .conversation
                            .state())
                    .isEqualTo(QUEUED);
        }

        @Test
        void to_a_slack_agent_who_was_taken_off_it_waits_in_line_for_anybody() {
            var scene = assigned().accepts(new Command.Reassign(CHEN)).accepts(new Command.Leave(LIN));
            assertThat(scene.conversation.lastAgent()).isEqualTo(AMY);
            var c = scene.accepts(says("hello?")).conversation;
            assertThat(c.state()).isEqualTo(QUEUED);
            assertThat(c.excluded()).isEmpty();
        }

        @Test
        void later_waits_in_line_in_the_same_conversation() {
            var scene = ended().later(Duration.ofMinutes(30)).later(Duration.ofMillis(1));
            assertThat(scene.accepts(says("again")).conversation.state()).isEqualTo(QUEUED);
            assertThat(ended().later(Duration.ofHours(72))
                            .accepts(says("again"))
                            .conversation
                            .state())
                    .isEqualTo(QUEUED);
        }

        @Test
        void too_late_is_told_so_and_starts_a_new_one_elsewhere() {
            ended().later(Duration.ofHours(72)).later(Duration.ofMillis(1)).refuses(says("again"), Refusal.WINDOW_OVER);
        }

        @Test
        void from_an_end_in_the_queue_has_no_agent_to_go_back_to() {
            var scene = queued().accepts(new Command.Leave(LIN)).accepts(says("I am still here"));
            assertThat(scene.conversation.state()).isEqualTo(QUEUED);
            assertThat(scene.beforeLast()).isEqualTo(new Event.Reopened(null, 0));
        }

        @Test
        void keeps_the_rating_of_the_round_before_in_the_log_and_may_rate_the_new_round() {
            var scene = ended().accepts(new Command.Rate(LIN, 4, "quick"));
            assertThat(scene.last()).isEqualTo(new Event.Rated(4, "quick", 1));
            scene.accepts(says("again")).accepts(new Command.End(LIN, null)).accepts(new Command.Rate(LIN, 2, null));
            assertThat(scene.last()).isEqualTo(new Event.Rated(2, null, 2));
            assertThat(scene.log.stream().map(Entry::event)).contains(new Event.Rated(4, "quick", 1));
        }
    }

    @Nested
    class Marks {

        @Test
        void the_queue_is_alarmed_once() {
            var scene = queued().later(Duration.ofSeconds(60)).fires(Clock.QUEUE_ALARM);
            assertThat(scene.conversation.state()).isEqualTo(QUEUED);
            scene.refuses(new Command.Fire(Clock.QUEUE_ALARM), Refusal.CLOCK_MOVED_ON);
        }

        @Test
        void a_slow_agent_is_nudged_once_and_alarmed_again_and_again() {
            var scene = assigned().later(Duration.ofSeconds(60)).fires(Clock.REPLY_NUDGE);
            scene.refuses(new Command.Fire(Clock.REPLY_NUDGE), Refusal.CLOCK_MOVED_ON);
            scene.later(Duration.ofSeconds(120)).fires(Clock.REPLY_ALARM);
            scene.refuses(new Command.Fire(Clock.REPLY_ALARM), Refusal.CLOCK_MOVED_ON);
            scene.later(Duration.ofSeconds(300)).fires(Clock.REPLY_ALARM);
            assertThat(scene.last()).isEqualTo(new Event.ReplyAlarmed(2));
            assertThat(scene.conversation.state()).isEqualTo(AWAITING_AGENT);
            assertThat(scene.conversation.agent()).isEqualTo(AMY);
        }

        @Test
        void a_parked_one_waits_without_clocks_until_it_is_unparked() {
            var scene = queued().under(queueTimeout(600, TimeoutAction.PARK)).later(Duration.ofMinutes(10));
            scene.fires(Clock.QUEUE_ALARM).fires(Clock.QUEUE_TIMEOUT);
            assertThat(scene.clocks()).isEmpty();
            scene.refuses(automatic(AMY), Refusal.ALREADY_PARKED)
                    .refuses(new Command.Offer(AMY), Refusal.ALREADY_PARKED);
            scene.later(Duration.ofHours(9)).accepts(new Command.Unpark(Actor.SYSTEM));
            assertThat(scene.conversation.waitingSince()).isEqualTo(NINE);
            assertThat(scene.clocks()).containsEntry(Clock.QUEUE_ALARM, 60L).containsEntry(Clock.QUEUE_TIMEOUT, 600L);
            assertThat(scene.accepts(automatic(AMY)).conversation.agent()).isEqualTo(AMY);
        }

        @Test
        void a_parked_one_may_be_picked_before_opening() {
            var c = queued().accepts(new Command.Park(LIN, "closed")).accepts(picks(AMY)).conversation;
            assertThat(c.state()).isEqualTo(AWAITING_AGENT);
            assertThat(c.parked()).isFalse();
        }

        @Test
        void parking_takes_an_offer_back() {
            var c = queued().accepts(new Command.Offer(AMY)).accepts(new Command.Park(CHEN, "closed")).conversation;
            assertThat(c.offeredTo()).isNull();
        }

        @Test
        void an_offer_to_an_agent_who_is_lost_is_missed() {
            var scene = queued().accepts(new Command.Offer(AMY)).disconnected(AMY);
            scene.accepts(new Command.LoseAgent(AMY, "offline"));
            assertThat(scene.last()).isEqualTo(new Event.OfferEnded(AMY, "missed"));
        }

        @Test
        void priority_is_set_by_supervisors_and_by_baton() {
            assertThat(assigned()
                            .accepts(new Command.SetPriority(CHEN, 5))
                            .conversation
                            .priority())
                    .isEqualTo(5);
            assertThat(queued().accepts(new Command.SetPriority(Actor.SYSTEM, 1))
                            .conversation
                            .priority())
                    .isEqualTo(1);
        }

        @Test
        void words_with_attachments_only_have_an_empty_beginning() {
            var c = queued().accepts(new Command.Say(LIN, null, java.util.List.of())).conversation;
            assertThat(c.lastWords()).isEmpty();
        }

        @Test
        void the_beginning_of_long_words_is_cut_between_characters() {
            var c = answered().accepts(says("😀".repeat(200))).conversation;
            assertThat(c.lastWords()).isEqualTo("😀".repeat(120));
            assertThat(c.state()).isNotEqualTo(AWAITING_CUSTOMER);
        }
    }
}
