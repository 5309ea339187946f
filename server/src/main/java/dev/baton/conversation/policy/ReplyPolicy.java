package dev.baton.conversation.policy;

import com.fasterxml.jackson.annotation.JsonInclude;

/** The ladder that an unanswered customer message climbs. */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ReplyPolicy(
        Long nudgeAfterSeconds, Long alarmAfterSeconds, Long alarmRepeatSeconds, Long reassignAfterSeconds) {

    static final ReplyPolicy DEFAULT = new ReplyPolicy(60L, 180L, 300L, null);

    void faults(Faults faults) {
        faults.seconds("reply.nudge_after_seconds", nudgeAfterSeconds, 1);
        faults.seconds("reply.alarm_after_seconds", alarmAfterSeconds, 1);
        faults.seconds("reply.alarm_repeat_seconds", alarmRepeatSeconds, 1);
        faults.seconds("reply.reassign_after_seconds", reassignAfterSeconds, 1);
        faults.after("reply.alarm_after_seconds", nudgeAfterSeconds, alarmAfterSeconds);
        faults.after(
                "reply.reassign_after_seconds",
                alarmAfterSeconds == null ? nudgeAfterSeconds : alarmAfterSeconds,
                reassignAfterSeconds);
    }
}
