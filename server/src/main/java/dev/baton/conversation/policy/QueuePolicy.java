package dev.baton.conversation.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.baton.identity.GroupId;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Staff are warned after a wait or a length; overflow and timeout are off unless set.
 *
 * @param ageingSeconds the wait that counts as much as one step of priority
 * @param maxLength the line is full when so many wait; null for never
 * @param reopenLength once full, it takes nobody until fewer than this wait; null for {@code maxLength}
 * @param closedAction what becomes of who comes when the group is closed or its line full
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record QueuePolicy(
        Long alarmAfterSeconds,
        Integer alarmLength,
        Long overflowAfterSeconds,
        List<GroupId> overflowGroups,
        Long timeoutAfterSeconds,
        TimeoutAction timeoutAction,
        boolean endsWhenCustomerGone,
        long ageingSeconds,
        Integer maxLength,
        Integer reopenLength,
        ClosedAction closedAction) {

    static final QueuePolicy DEFAULT = new QueuePolicy(60L, 10, null, List.of(), null, TimeoutAction.END, false);

    private static final long AGEING_SECONDS = 600;
    private static final int LONGEST_LINE = 100_000;

    /** They leave a message, and are served first when the group opens; or they are asked to come another time. */
    @Schema(name = "ClosedAction")
    public enum ClosedAction {
        PARK,
        REFUSE
    }

    public enum TimeoutAction {
        END,
        PARK
    }

    /** With the ageing that is built in, and a line that is never full. */
    public QueuePolicy(
            Long alarmAfterSeconds,
            Integer alarmLength,
            Long overflowAfterSeconds,
            List<GroupId> overflowGroups,
            Long timeoutAfterSeconds,
            TimeoutAction timeoutAction,
            boolean endsWhenCustomerGone) {
        this(
                alarmAfterSeconds,
                alarmLength,
                overflowAfterSeconds,
                overflowGroups,
                timeoutAfterSeconds,
                timeoutAction,
                endsWhenCustomerGone,
                AGEING_SECONDS,
                null,
                null,
                ClosedAction.PARK);
    }

    public QueuePolicy {
        overflowGroups = Holes.kept(overflowGroups);
    }

    void missing(Faults faults) {
        faults.required("queue.timeout_action", timeoutAction);
        faults.required("queue.closed_action", closedAction);
    }

    void faults(Faults faults) {
        faults.seconds("queue.alarm_after_seconds", alarmAfterSeconds, 1);
        faults.count("queue.alarm_length", alarmLength, 1, LONGEST_LINE);
        faults.seconds("queue.overflow_after_seconds", overflowAfterSeconds, 1);
        faults.seconds("queue.timeout_after_seconds", timeoutAfterSeconds, 1);
        faults.seconds("queue.ageing_seconds", ageingSeconds, 1);
        faults.count("queue.max_length", maxLength, 1, LONGEST_LINE);
        faults.count("queue.reopen_length", reopenLength, 1, maxLength == null ? LONGEST_LINE : maxLength);
        if (maxLength == null && reopenLength != null) {
            faults.add("queue.reopen_length", "set together with queue.max_length");
        }
        if (overflowGroups.stream().anyMatch(Objects::isNull)) {
            faults.add("queue.overflow_groups", "without holes");
        }
        if ((overflowAfterSeconds == null) != overflowGroups.isEmpty()) {
            faults.add("queue.overflow_groups", "set together with queue.overflow_after_seconds");
        }
        faults.after("queue.timeout_after_seconds", overflowAfterSeconds, timeoutAfterSeconds);
    }
}
