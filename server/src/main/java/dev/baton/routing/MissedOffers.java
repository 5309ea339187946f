package dev.baton.routing;

import dev.baton.conversation.Event;
import dev.baton.conversation.log.Committed;
import dev.baton.conversation.log.Conversations;
import dev.baton.staffing.Agents;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Whoever misses several offers in a row is evidently not there: they are set away, and told so on their screens. */
@ApplicationScoped
public class MissedOffers {

    private static final Set<Event.How> OWN_HAND = Set.of(Event.How.OFFER, Event.How.PICK);

    private final Agents agents;
    private final Conversations conversations;
    private final ExecutorService counting = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("missed-offers").factory());

    MissedOffers(Agents agents, Conversations conversations) {
        this.agents = agents;
        this.conversations = conversations;
    }

    void stop(@Observes ShutdownEvent stopping) {
        counting.close();
    }

    /** Beside the commits, which must not wait for this. */
    void on(@Observes Committed committed) {
        for (var entry : committed.entries()) {
            if (entry.event() instanceof Event.OfferEnded ended) {
                ended(ended, committed);
            } else if (entry.event() instanceof Event.Assigned assigned && OWN_HAND.contains(assigned.how())) {
                counting.submit(() -> agents.answeredOffer(assigned.agent()));
            }
        }
    }

    private void ended(Event.OfferEnded ended, Committed committed) {
        if (!ended.why().equals("missed")) {
            counting.submit(() -> agents.answeredOffer(ended.agent()));
            return;
        }
        var group = committed.after().group();
        counting.submit(() -> agents.missedOffer(
                ended.agent(), conversations.newestPolicy(group).assignment().offerMisses()));
    }
}
