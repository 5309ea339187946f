package dev.baton.conversation;

import static dev.baton.conversation.Scene.BACKUP;

import dev.baton.conversation.policy.AssignmentPolicy;
import dev.baton.conversation.policy.ConfirmationPolicy;
import dev.baton.conversation.policy.Policy;
import dev.baton.conversation.policy.QueuePolicy;
import dev.baton.conversation.policy.RatingPolicy;
import dev.baton.conversation.policy.ReplyPolicy;
import dev.baton.conversation.policy.ReturnPolicy;
import dev.baton.conversation.policy.SilencePolicy;
import dev.baton.conversation.policy.TransferPolicy;
import java.util.List;

/** The policies of the {@link Exploration}, in minutes so short that every order of events is met. */
final class ExploredPolicies {

    private ExploredPolicies() {}

    /** Everything that can be switched on is. */
    static Policy busy() {
        var reminders = List.of(Policies.reminder(120), Policies.reminder(180));
        return policy(
                new QueuePolicy(60L, 10, 120L, List.of(BACKUP), 180L, QueuePolicy.TimeoutAction.END, true),
                new ReplyPolicy(60L, 120L, 60L, 180L),
                new SilencePolicy(60L, reminders, 240L, false),
                true,
                true);
    }

    /** The other choice wherever there is one. */
    static Policy otherwise() {
        return policy(
                new QueuePolicy(60L, 10, 60L, List.of(BACKUP), 120L, QueuePolicy.TimeoutAction.PARK, false),
                new ReplyPolicy(60L, null, null, 120L),
                new SilencePolicy(60L, List.of(), 120L, true),
                false,
                false);
    }

    /** Everything that can be switched off is. */
    static Policy quiet() {
        return policy(
                new QueuePolicy(null, null, null, List.of(), null, QueuePolicy.TimeoutAction.END, false),
                new ReplyPolicy(null, null, null, null),
                new SilencePolicy(null, List.of(), null, false),
                true,
                true);
    }

    /** Whoever is to take a conversation over is asked, at the end of a shift too. */
    static Policy asking() {
        return quietBut(new TransferPolicy(true, 60, null), true);
    }

    /** Nobody is given it by transfer twice in a round. */
    static Policy bouncing() {
        return quietBut(new TransferPolicy(false, 60, 1), false);
    }

    private static Policy quietBut(TransferPolicy transfer, boolean confirmed) {
        var quiet = quiet();
        return new Policy(
                quiet.queue(),
                quiet.assignment(),
                transfer,
                quiet.reply(),
                quiet.silence(),
                new ConfirmationPolicy(confirmed, 120),
                quiet.returning(),
                quiet.presence(),
                quiet.shiftEnd(),
                new RatingPolicy(confirmed, 60),
                false);
    }

    private static Policy policy(
            QueuePolicy queue, ReplyPolicy reply, SilencePolicy silence, boolean confirmation, boolean rating) {
        var p = Policy.DEFAULT;
        return new Policy(
                queue,
                new AssignmentPolicy(
                        AssignmentPolicy.Mode.OFFER,
                        60,
                        3,
                        AssignmentPolicy.Choice.LEAST_LOADED,
                        true,
                        true,
                        List.of()),
                new TransferPolicy(false, 60, null),
                reply,
                silence,
                new ConfirmationPolicy(confirmation, 120),
                new ReturnPolicy(60, 180),
                p.presence(),
                p.shiftEnd(),
                new RatingPolicy(rating, 60),
                false);
    }
}
