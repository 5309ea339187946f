package dev.baton.conversation;

import static dev.baton.conversation.Decision.accept;
import static dev.baton.conversation.Decision.refuse;
import static dev.baton.conversation.Standing.responsibleOrSupervising;
import static dev.baton.conversation.Standing.supervises;
import static dev.baton.conversation.State.AWAITING_AGENT;
import static dev.baton.conversation.State.AWAITING_CUSTOMER;
import static dev.baton.conversation.State.QUEUED;

import dev.baton.conversation.Event.How;
import dev.baton.identity.AgentId;
import dev.baton.identity.GroupId;
import java.util.Optional;

/** How a conversation is carried on: to another agent, to another group, back to the line. */
final class Carrying {

    private Carrying() {}

    static Decision transferToAgent(Conversation conversation, Command.TransferToAgent ask, Situation situation) {
        if (!isCarried(conversation)) {
            return refuse(Refusal.WRONG_STATE);
        }
        var objection = objection(conversation, ask.by(), ask.transfer());
        if (objection != null) {
            return refuse(objection);
        }
        if (ask.agent().equals(conversation.agent())) {
            return refuse(Refusal.TRANSFER_TO_SELF);
        }
        var policy = situation.policy().transfer();
        boolean counts = !ask.transfer().overrides() && !ask.transfer().handOver();
        if (counts && conversation.hadOften(ask.agent().value(), policy.bounceLimit())) {
            return refuse(Refusal.AGENT_HAD_IT);
        }
        var terms = terms(ask.by(), ask.group(), ask.policyVersion(), ask.transfer());
        boolean asksFirst = policy.asksReceiver() || ask.transfer().handOver();
        return AssignmentRules.objection(
                        How.SUPERVISOR,
                        ask.transfer().overrides(),
                        situation,
                        ask.agent(),
                        arriving(conversation, terms))
                .map(Decision::refuse)
                .orElseGet(() -> accept(
                        ask.by(),
                        asksFirst && !ask.transfer().overrides() && !isOwn(ask.by(), ask.agent())
                                ? new Event.TransferOffered(ask.agent(), terms)
                                : transferred(conversation, ask.agent(), terms, situation)));
    }

    static Decision transferToGroup(Conversation conversation, Command.TransferToGroup ask, Situation situation) {
        if (!conversation.state().isOpen() || conversation.state() == QUEUED) {
            return refuse(Refusal.WRONG_STATE);
        }
        var objection = objection(conversation, ask.by(), ask.transfer());
        if (objection != null) {
            return refuse(objection);
        }
        boolean sameGroup = ask.group().equals(conversation.group());
        if (conversation.agent() == null && sameGroup) {
            return refuse(Refusal.SAME_GROUP);
        }
        boolean counts = !ask.transfer().overrides() && !ask.transfer().handOver() && !sameGroup;
        if (counts
                && conversation.hadOften(
                        ask.group().value(), situation.policy().transfer().bounceLimit())) {
            return refuse(Refusal.GROUP_HAD_IT);
        }
        var terms = terms(ask.by(), ask.group(), ask.policyVersion(), ask.transfer());
        return accept(ask.by(), transferred(conversation, null, terms, situation));
    }

    private static boolean isCarried(Conversation conversation) {
        return conversation.state() == AWAITING_AGENT || conversation.state() == AWAITING_CUSTOMER;
    }

    /** What speaks against this person transferring it at all. */
    private static Refusal objection(Conversation conversation, Actor by, Command.Transfer transfer) {
        var objection = responsibleOrSupervising(conversation, by);
        if (objection != null) {
            return objection;
        }
        if (transfer.overrides() && !supervises(by)) {
            return Refusal.NOT_PERMITTED;
        }
        return conversation.offeredTo() == null ? null : Refusal.ALREADY_OFFERED;
    }

    private static TransferTerms terms(Actor by, GroupId group, int policyVersion, Command.Transfer transfer) {
        var giver = by instanceof Actor.Agent agent ? agent.id() : null;
        return new TransferTerms(giver, group, policyVersion, transfer.reason(), transfer.note(), transfer.handOver());
    }

    /** A supervisor who takes it over does not ask themselves. */
    private static boolean isOwn(Actor by, AgentId agent) {
        return by instanceof Actor.Agent giver && giver.id().equals(agent);
    }

    /** As it would be in the group in which it goes on. */
    private static Conversation arriving(Conversation conversation, TransferTerms terms) {
        var arriving = ConversationDraft.of(conversation);
        arriving.group = terms.group();
        return arriving.done();
    }

    private static Event transferred(Conversation conversation, AgentId to, TransferTerms terms, Situation situation) {
        return new Event.Transferred(
                to,
                conversation.agent(),
                conversation.group(),
                conversation.category(),
                terms,
                situation.ageingSeconds(terms.policyVersion()));
    }

    // --- the answer of an agent who was asked

    static Decision acceptTransfer(Conversation conversation, AgentId agent, Situation situation) {
        var terms = conversation.transferOffer();
        return AssignmentRules.objection(How.OFFER, false, situation, agent, arriving(conversation, terms))
                .map(Decision::refuse)
                .orElseGet(() -> accept(new Actor.Agent(agent), transferred(conversation, agent, terms, situation)));
    }

    static Decision withdrawOffer(Conversation conversation, Actor by) {
        if (conversation.transferOffer() == null) {
            return refuse(
                    conversation.state() == QUEUED || isCarried(conversation) ? Refusal.NO_OFFER : Refusal.WRONG_STATE);
        }
        var objection = responsibleOrSupervising(conversation, by);
        return objection == null
                ? accept(by, new Event.OfferEnded(conversation.offeredTo(), "withdrawn"))
                : refuse(objection);
    }

    /** Who does not answer has not taken it; but at the end of a shift, when somebody must, they have if they can. */
    static Decision offerTimeout(Conversation conversation, Situation situation) {
        return handedOver(conversation, situation)
                .orElseGet(() -> accept(Actor.SYSTEM, new Event.OfferEnded(conversation.offeredTo(), "missed")));
    }

    /** To the agent who was asked, if this is the end of a shift and they are able to take it. */
    private static Optional<Decision> handedOver(Conversation conversation, Situation situation) {
        var terms = conversation.transferOffer();
        if (terms == null || !terms.handOver()) {
            return Optional.empty();
        }
        var agent = conversation.offeredTo();
        return AssignmentRules.objection(How.SUPERVISOR, false, situation, agent, arriving(conversation, terms))
                        .isPresent()
                ? Optional.empty()
                : Optional.of(accept(Actor.SYSTEM, transferred(conversation, agent, terms, situation)));
    }

    static Decision reassign(Conversation conversation, Actor by) {
        if (!supervises(by)) {
            return refuse(Refusal.NOT_PERMITTED);
        }
        return conversation.state() == AWAITING_AGENT
                ? accept(by, new Event.Requeued("supervisor", conversation.agent()))
                : refuse(Refusal.WRONG_STATE);
    }

    /** Nothing happens any more when the agent is back before this is decided. */
    static Decision loseAgent(Conversation conversation, Command.LoseAgent lose, Situation situation) {
        return situation.agent(lose.agent()).map(lose::isOver).orElse(false)
                ? refuse(Refusal.CLOCK_MOVED_ON)
                : release(conversation, lose.agent(), lose.why(), situation);
    }

    static Decision release(Conversation conversation, AgentId agent, String why, Situation situation) {
        if (agent.equals(conversation.offeredTo())) {
            return accept(Actor.SYSTEM, new Event.OfferEnded(agent, "missed"));
        }
        if (!agent.equals(conversation.agent())) {
            return refuse(Refusal.NOTHING_CHANGES);
        }
        return handedOver(conversation, situation).orElseGet(() -> released(conversation, why));
    }

    private static Decision released(Conversation conversation, String why) {
        return conversation.state() == AWAITING_AGENT
                ? accept(Actor.SYSTEM, new Event.Requeued(why, null))
                : accept(Actor.SYSTEM, new Event.Unattended(why));
    }
}
