package dev.baton.conversation.policy;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How long before the end of a shift nothing new is given, and what becomes of the work that is left. */
public record ShiftEndPolicy(long stopNewWorkSeconds, Action action) {

    static final ShiftEndPolicy DEFAULT = new ShiftEndPolicy(900, Action.ASK);

    @Schema(name = "ShiftEndAction")
    public enum Action {
        ASK,
        QUEUE,
        NOTHING
    }

    void missing(Faults faults) {
        faults.required("shift_end.action", action);
    }

    void faults(Faults faults) {
        faults.seconds("shift_end.stop_new_work_seconds", stopNewWorkSeconds, 0);
    }
}
