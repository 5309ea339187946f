package dev.baton.conversation;

import static dev.baton.conversation.Scene.AMY;
import static dev.baton.conversation.Scene.BO;
import static dev.baton.conversation.Scene.BROKEN;
import static dev.baton.conversation.Scene.LIN;
import static dev.baton.conversation.Scene.PRICES;
import static dev.baton.conversation.Scene.REPAIRS;
import static dev.baton.conversation.Scene.SALES;

import dev.baton.conversation.Decision.Happening;
import dev.baton.conversation.Event.How;
import java.util.List;
import java.util.Set;

/** One of every kind of entry, to be thrown at conversations in which they make no sense. */
public final class Facts {

    private static final TransferTerms TERMS = new TransferTerms(AMY, REPAIRS, 2, "other", null, false);

    public static final List<Happening> ALL = List.of(
            new Happening(LIN, new Event.Said("words", List.of())),
            new Happening(LIN, new Event.Said(null, List.of())),
            new Happening(new Actor.Agent(AMY), new Event.Said("words", List.of())),
            new Happening(Actor.SYSTEM, new Event.Said("words", List.of())),
            new Happening(new Actor.Agent(AMY), new Event.Noted("a note")),
            new Happening(LIN, new Event.Started(REPAIRS, BROKEN, 1, 2, null, 600L, 1)),
            new Happening(Actor.SYSTEM, new Event.Assigned(BO, How.AUTOMATIC)),
            new Happening(Actor.SYSTEM, new Event.Offered(BO)),
            new Happening(Actor.SYSTEM, new Event.OfferEnded(BO, "missed")),
            new Happening(LIN, new Event.CategoryChanged(BROKEN, REPAIRS, 2, 300L)),
            new Happening(Actor.SYSTEM, new Event.Overflowed(Set.of(Scene.BACKUP))),
            new Happening(Actor.SYSTEM, new Event.QueueAlarmed()),
            new Happening(Actor.SYSTEM, new Event.Parked("closed", Scene.NINE)),
            new Happening(Actor.SYSTEM, new Event.Unparked()),
            new Happening(Actor.SYSTEM, new Event.PriorityChanged(2)),
            new Happening(new Actor.Agent(AMY), new Event.TransferOffered(BO, TERMS)),
            new Happening(new Actor.Agent(AMY), new Event.Transferred(BO, AMY, SALES, PRICES, TERMS, 300L)),
            new Happening(new Actor.Agent(AMY), new Event.Transferred(null, AMY, SALES, PRICES, TERMS, 300L)),
            new Happening(Actor.SYSTEM, new Event.Requeued("slack", AMY)),
            new Happening(Actor.SYSTEM, new Event.Unattended("offline")),
            new Happening(Actor.SYSTEM, new Event.Nudged()),
            new Happening(Actor.SYSTEM, new Event.ReplyAlarmed(3)),
            new Happening(Actor.SYSTEM, new Event.Silenced(true)),
            new Happening(Actor.SYSTEM, new Event.Reminded(1)),
            new Happening(new Actor.Agent(AMY), new Event.AskedToEnd(null)),
            new Happening(new Actor.Agent(AMY), new Event.Withdrawn()),
            new Happening(LIN, new Event.Unresolved(null, null)),
            new Happening(LIN, new Event.Ended(State.ENDED, "customer_ended", null)),
            new Happening(Actor.SYSTEM, new Event.Reopened(AMY, 1)),
            new Happening(LIN, new Event.Rated(3, null, 1)));

    private Facts() {}
}
