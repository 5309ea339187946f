package dev.baton.conversation.policy;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How those who wait come to an agent, and which one. */
public record AssignmentPolicy(Mode mode, long offerSeconds, Choice choice) {

    static final AssignmentPolicy DEFAULT = new AssignmentPolicy(Mode.AUTOMATIC, 20, Choice.LEAST_LOADED);

    @Schema(name = "AssignmentMode")
    public enum Mode {
        AUTOMATIC,
        OFFER,
        MANUAL
    }

    @Schema(name = "AgentChoice")
    public enum Choice {
        LEAST_LOADED,
        LONGEST_IDLE,
        ROUND_ROBIN
    }

    void missing(Faults faults) {
        faults.required("assignment.mode", mode);
        faults.required("assignment.choice", choice);
    }

    void faults(Faults faults) {
        faults.seconds("assignment.offer_seconds", offerSeconds, 1);
    }
}
