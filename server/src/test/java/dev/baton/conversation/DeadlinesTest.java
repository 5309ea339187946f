package dev.baton.conversation;

import static dev.baton.conversation.Policies.overflowAfter;
import static dev.baton.conversation.Policies.queueTimeout;
import static dev.baton.conversation.Policies.reassignAfter;
import static dev.baton.conversation.Policies.reminder;
import static dev.baton.conversation.Policies.reply;
import static dev.baton.conversation.Scene.*;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.conversation.policy.Policy;
import dev.baton.conversation.policy.QueuePolicy.TimeoutAction;
import dev.baton.conversation.policy.SilencePolicy;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which clocks run in each state, from when, and for how long. */
class DeadlinesTest {

    @Test
    void by_default_the_queue_alarms_after_a_minute_and_has_no_other_clock() {
        assertThat(queued().clocks()).containsExactly(entry(Clock.QUEUE_ALARM, 60L));
    }

    @Test
    void overflow_and_queue_timeout_run_where_the_policy_sets_them() {
        assertThat(queued().under(overflowAfter(90)).clocks())
                .containsExactly(entry(Clock.QUEUE_ALARM, 60L), entry(Clock.OVERFLOW, 90L));
        assertThat(queued().under(queueTimeout(30, TimeoutAction.END)).clocks())
                .containsExactly(entry(Clock.QUEUE_TIMEOUT, 30L), entry(Clock.QUEUE_ALARM, 60L));
    }

    @Test
    void the_clocks_of_the_line_start_again_in_another_line() {
        var scene = queued().later(Duration.ofSeconds(50)).accepts(chooses(LIN, BROKEN, REPAIRS));
        assertThat(scene.clocks()).containsExactly(entry(Clock.QUEUE_ALARM, 60L));
    }

    @Test
    void an_offer_waits_twenty_seconds() {
        var scene = queued().later(Duration.ofSeconds(5)).accepts(new Command.Offer(AMY));
        assertThat(scene.clocks()).containsExactly(entry(Clock.OFFER_TIMEOUT, 20L), entry(Clock.QUEUE_ALARM, 55L));
    }

    @Test
    void the_reply_ladder_counts_from_the_assignment_when_that_is_later_than_the_words() {
        var scene = queued().later(Duration.ofMinutes(10)).accepts(automatic(AMY));
        assertThat(scene.clocks()).containsExactly(entry(Clock.REPLY_NUDGE, 60L), entry(Clock.REPLY_ALARM, 180L));
    }

    @Test
    void the_reply_ladder_counts_from_the_words_when_they_are_later_than_the_assignment() {
        var scene = answered().later(Duration.ofMinutes(3)).accepts(says("and in blue?"));
        scene.later(Duration.ofSeconds(10)).accepts(says("hello?"));
        assertThat(scene.clocks()).containsExactly(entry(Clock.REPLY_NUDGE, 50L), entry(Clock.REPLY_ALARM, 170L));
    }

    @Test
    void the_alarm_repeats_from_the_last_alarm_until_the_agent_answers() {
        var scene =
                assigned().later(Duration.ofMinutes(4)).fires(Clock.REPLY_NUDGE).fires(Clock.REPLY_ALARM);
        assertThat(scene.clocks()).containsExactly(entry(Clock.REPLY_ALARM, 300L));
        assertThat(scene.accepts(says(AMY, "sorry")).clocks()).doesNotContainKey(Clock.REPLY_ALARM);
    }

    @Test
    void reassignment_runs_where_the_policy_sets_it_whatever_has_been_said_before_it() {
        var scene = assigned().under(reassignAfter(300)).later(Duration.ofSeconds(180));
        scene.fires(Clock.REPLY_NUDGE).fires(Clock.REPLY_ALARM);
        assertThat(scene.clocks()).containsEntry(Clock.REPLY_REASSIGN, 120L);
    }

    @Test
    void a_policy_without_a_ladder_has_no_reply_clocks() {
        assertThat(assigned().under(reply(null, null, null, null)).clocks()).isEmpty();
    }

    @Test
    void a_transfer_starts_the_receivers_ladder_anew() {
        var scene =
                assigned().later(Duration.ofMinutes(2)).fires(Clock.REPLY_NUDGE).accepts(transfers(by(AMY), BO));
        assertThat(scene.clocks()).containsExactly(entry(Clock.REPLY_NUDGE, 60L), entry(Clock.REPLY_ALARM, 180L));
    }

    @Test
    void silence_counts_from_the_agents_last_words() {
        assertThat(answered().clocks()).containsExactly(entry(Clock.SILENT_AFTER, 300L));
        var scene = answered().later(Duration.ofMinutes(4)).accepts(says(AMY, "and the manual is attached"));
        assertThat(scene.clocks()).containsExactly(entry(Clock.SILENT_AFTER, 300L));
    }

    @Test
    void silence_has_one_clock_at_a_time_and_all_count_from_the_agents_words() {
        var scene = silent();
        assertThat(scene.clocks()).containsExactly(entry(Clock.REMINDER, 300L));
        scene.later(Duration.ofSeconds(300)).fires(Clock.REMINDER);
        assertThat(scene.clocks()).containsExactly(entry(Clock.REMINDER, 3000L));
        scene.later(Duration.ofSeconds(3000)).fires(Clock.REMINDER);
        assertThat(scene.clocks()).containsExactly(entry(Clock.SYSTEM_END, 82_800L));
    }

    @Test
    void after_an_outage_every_reminder_still_goes_out_a_minute_apart_and_the_end_a_minute_after_the_last() {
        var scene = answered().later(Duration.ofDays(3)).fires(Clock.SILENT_AFTER);
        assertThat(scene.clocks()).containsExactly(entry(Clock.REMINDER, -258_600L));
        assertThat(scene.fires(Clock.REMINDER).clocks()).containsExactly(entry(Clock.REMINDER, 60L));
        scene.refuses(new Command.Fire(Clock.SYSTEM_END), Refusal.CLOCK_MOVED_ON);
        scene.later(Duration.ofSeconds(60)).fires(Clock.REMINDER);
        assertThat(scene.clocks()).containsExactly(entry(Clock.SYSTEM_END, 60L));
    }

    @Test
    void without_reminders_a_minute_passes_between_the_mark_and_the_end_even_after_an_outage() {
        var scene = answered().under(Policies.silence(new SilencePolicy(300L, List.of(), 600L, false)));
        scene.later(Duration.ofDays(1)).fires(Clock.SILENT_AFTER);
        assertThat(scene.clocks()).containsExactly(entry(Clock.SYSTEM_END, 60L));
    }

    @Test
    void without_a_system_end_a_silent_customer_is_kept_for_ever() {
        var scene = answered().under(Policies.silence(new SilencePolicy(300L, List.of(reminder(600)), null, false)));
        scene.later(Duration.ofDays(1)).fires(Clock.SILENT_AFTER).fires(Clock.REMINDER);
        assertThat(scene.clocks()).isEmpty();
    }

    @Test
    void a_confirmation_waits_half_an_hour() {
        assertThat(askedToEnd().clocks()).containsExactly(entry(Clock.CONFIRMATION_TIMEOUT, 1800L));
    }

    @ParameterizedTest
    @EnumSource(names = {"ENDED", "SYSTEM_ENDED"})
    void what_is_over_has_no_clock(State end) {
        assertThat(in(end).clocks()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = State.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"ENDED", "SYSTEM_ENDED"})
    void no_clock_fires_a_millisecond_early_and_each_fires_when_due(State state) {
        for (var due : Lifecycle.deadlines(in(state).conversation, Policy.DEFAULT)) {
            var scene = in(state);
            scene.now = due.due().minusMillis(1);
            scene.refuses(new Command.Fire(due.clock()), Refusal.CLOCK_MOVED_ON);
            scene.later(Duration.ofMillis(1)).fires(due.clock());
        }
    }

    @Test
    void a_clock_that_was_cancelled_a_moment_before_it_fires_does_nothing() {
        var scene = assigned().later(Duration.ofMinutes(3));
        scene.accepts(says(AMY, "sorry")).accepts(says("thanks, and in blue?"));
        scene.refuses(new Command.Fire(Clock.REPLY_ALARM), Refusal.CLOCK_MOVED_ON);
    }
}
