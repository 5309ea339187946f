package dev.baton.conversation.policy;

/** How long somebody whose screens are all gone is waited for. */
public record PresencePolicy(long graceSeconds) {

    static final PresencePolicy DEFAULT = new PresencePolicy(60);

    void faults(Faults faults) {
        faults.seconds("presence.grace_seconds", graceSeconds, 1);
    }
}
