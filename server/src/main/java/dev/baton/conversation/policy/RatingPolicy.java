package dev.baton.conversation.policy;

/** Whether customers are asked for a rating, and for how long after the end they may give it. */
public record RatingPolicy(boolean asked, long windowSeconds) {

    static final RatingPolicy DEFAULT = new RatingPolicy(true, 259_200);

    void faults(Faults faults) {
        faults.seconds("rating.window_seconds", windowSeconds, 1);
    }
}
