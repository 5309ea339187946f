package dev.baton.conversation.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * Every number and choice that an enterprise may set, for one group; versioned, and each conversation
 * records the version that it runs under. All durations are seconds; a null duration is "off".
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Policy(
        QueuePolicy queue,
        AssignmentPolicy assignment,
        TransferPolicy transfer,
        ReplyPolicy reply,
        SilencePolicy silence,
        ConfirmationPolicy confirmation,
        ReturnPolicy returning,
        PresencePolicy presence,
        ShiftEndPolicy shiftEnd,
        RatingPolicy rating,
        boolean typingPreview) {

    /** The defaults of the service flow, used until an admin publishes another version. */
    public static final Policy DEFAULT = new Policy(
            QueuePolicy.DEFAULT,
            AssignmentPolicy.DEFAULT,
            TransferPolicy.DEFAULT,
            ReplyPolicy.DEFAULT,
            SilencePolicy.DEFAULT,
            ConfirmationPolicy.DEFAULT,
            ReturnPolicy.DEFAULT,
            PresencePolicy.DEFAULT,
            ShiftEndPolicy.DEFAULT,
            RatingPolicy.DEFAULT,
            false);

    /** Longest duration that may be set: one year, in seconds. */
    public static final long MAX_SECONDS = 31_536_000;

    /** Everything that is wrong with this policy; empty when it can be published. */
    public List<Fault> faults() {
        var faults = new Faults();
        missing(faults);
        if (faults.none()) {
            queue.faults(faults);
            assignment.faults(faults);
            transfer.faults(faults);
            reply.faults(faults);
            silence.faults(faults);
            confirmation.faults(faults);
            returning.faults(faults);
            presence.faults(faults);
            shiftEnd.faults(faults);
            rating.faults(faults);
        }
        return faults.found();
    }

    private void missing(Faults faults) {
        faults.required("queue", queue);
        faults.required("assignment", assignment);
        faults.required("transfer", transfer);
        faults.required("reply", reply);
        faults.required("silence", silence);
        faults.required("confirmation", confirmation);
        faults.required("returning", returning);
        faults.required("presence", presence);
        faults.required("shift_end", shiftEnd);
        faults.required("rating", rating);
        if (faults.none()) {
            queue.missing(faults);
            assignment.missing(faults);
            shiftEnd.missing(faults);
        }
    }
}
