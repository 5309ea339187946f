package dev.baton.conversation;

import static dev.baton.conversation.Scene.BACKUP;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The default policy with one part changed, for tests. */
final class Policies {

    private Policies() {}

    static Policy queue(UnaryOperator<Policy.Queue> change) {
        var p = Policy.DEFAULT;
        return with(p, change.apply(p.queue()), p.reply(), p.silence(), p.confirmation(), p.rating());
    }

    static Policy queueTimeout(long seconds, Policy.TimeoutAction action) {
        return queue(q -> new Policy.Queue(60L, 10, null, List.of(), seconds, action, false));
    }

    static Policy overflowAfter(long seconds) {
        return queue(q -> new Policy.Queue(60L, 10, seconds, List.of(BACKUP), null, Policy.TimeoutAction.END, false));
    }

    static Policy endsWhenCustomerGone() {
        return queue(q -> new Policy.Queue(60L, 10, null, List.of(), null, Policy.TimeoutAction.END, true));
    }

    static Policy reply(Long nudge, Long alarm, Long repeat, Long reassign) {
        var p = Policy.DEFAULT;
        return with(
                p,
                p.queue(),
                new Policy.Reply(nudge, alarm, repeat, reassign),
                p.silence(),
                p.confirmation(),
                p.rating());
    }

    static Policy reassignAfter(long seconds) {
        return reply(60L, 180L, 300L, seconds);
    }

    static Policy silence(Policy.Silence silence) {
        var p = Policy.DEFAULT;
        return with(p, p.queue(), p.reply(), silence, p.confirmation(), p.rating());
    }

    static Policy keepsSlot() {
        var s = Policy.DEFAULT.silence();
        return silence(new Policy.Silence(s.silentAfterSeconds(), s.reminders(), s.systemEndAfterSeconds(), true));
    }

    static Policy withoutConfirmation() {
        var p = Policy.DEFAULT;
        return with(p, p.queue(), p.reply(), p.silence(), new Policy.Confirmation(false, 1800), p.rating());
    }

    static Policy withoutRating() {
        var p = Policy.DEFAULT;
        return with(p, p.queue(), p.reply(), p.silence(), p.confirmation(), new Policy.Rating(false, 60));
    }

    static Policy.Reminder reminder(long seconds) {
        return new Policy.Reminder(seconds, Map.of("en", "Still there?"));
    }

    static Policy with(
            Policy p,
            Policy.Queue queue,
            Policy.Reply reply,
            Policy.Silence silence,
            Policy.Confirmation confirmation,
            Policy.Rating rating) {
        return new Policy(
                queue,
                p.assignment(),
                reply,
                silence,
                confirmation,
                p.returning(),
                p.presence(),
                p.shiftEnd(),
                rating,
                p.typingPreview());
    }
}
