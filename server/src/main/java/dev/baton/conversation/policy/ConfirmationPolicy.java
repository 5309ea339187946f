package dev.baton.conversation.policy;

/** Whether the customer is asked before an end, and for how long the question stands. */
public record ConfirmationPolicy(boolean asked, long timeoutSeconds) {

    static final ConfirmationPolicy DEFAULT = new ConfirmationPolicy(true, 1800);

    void faults(Faults faults) {
        faults.seconds("confirmation.timeout_seconds", timeoutSeconds, 1);
    }
}
