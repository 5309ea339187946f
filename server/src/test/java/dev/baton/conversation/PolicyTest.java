package dev.baton.conversation;

import static dev.baton.conversation.Policies.queue;
import static dev.baton.conversation.Policies.reminder;
import static dev.baton.conversation.Policies.reply;
import static dev.baton.conversation.Policies.silence;
import static dev.baton.conversation.Scene.BACKUP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.conversation.policy.AssignmentPolicy;
import dev.baton.conversation.policy.AssignmentPolicy.Choice;
import dev.baton.conversation.policy.AssignmentPolicy.Mode;
import dev.baton.conversation.policy.ConfirmationPolicy;
import dev.baton.conversation.policy.Fault;
import dev.baton.conversation.policy.Policy;
import dev.baton.conversation.policy.PresencePolicy;
import dev.baton.conversation.policy.QueuePolicy;
import dev.baton.conversation.policy.QueuePolicy.TimeoutAction;
import dev.baton.conversation.policy.RatingPolicy;
import dev.baton.conversation.policy.ReturnPolicy;
import dev.baton.conversation.policy.ShiftEndPolicy;
import dev.baton.conversation.policy.SilencePolicy;
import dev.baton.conversation.policy.TransferPolicy;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The defaults are those of the service flow; a policy that contradicts itself says where. */
class PolicyTest {

    private static final Policy DEFAULT = Policy.DEFAULT;

    /** A part that asks for the whole while it is made would find the whole without that part. */
    @Test
    void no_part_needs_the_whole_to_be_made() throws Exception {
        for (String part : List.of("QueuePolicy", "AssignmentPolicy", "SilencePolicy", "ReplyPolicy")) {
            var urls = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                    .map(path -> Path.of(path).toUri())
                    .map(PolicyTest::url)
                    .toArray(URL[]::new);
            try (var fresh = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader())) {
                Class.forName("dev.baton.conversation.policy." + part, true, fresh);
                Class<?> whole = Class.forName("dev.baton.conversation.policy.Policy", true, fresh);
                Object policy = whole.getField("DEFAULT").get(null);
                for (var component : whole.getRecordComponents()) {
                    assertThat(component.getAccessor().invoke(policy))
                            .as(component.getName())
                            .isNotNull();
                }
            }
        }
    }

    private static URL url(URI uri) {
        try {
            return uri.toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Test
    void the_default_is_without_faults() {
        assertThat(DEFAULT.faults()).isEmpty();
    }

    @Test
    void the_queue_alarms_after_a_minute_or_ten_waiting_and_has_no_overflow_and_no_timeout() {
        assertThat(DEFAULT.queue())
                .isEqualTo(new QueuePolicy(60L, 10, null, List.of(), null, TimeoutAction.END, false));
    }

    @Test
    void assignment_is_automatic_to_the_least_loaded_and_an_offer_waits_twenty_seconds() {
        assertThat(DEFAULT.assignment())
                .isEqualTo(new AssignmentPolicy(Mode.AUTOMATIC, 20, 3, Choice.LEAST_LOADED, true, true, List.of()));
    }

    @Test
    void an_agent_is_nudged_after_one_minute_and_alarmed_after_three_and_never_loses_it() {
        assertThat(DEFAULT.reply().nudgeAfterSeconds()).isEqualTo(60);
        assertThat(DEFAULT.reply().alarmAfterSeconds()).isEqualTo(180);
        assertThat(DEFAULT.reply().reassignAfterSeconds()).isNull();
    }

    @Test
    void a_customer_is_silent_after_five_minutes_reminded_twice_and_ended_after_a_day() {
        var silence = DEFAULT.silence();
        assertThat(silence.silentAfterSeconds()).isEqualTo(300);
        assertThat(silence.reminders())
                .extracting(SilencePolicy.Reminder::afterSeconds)
                .containsExactly(600L, 3600L);
        assertThat(silence.reminders()).allSatisfy(r -> assertThat(r.texts()).containsOnlyKeys("zh", "en"));
        assertThat(silence.systemEndAfterSeconds()).isEqualTo(86_400);
        assertThat(silence.keepsSlot()).isFalse();
    }

    @Test
    void the_other_defaults_are_those_of_the_service_flow() {
        assertThat(DEFAULT.confirmation()).isEqualTo(new ConfirmationPolicy(true, 30 * 60));
        assertThat(DEFAULT.returning()).isEqualTo(new ReturnPolicy(30 * 60, 72 * 3600));
        assertThat(DEFAULT.presence()).isEqualTo(new PresencePolicy(60, null));
        assertThat(DEFAULT.shiftEnd()).isEqualTo(new ShiftEndPolicy(15 * 60, ShiftEndPolicy.Action.ASK));
        assertThat(DEFAULT.rating()).isEqualTo(new RatingPolicy(true, 72 * 3600));
    }

    @Test
    void a_ladder_that_does_not_climb_names_its_step() {
        assertThat(fields(reply(180L, 60L, null, null))).containsExactly("reply.alarm_after_seconds");
        assertThat(fields(reply(60L, 180L, null, 180L))).containsExactly("reply.reassign_after_seconds");
        assertThat(fields(reply(60L, null, null, 60L))).containsExactly("reply.reassign_after_seconds");
        assertThat(fields(reply(null, null, null, 1L))).isEmpty();
    }

    @Test
    void a_contradiction_says_what_it_contradicts() {
        assertThat(reply(180L, 60L, null, null).faults())
                .containsExactly(new Fault("reply.alarm_after_seconds", "later than 180 seconds"));
    }

    @Test
    void numbers_out_of_range_are_named_with_their_range() {
        assertThat(reply(0L, null, null, null).faults())
                .containsExactly(new Fault("reply.nudge_after_seconds", "between 1 and 31536000"));
        assertThat(fields(reply(null, null, null, Policy.MAX_SECONDS + 1)))
                .containsExactly("reply.reassign_after_seconds");
        assertThat(fields(queue(q -> new QueuePolicy(60L, 0, null, List.of(), null, TimeoutAction.END, false))))
                .containsExactly("queue.alarm_length");
    }

    @Test
    void overflow_needs_a_group_and_a_time_and_must_come_before_the_timeout() {
        assertThat(fields(queue(q -> new QueuePolicy(60L, 10, 90L, List.of(), null, TimeoutAction.END, false))))
                .containsExactly("queue.overflow_groups");
        assertThat(fields(queue(q -> new QueuePolicy(60L, 10, null, List.of(BACKUP), null, TimeoutAction.END, false))))
                .containsExactly("queue.overflow_groups");
        assertThat(fields(queue(q -> new QueuePolicy(60L, 10, 90L, List.of(BACKUP), 90L, TimeoutAction.END, false))))
                .containsExactly("queue.timeout_after_seconds");
    }

    @Test
    void reminders_come_after_the_mark_one_after_the_other_and_before_the_end() {
        assertThat(fields(silence(new SilencePolicy(300L, List.of(reminder(300)), 600L, false))))
                .containsExactly("silence.reminders[0].after_seconds");
        assertThat(fields(silence(new SilencePolicy(300L, List.of(reminder(900), reminder(600)), 7200L, false))))
                .containsExactly("silence.reminders[1].after_seconds");
        assertThat(fields(silence(new SilencePolicy(300L, List.of(reminder(600)), 600L, false))))
                .containsExactly("silence.system_end_after_seconds");
        assertThat(fields(silence(new SilencePolicy(null, List.of(reminder(600)), null, false))))
                .containsExactly("silence.silent_after_seconds");
    }

    @Test
    void reminders_are_few_and_have_words() {
        var many = java.util.stream.LongStream.rangeClosed(1, 11)
                .mapToObj(i -> reminder(300 + i * 60))
                .toList();
        assertThat(fields(silence(new SilencePolicy(300L, many, null, false)))).containsExactly("silence.reminders");
        var mute = new SilencePolicy.Reminder(600, Map.of("en", " "));
        assertThat(fields(silence(new SilencePolicy(300L, List.of(mute), null, false))))
                .containsExactly("silence.reminders[0].texts");
    }

    @Test
    void the_same_agent_is_not_promised_for_longer_than_the_same_conversation() {
        var p = DEFAULT;
        var policy = new Policy(
                p.queue(),
                p.assignment(),
                new TransferPolicy(true, 0, 0),
                p.reply(),
                p.silence(),
                p.confirmation(),
                new ReturnPolicy(7200, 3600),
                p.presence(),
                new ShiftEndPolicy(-1, ShiftEndPolicy.Action.ASK),
                p.rating(),
                false);
        assertThat(fields(policy))
                .containsExactly(
                        "transfer.accept_seconds",
                        "transfer.bounce_limit",
                        "returning.same_conversation_seconds",
                        "shift_end.stop_new_work_seconds");
    }

    @Test
    void what_is_missing_is_named_and_never_an_exception() {
        var nothing = new Policy(null, null, null, null, null, null, null, null, null, null, false);
        assertThat(nothing.faults())
                .hasSize(10)
                .allSatisfy(fault -> assertThat(fault.rule()).isEqualTo("required"));
        assertThat(fields(queue(q -> new QueuePolicy(60L, 10, null, null, null, null, false))))
                .containsExactly("queue.timeout_action");
        var holes = new SilencePolicy(300L, Collections.singletonList(null), null, false);
        assertThat(fields(silence(holes))).containsExactly("silence.reminders[0]");
    }

    private static List<String> fields(Policy policy) {
        return policy.faults().stream().map(Fault::field).toList();
    }
}
