package dev.baton.conversation;

import static dev.baton.conversation.Scene.BACKUP;

import dev.baton.conversation.policy.ConfirmationPolicy;
import dev.baton.conversation.policy.Policy;
import dev.baton.conversation.policy.QueuePolicy;
import dev.baton.conversation.policy.RatingPolicy;
import dev.baton.conversation.policy.ReplyPolicy;
import dev.baton.conversation.policy.SilencePolicy;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The default policy with one part changed, for tests. */
final class Policies {

    private Policies() {}

    static Policy queue(UnaryOperator<QueuePolicy> change) {
        var p = Policy.DEFAULT;
        return with(p, change.apply(p.queue()), p.reply(), p.silence(), p.confirmation(), p.rating());
    }

    static Policy queueTimeout(long seconds, QueuePolicy.TimeoutAction action) {
        return queue(q -> new QueuePolicy(60L, 10, null, List.of(), seconds, action, false));
    }

    static Policy overflowAfter(long seconds) {
        return queue(
                q -> new QueuePolicy(60L, 10, seconds, List.of(BACKUP), null, QueuePolicy.TimeoutAction.END, false));
    }

    static Policy endsWhenCustomerGone() {
        return queue(q -> new QueuePolicy(60L, 10, null, List.of(), null, QueuePolicy.TimeoutAction.END, true));
    }

    static Policy reply(Long nudge, Long alarm, Long repeat, Long reassign) {
        var p = Policy.DEFAULT;
        return with(
                p,
                p.queue(),
                new ReplyPolicy(nudge, alarm, repeat, reassign),
                p.silence(),
                p.confirmation(),
                p.rating());
    }

    static Policy reassignAfter(long seconds) {
        return reply(60L, 180L, 300L, seconds);
    }

    static Policy silence(SilencePolicy silence) {
        var p = Policy.DEFAULT;
        return with(p, p.queue(), p.reply(), silence, p.confirmation(), p.rating());
    }

    static Policy keepsSlot() {
        var s = Policy.DEFAULT.silence();
        return silence(new SilencePolicy(s.silentAfterSeconds(), s.reminders(), s.systemEndAfterSeconds(), true));
    }

    static Policy withoutConfirmation() {
        var p = Policy.DEFAULT;
        return with(p, p.queue(), p.reply(), p.silence(), new ConfirmationPolicy(false, 1800), p.rating());
    }

    static Policy withoutRating() {
        var p = Policy.DEFAULT;
        return with(p, p.queue(), p.reply(), p.silence(), p.confirmation(), new RatingPolicy(false, 60));
    }

    static SilencePolicy.Reminder reminder(long seconds) {
        return new SilencePolicy.Reminder(seconds, Map.of("en", "Still there?"));
    }

    static Policy with(
            Policy p,
            QueuePolicy queue,
            ReplyPolicy reply,
            SilencePolicy silence,
            ConfirmationPolicy confirmation,
            RatingPolicy rating) {
        return new Policy(
                queue,
                p.assignment(),
                p.transfer(),
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
