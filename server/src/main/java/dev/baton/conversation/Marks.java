package dev.baton.conversation;

import static dev.baton.conversation.Decision.accept;
import static dev.baton.conversation.Decision.refuse;
import static dev.baton.conversation.Standing.isCustomer;
import static dev.baton.conversation.Standing.supervises;
import static dev.baton.conversation.State.QUEUED;

/** What is noted on a conversation without changing its state: parked, priority, rating. */
final class Marks {

    private Marks() {}

    static Decision park(Conversation conversation, Actor by, String why) {
        if (by instanceof Actor.Agent && !supervises(by)) {
            return refuse(Refusal.NOT_PERMITTED);
        }
        if (conversation.state() != QUEUED) {
            return refuse(Refusal.WRONG_STATE);
        }
        return conversation.parked() ? refuse(Refusal.ALREADY_PARKED) : accept(by, new Event.Parked(why));
    }

    static Decision unpark(Conversation conversation, Actor by) {
        if (isCustomer(by) || (by instanceof Actor.Agent && !supervises(by))) {
            return refuse(Refusal.NOT_PERMITTED);
        }
        if (conversation.state() != QUEUED) {
            return refuse(Refusal.WRONG_STATE);
        }
        return conversation.parked() ? accept(by, new Event.Unparked()) : refuse(Refusal.NOT_PARKED);
    }

    static Decision setPriority(Conversation conversation, Actor by, int priority) {
        if (!supervises(by) && by != Actor.SYSTEM) {
            return refuse(Refusal.NOT_PERMITTED);
        }
        if (!conversation.state().isOpen()) {
            return refuse(Refusal.WRONG_STATE);
        }
        return conversation.priority() == priority
                ? refuse(Refusal.NOTHING_CHANGES)
                : accept(by, new Event.PriorityChanged(priority));
    }

    static Decision rate(Conversation conversation, Command.Rate rate, Situation situation) {
        if (!isCustomer(rate.by())) {
            return refuse(Refusal.NOT_PERMITTED);
        }
        if (conversation.state().isOpen()) {
            return refuse(Refusal.WRONG_STATE);
        }
        if (conversation.lastAgent() == null) {
            return refuse(Refusal.NOT_SERVED);
        }
        var policy = situation.policy().rating();
        if (!policy.asked()) {
            return refuse(Refusal.RATING_NOT_ASKED);
        }
        if (conversation.ratingScore() != null) {
            return refuse(Refusal.ALREADY_RATED);
        }
        if (situation.now().isAfter(conversation.endedAt().plusSeconds(policy.windowSeconds()))) {
            return refuse(Refusal.WINDOW_OVER);
        }
        return accept(rate.by(), new Event.Rated(rate.score(), rate.comment(), conversation.round()));
    }
}
