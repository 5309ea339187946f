package dev.baton.conversation;

import static dev.baton.conversation.Decision.accept;
import static dev.baton.conversation.Decision.refuse;

import java.util.Set;

/** What each clock does when it comes due, and that it does nothing once the state moved on. */
final class ClockRules {

    private ClockRules() {}

    static Decision fire(Conversation conversation, Clock clock, Situation situation) {
        boolean due = Lifecycle.deadlines(conversation, situation.policy()).stream()
                .anyMatch(d -> d.clock() == clock && !d.due().isAfter(situation.now()));
        if (!due) {
            return refuse(Refusal.CLOCK_MOVED_ON);
        }
        return switch (clock) {
            case QUEUE_ALARM -> accept(Actor.SYSTEM, new Event.QueueAlarmed());
            case OVERFLOW ->
                accept(
                        Actor.SYSTEM,
                        new Event.Overflowed(
                                Set.copyOf(situation.policy().queue().overflowGroups())));
            case QUEUE_TIMEOUT ->
                switch (situation.policy().queue().timeoutAction()) {
                    case END -> Ending.systemEnd("queue_timeout", clock);
                    case PARK -> accept(Actor.SYSTEM, new Event.Parked("queue_timeout"));
                };
            case OFFER_TIMEOUT -> Carrying.offerTimeout(conversation, situation);
            case REPLY_NUDGE -> accept(Actor.SYSTEM, new Event.Nudged());
            case REPLY_ALARM -> accept(Actor.SYSTEM, new Event.ReplyAlarmed(conversation.alarms() + 1));
            case REPLY_REASSIGN -> accept(Actor.SYSTEM, new Event.Requeued("slack", conversation.agent()));
            case SILENT_AFTER ->
                accept(
                        Actor.SYSTEM,
                        new Event.Silenced(conversation.holdsSlot()
                                && !situation.policy().silence().keepsSlot()));
            case REMINDER -> accept(Actor.SYSTEM, new Event.Reminded(conversation.reminders() + 1));
            case SYSTEM_END -> Ending.systemEnd("customer_silent", clock);
            case CONFIRMATION_TIMEOUT -> Ending.systemEnd("confirmation_timeout", clock);
            case CUSTOMER_GONE, REOPEN_WINDOW, RATING_WINDOW -> refuse(Refusal.CLOCK_MOVED_ON);
        };
    }
}
