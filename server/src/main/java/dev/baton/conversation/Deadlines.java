package dev.baton.conversation;

import dev.baton.conversation.policy.Policy;
import dev.baton.conversation.policy.ReplyPolicy;
import dev.baton.conversation.policy.SilencePolicy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The clocks of a conversation as a function of its state: nothing is ever cancelled, a state that
 * moved on simply has other clocks. Sorted by the instant at which they are due.
 */
final class Deadlines {

    /** After the silent mark or a reminder, so much time at least before the next reminder or the end. */
    static final long GRACE_SECONDS = 60;

    private Deadlines() {}

    static List<Deadline> of(Conversation conversation, Policy policy) {
        var armed = new ArrayList<Deadline>();
        switch (conversation.state()) {
            case QUEUED -> inQueue(armed, conversation, policy);
            case AWAITING_AGENT -> {
                replyLadder(armed, conversation, policy.reply());
                offer(armed, conversation, policy.transfer().acceptSeconds());
            }
            case AWAITING_CUSTOMER -> {
                silence(armed, conversation, policy.silence());
                offer(armed, conversation, policy.transfer().acceptSeconds());
            }
            case AWAITING_CONFIRMATION ->
                add(
                        armed,
                        Clock.CONFIRMATION_TIMEOUT,
                        conversation.stateSince(),
                        policy.confirmation().timeoutSeconds());
            case ENDED, SYSTEM_ENDED -> {}
        }
        armed.sort(Comparator.comparing(Deadline::due));
        return armed;
    }

    private static void inQueue(List<Deadline> armed, Conversation conversation, Policy policy) {
        if (conversation.parked()) {
            return;
        }
        var queue = policy.queue();
        var since = conversation.queuedSince();
        if (!conversation.queueAlarmed()) {
            add(armed, Clock.QUEUE_ALARM, since, queue.alarmAfterSeconds());
        }
        if (!conversation.overflowed() && !queue.overflowGroups().isEmpty()) {
            add(armed, Clock.OVERFLOW, since, queue.overflowAfterSeconds());
        }
        add(armed, Clock.QUEUE_TIMEOUT, since, queue.timeoutAfterSeconds());
        offer(armed, conversation, policy.assignment().offerSeconds());
    }

    private static void offer(List<Deadline> armed, Conversation conversation, long seconds) {
        if (conversation.offeredTo() != null) {
            add(armed, Clock.OFFER_TIMEOUT, conversation.offeredAt(), seconds);
        }
    }

    private static void replyLadder(List<Deadline> armed, Conversation conversation, ReplyPolicy reply) {
        var since = conversation.owedSince();
        if (!conversation.nudged()) {
            add(armed, Clock.REPLY_NUDGE, since, reply.nudgeAfterSeconds());
        }
        if (conversation.alarms() == 0) {
            add(armed, Clock.REPLY_ALARM, since, reply.alarmAfterSeconds());
        } else {
            add(armed, Clock.REPLY_ALARM, conversation.alarmedAt(), reply.alarmRepeatSeconds());
        }
        add(armed, Clock.REPLY_REASSIGN, since, reply.reassignAfterSeconds());
    }

    /** One step after the other, so that after an outage no reminder collapses into the end. */
    private static void silence(List<Deadline> armed, Conversation conversation, SilencePolicy silence) {
        var since = conversation.quietSince();
        if (!conversation.silent()) {
            add(armed, Clock.SILENT_AFTER, since, silence.silentAfterSeconds());
            return;
        }
        if (conversation.reminders() < silence.reminders().size()) {
            var next = silence.reminders().get(conversation.reminders());
            boolean first = conversation.reminders() == 0;
            add(armed, Clock.REMINDER, since, next.afterSeconds(), first ? null : conversation.remindedAt());
            return;
        }
        add(armed, Clock.SYSTEM_END, since, silence.systemEndAfterSeconds(), conversation.remindedAt());
    }

    private static void add(List<Deadline> armed, Clock clock, Instant since, Long seconds) {
        add(armed, clock, since, seconds, null);
    }

    private static void add(List<Deadline> armed, Clock clock, Instant since, Long seconds, Instant lastStep) {
        if (seconds == null) {
            return;
        }
        var due = since.plusSeconds(seconds);
        if (lastStep != null && due.isBefore(lastStep.plusSeconds(GRACE_SECONDS))) {
            due = lastStep.plusSeconds(GRACE_SECONDS);
        }
        armed.add(new Deadline(clock, due));
    }
}
