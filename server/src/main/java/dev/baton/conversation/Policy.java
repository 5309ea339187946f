package dev.baton.conversation;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.baton.identity.GroupId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Every number and choice that an enterprise may set, for one group; versioned, and each conversation
 * records the version that it runs under. All durations are seconds; a null duration is "off".
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Policy(
        Queue queue,
        Assignment assignment,
        Reply reply,
        Silence silence,
        Confirmation confirmation,
        Return returning,
        Presence presence,
        ShiftEnd shiftEnd,
        Rating rating,
        boolean typingPreview) {

    /** Staff are warned after a wait or a length; overflow and timeout are off unless set. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Queue(
            Long alarmAfterSeconds,
            Integer alarmLength,
            Long overflowAfterSeconds,
            List<GroupId> overflowGroups,
            Long timeoutAfterSeconds,
            TimeoutAction timeoutAction,
            boolean endsWhenCustomerGone) {
        public Queue {
            overflowGroups = kept(overflowGroups);
        }
    }

    public enum TimeoutAction {
        END,
        PARK
    }

    public record Assignment(Mode mode, long offerSeconds, Choice choice) {}

    public enum Mode {
        AUTOMATIC,
        OFFER,
        MANUAL
    }

    public enum Choice {
        LEAST_LOADED,
        LONGEST_IDLE,
        ROUND_ROBIN
    }

    /** The ladder that an unanswered customer message climbs. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Reply(
            Long nudgeAfterSeconds, Long alarmAfterSeconds, Long alarmRepeatSeconds, Long reassignAfterSeconds) {}

    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Silence(
            Long silentAfterSeconds, List<Reminder> reminders, Long systemEndAfterSeconds, boolean keepsSlot) {
        public Silence {
            reminders = kept(reminders);
        }
    }

    /**
     * @param texts by language; the default language of the site when one is missing
     */
    public record Reminder(long afterSeconds, Map<String, String> texts) {
        public Reminder {
            texts = texts == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(texts));
        }
    }

    public record Confirmation(boolean asked, long timeoutSeconds) {}

    /** What a customer who writes after the end gets, by the length of the gap. */
    public record Return(long sameAgentSeconds, long sameConversationSeconds) {}

    public record Presence(long graceSeconds) {}

    public record ShiftEnd(long stopNewWorkSeconds, ShiftEndAction action) {}

    public enum ShiftEndAction {
        ASK,
        QUEUE,
        NOTHING
    }

    public record Rating(boolean asked, long windowSeconds) {}

    /** The defaults of the service flow, used until an admin publishes another version. */
    public static final Policy DEFAULT = new Policy(
            new Queue(60L, 10, null, List.of(), null, TimeoutAction.END, false),
            new Assignment(Mode.AUTOMATIC, 20, Choice.LEAST_LOADED),
            new Reply(60L, 180L, 300L, null),
            new Silence(
                    300L,
                    List.of(
                            new Reminder(
                                    600,
                                    Map.of(
                                            "zh", "您好，请问还在吗？看到后直接回复即可，我们会继续为您处理。",
                                            "en", "Are you still there? Just reply here and we will carry on.")),
                            new Reminder(
                                    3600,
                                    Map.of(
                                            "zh",
                                            "还没有收到您的回复。会话会为您保留，您随时可以继续。",
                                            "en",
                                            "We have not heard from you. Your conversation is kept; reply whenever"
                                                    + " you like."))),
                    86_400L,
                    false),
            new Confirmation(true, 1800),
            new Return(1800, 259_200),
            new Presence(60),
            new ShiftEnd(900, ShiftEndAction.ASK),
            new Rating(true, 259_200),
            false);

    /** At most this many reminders, so that a conversation's log stays readable. */
    public static final int MAX_REMINDERS = 10;

    /** Longest duration that may be set: one year, in seconds. */
    public static final long MAX_SECONDS = 31_536_000;

    /** One contradiction or number out of range, by the JSON path of the field. */
    public record Fault(String field, String rule) {}

    /** Everything that is wrong with this policy; empty when it can be published. */
    public List<Fault> faults() {
        var faults = new ArrayList<Fault>();
        missing(faults);
        if (!faults.isEmpty()) {
            return faults;
        }
        ranges(faults);
        queueFaults(faults);
        replyFaults(faults);
        silenceFaults(faults);
        if (returning.sameConversationSeconds < returning.sameAgentSeconds) {
            faults.add(
                    new Fault("returning.same_conversation_seconds", "not earlier than returning.same_agent_seconds"));
        }
        return faults;
    }

    private void missing(List<Fault> faults) {
        required(faults, "queue", queue);
        required(faults, "assignment", assignment);
        required(faults, "reply", reply);
        required(faults, "silence", silence);
        required(faults, "confirmation", confirmation);
        required(faults, "returning", returning);
        required(faults, "presence", presence);
        required(faults, "shift_end", shiftEnd);
        required(faults, "rating", rating);
        if (!faults.isEmpty()) {
            return;
        }
        required(faults, "queue.timeout_action", queue.timeoutAction);
        required(faults, "assignment.mode", assignment.mode);
        required(faults, "assignment.choice", assignment.choice);
        required(faults, "shift_end.action", shiftEnd.action);
    }

    private void ranges(List<Fault> faults) {
        range(faults, "queue.alarm_after_seconds", queue.alarmAfterSeconds, 1);
        range(faults, "queue.overflow_after_seconds", queue.overflowAfterSeconds, 1);
        range(faults, "queue.timeout_after_seconds", queue.timeoutAfterSeconds, 1);
        range(faults, "assignment.offer_seconds", assignment.offerSeconds, 1);
        range(faults, "reply.nudge_after_seconds", reply.nudgeAfterSeconds, 1);
        range(faults, "reply.alarm_after_seconds", reply.alarmAfterSeconds, 1);
        range(faults, "reply.alarm_repeat_seconds", reply.alarmRepeatSeconds, 1);
        range(faults, "reply.reassign_after_seconds", reply.reassignAfterSeconds, 1);
        range(faults, "silence.silent_after_seconds", silence.silentAfterSeconds, 1);
        range(faults, "silence.system_end_after_seconds", silence.systemEndAfterSeconds, 1);
        range(faults, "confirmation.timeout_seconds", confirmation.timeoutSeconds, 1);
        range(faults, "returning.same_agent_seconds", returning.sameAgentSeconds, 0);
        range(faults, "returning.same_conversation_seconds", returning.sameConversationSeconds, 0);
        range(faults, "presence.grace_seconds", presence.graceSeconds, 1);
        range(faults, "shift_end.stop_new_work_seconds", shiftEnd.stopNewWorkSeconds, 0);
        range(faults, "rating.window_seconds", rating.windowSeconds, 1);
    }

    private void queueFaults(List<Fault> faults) {
        if (queue.alarmLength != null && (queue.alarmLength < 1 || queue.alarmLength > 100_000)) {
            faults.add(new Fault("queue.alarm_length", "between 1 and 100000"));
        }
        if (queue.overflowGroups.stream().anyMatch(Objects::isNull)) {
            faults.add(new Fault("queue.overflow_groups", "without holes"));
        }
        if ((queue.overflowAfterSeconds == null) != queue.overflowGroups.isEmpty()) {
            faults.add(new Fault("queue.overflow_groups", "set together with queue.overflow_after_seconds"));
        }
        after(faults, "queue.timeout_after_seconds", queue.overflowAfterSeconds, queue.timeoutAfterSeconds);
    }

    private void replyFaults(List<Fault> faults) {
        var nudge = reply.nudgeAfterSeconds;
        var alarm = reply.alarmAfterSeconds;
        after(faults, "reply.alarm_after_seconds", nudge, alarm);
        after(faults, "reply.reassign_after_seconds", alarm == null ? nudge : alarm, reply.reassignAfterSeconds);
    }

    private void silenceFaults(List<Fault> faults) {
        if (silence.reminders.size() > MAX_REMINDERS) {
            faults.add(new Fault("silence.reminders", "at most " + MAX_REMINDERS));
        }
        if (silence.silentAfterSeconds == null
                && (!silence.reminders.isEmpty() || silence.systemEndAfterSeconds != null)) {
            faults.add(new Fault("silence.silent_after_seconds", "needed by reminders and system end"));
        }
        Long previous = silence.silentAfterSeconds;
        for (int i = 0; i < silence.reminders.size(); i++) {
            var field = "silence.reminders[" + i + "]";
            var reminder = silence.reminders.get(i);
            if (reminder == null) {
                faults.add(new Fault(field, "required"));
                continue;
            }
            range(faults, field + ".after_seconds", reminder.afterSeconds, 1);
            after(faults, field + ".after_seconds", previous, reminder.afterSeconds);
            if (reminder.texts.values().stream().allMatch(text -> text == null || text.isBlank())) {
                faults.add(new Fault(field + ".texts", "in one language at least"));
            }
            previous = reminder.afterSeconds;
        }
        after(faults, "silence.system_end_after_seconds", previous, silence.systemEndAfterSeconds);
    }

    /** A copy that keeps holes, so that {@link #faults} can name them. */
    private static <T> List<T> kept(List<T> list) {
        return list == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(list));
    }

    private static void required(List<Fault> faults, String field, Object value) {
        if (value == null) {
            faults.add(new Fault(field, "required"));
        }
    }

    private static void range(List<Fault> faults, String field, Long seconds, long least) {
        if (seconds != null && (seconds < least || seconds > MAX_SECONDS)) {
            faults.add(new Fault(field, "between " + least + " and " + MAX_SECONDS));
        }
    }

    private static void after(List<Fault> faults, String field, Long earlier, Long later) {
        if (earlier != null && later != null && later <= earlier) {
            faults.add(new Fault(field, "later than " + earlier + " seconds"));
        }
    }
}
