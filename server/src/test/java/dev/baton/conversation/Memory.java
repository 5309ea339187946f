package dev.baton.conversation;

import java.time.Instant;

/**
 * What an attentive reader of the log remembers, worked out from the entries alone and without the fold, so
 * that the fold can be compared with it.
 *
 * @param turn who owes the next words
 * @param unanswered whether the customer has said something that no agent has answered
 * @param quietSince when the agent last spoke, was given it, or asked; null while the customer is not the quiet one
 * @param stepAt when the last step against a silent customer was taken since then, or null
 * @param steps reminders since then
 */
record Memory(Turn turn, boolean unanswered, Instant quietSince, Instant stepAt, int steps) {

    enum Turn {
        NOBODY,
        CUSTOMER,
        AGENT
    }

    static final Memory NOTHING = new Memory(Turn.NOBODY, false, null, null, 0);

    /**
     * @param confirming whether the customer has been asked whether it is solved
     */
    Memory after(Entry entry, boolean confirming) {
        var at = entry.at();
        return switch (entry.event()) {
            case Event.Said said
            when entry.by() instanceof Actor.Customer -> new Memory(Turn.AGENT, true, null, null, 0);
            case Event.Said said -> new Memory(Turn.CUSTOMER, false, confirming ? null : at, null, 0);
            case Event.Unresolved unresolved -> new Memory(Turn.AGENT, true, null, null, 0);
            case Event.Assigned assigned -> agentsTurn();
            case Event.Transferred transferred -> transferred.toAgent() == null ? this : agentsTurn();
            case Event.Reopened reopened -> reopened.agent() == null ? this : agentsTurn();
            case Event.AskedToEnd asked -> new Memory(Turn.CUSTOMER, unanswered, null, null, 0);
            case Event.Withdrawn withdrawn -> unanswered ? agentsTurn() : new Memory(Turn.CUSTOMER, false, at, null, 0);
            case Event.Silenced silenced -> new Memory(turn, unanswered, quietSince, at, 0);
            case Event.Reminded reminded -> new Memory(turn, unanswered, quietSince, at, steps + 1);
            case Event.Ended ended -> NOTHING;
            case Event.Noted noted -> this;
            case Event.Started started -> NOTHING;
            case Event.Offered offered -> this;
            case Event.TransferOffered offered -> this;
            case Event.OfferEnded ended -> this;
            case Event.CategoryChanged changed -> this;
            case Event.Overflowed overflowed -> this;
            case Event.QueueAlarmed alarmed -> this;
            case Event.Parked parked -> this;
            case Event.Unparked unparked -> this;
            case Event.PriorityChanged changed -> this;
            case Event.Requeued requeued -> this;
            case Event.Unattended unattended -> this;
            case Event.Nudged nudged -> this;
            case Event.ReplyAlarmed alarmed -> this;
            case Event.Rated rated -> this;
        };
    }

    private Memory agentsTurn() {
        return new Memory(Turn.AGENT, unanswered, null, null, 0);
    }
}
