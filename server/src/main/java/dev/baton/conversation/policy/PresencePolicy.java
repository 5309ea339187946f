package dev.baton.conversation.policy;

/**
 * How long somebody whose screens are all gone is waited for, and how long somebody at a screen may not move a hand.
 *
 * @param idleAwaySeconds after them who is on duty is taken for away; null for never
 */
public record PresencePolicy(long graceSeconds, Long idleAwaySeconds) {

    static final PresencePolicy DEFAULT = new PresencePolicy(60, null);

    void faults(Faults faults) {
        faults.seconds("presence.grace_seconds", graceSeconds, 1);
        faults.seconds("presence.idle_away_seconds", idleAwaySeconds, 60);
    }
}
