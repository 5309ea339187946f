package dev.baton.conversation;

import static dev.baton.conversation.Decision.accept;
import static dev.baton.conversation.Decision.refuse;
import static dev.baton.conversation.Standing.isCustomer;
import static dev.baton.conversation.Standing.mayGive;
import static dev.baton.conversation.Standing.offerTo;
import static dev.baton.conversation.Standing.orElse;
import static dev.baton.conversation.Standing.supervises;
import static dev.baton.conversation.State.QUEUED;

import dev.baton.conversation.Event.How;
import dev.baton.identity.AgentId;

/** How a conversation comes to an agent: pick, offer, router and supervisor all come through here. */
final class Giving {

    private Giving() {}

    static Decision assign(Conversation conversation, Command.Assign assign, Situation situation) {
        if (!mayGive(assign)) {
            return refuse(Refusal.NOT_PERMITTED);
        }
        if (conversation.state() != QUEUED) {
            return refuse(conversation.agent() == null ? Refusal.WRONG_STATE : Refusal.ALREADY_ASSIGNED);
        }
        var offeredTo = conversation.offeredTo();
        if (offeredTo != null && !offeredTo.equals(assign.agent()) && !assign.overrides()) {
            return refuse(Refusal.ALREADY_OFFERED);
        }
        if (conversation.parked() && assign.how() == How.AUTOMATIC) {
            return refuse(Refusal.ALREADY_PARKED);
        }
        return AssignmentRules.objection(assign.how(), assign.overrides(), situation, assign.agent(), conversation)
                .map(Decision::refuse)
                .orElseGet(() -> accept(assign.by(), new Event.Assigned(assign.agent(), assign.how(), assign.why())));
    }

    static Decision offer(Conversation conversation, Command.Offer offer, Situation situation) {
        if (conversation.state() != QUEUED) {
            return refuse(conversation.agent() == null ? Refusal.WRONG_STATE : Refusal.ALREADY_ASSIGNED);
        }
        if (conversation.offeredTo() != null) {
            return refuse(Refusal.ALREADY_OFFERED);
        }
        if (conversation.parked()) {
            return refuse(Refusal.ALREADY_PARKED);
        }
        return AssignmentRules.objection(How.AUTOMATIC, false, situation, offer.agent(), conversation)
                .map(Decision::refuse)
                .orElseGet(() -> accept(Actor.SYSTEM, new Event.Offered(offer.agent(), offer.why())));
    }

    static Decision acceptOffer(Conversation conversation, AgentId agent, Situation situation) {
        return orElse(
                offerTo(conversation, agent),
                () -> conversation.transferOffer() == null
                        ? acceptFromLine(conversation, agent, situation)
                        : Carrying.acceptTransfer(conversation, agent, situation));
    }

    private static Decision acceptFromLine(Conversation conversation, AgentId agent, Situation situation) {
        return AssignmentRules.objection(How.OFFER, false, situation, agent, conversation)
                .map(Decision::refuse)
                .orElseGet(() -> accept(new Actor.Agent(agent), new Event.Assigned(agent, How.OFFER)));
    }

    static Decision declineOffer(Conversation conversation, Command.DeclineOffer decline) {
        var agent = decline.agent();
        return orElse(
                offerTo(conversation, agent),
                () -> accept(new Actor.Agent(agent), new Event.OfferEnded(agent, "declined", decline.reason())));
    }

    static Decision changeCategory(Conversation conversation, Command.ChangeCategory change, Situation situation) {
        if (!isCustomer(change.by()) && !supervises(change.by())) {
            return refuse(Refusal.NOT_PERMITTED);
        }
        if (conversation.state() != QUEUED) {
            return refuse(Refusal.WRONG_STATE);
        }
        if (change.category().equals(conversation.category())) {
            return refuse(Refusal.SAME_CATEGORY);
        }
        return accept(
                change.by(),
                new Event.CategoryChanged(
                        change.category(),
                        change.group(),
                        change.policyVersion(),
                        situation.ageingSeconds(change.policyVersion())));
    }
}
