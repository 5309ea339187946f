package dev.baton.conversation;

import static dev.baton.conversation.Decision.accept;
import static dev.baton.conversation.Decision.refuse;
import static dev.baton.conversation.Standing.answering;
import static dev.baton.conversation.Standing.isCustomer;
import static dev.baton.conversation.Standing.orElse;
import static dev.baton.conversation.Standing.responsible;
import static dev.baton.conversation.Standing.responsibleOrSupervising;
import static dev.baton.conversation.State.AWAITING_AGENT;
import static dev.baton.conversation.State.AWAITING_CONFIRMATION;
import static dev.baton.conversation.State.AWAITING_CUSTOMER;
import static dev.baton.conversation.State.ENDED;
import static dev.baton.conversation.State.QUEUED;
import static dev.baton.conversation.State.SYSTEM_ENDED;

import dev.baton.conversation.policy.Policy;

/** Who may end a conversation, and how. */
final class Ending {

    private Ending() {}

    static Decision askToEnd(Conversation conversation, Actor by, String summary, Situation situation) {
        if (conversation.state() != AWAITING_AGENT && conversation.state() != AWAITING_CUSTOMER) {
            return refuse(conversation.state() == QUEUED ? Refusal.NOT_ASSIGNED : Refusal.WRONG_STATE);
        }
        return orElse(
                responsible(conversation, by),
                () -> situation.policy().confirmation().asked()
                        ? accept(by, new Event.AskedToEnd(summary))
                        : accept(by, new Event.Ended(ENDED, "agent_ended", null)));
    }

    static Decision withdraw(Conversation conversation, Actor by) {
        if (conversation.state() != AWAITING_CONFIRMATION) {
            return refuse(Refusal.WRONG_STATE);
        }
        return orElse(responsible(conversation, by), () -> accept(by, new Event.Withdrawn()));
    }

    static Decision resolve(Conversation conversation, Actor by) {
        return orElse(answering(conversation, by), () -> accept(by, new Event.Ended(ENDED, "confirmed", null)));
    }

    static Decision unresolve(Conversation conversation, Command.Unresolve unresolve, Situation situation) {
        return orElse(
                answering(conversation, unresolve.by()),
                () -> Lifecycle.comesBack(
                        conversation,
                        unresolve.by(),
                        new Event.Unresolved(unresolve.reason(), unresolve.text()),
                        situation));
    }

    static Decision leave(Conversation conversation, Actor by) {
        if (!isCustomer(by)) {
            return refuse(Refusal.NOT_PERMITTED);
        }
        return conversation.state() == QUEUED
                ? accept(by, new Event.Ended(ENDED, "customer_left", null))
                : refuse(Refusal.WRONG_STATE);
    }

    static Decision end(Conversation conversation, Actor by, String reason) {
        if (!conversation.state().isOpen()) {
            return refuse(Refusal.WRONG_STATE);
        }
        return switch (by) {
            case Actor.Customer customer -> accept(by, new Event.Ended(ENDED, "customer_ended", null));
            case Actor.Agent agent ->
                orElse(
                        responsibleOrSupervising(conversation, agent),
                        () -> accept(by, new Event.Ended(ENDED, reason, null)));
            case Actor.System system -> refuse(Refusal.NOT_PERMITTED);
        };
    }

    static Decision customerGone(Conversation conversation, Policy policy) {
        if (conversation.state() != QUEUED) {
            return refuse(Refusal.WRONG_STATE);
        }
        return policy.queue().endsWhenCustomerGone() && !conversation.parked()
                ? systemEnd("customer_gone", Clock.CUSTOMER_GONE)
                : refuse(Refusal.NOTHING_CHANGES);
    }

    static Decision systemEnd(String reason, Clock clock) {
        return accept(Actor.SYSTEM, new Event.Ended(SYSTEM_ENDED, reason, clock));
    }
}
