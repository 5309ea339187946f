package dev.baton.routing;

import dev.baton.clocks.DueSource;
import dev.baton.conversation.Command;
import dev.baton.conversation.log.Conversations;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.Jdbi;

/** What is still with an agent when their shift is over goes back to the line, where the policy says so. */
@ApplicationScoped
public class ShiftEnds implements DueSource {

    private static final int AT_ONCE = 500;

    private final Conversations conversations;
    private final RoutingStore store;

    ShiftEnds(Conversations conversations, Jdbi jdbi) {
        this.conversations = conversations;
        store = new RoutingStore(jdbi);
    }

    @Override
    public boolean fireDue() {
        var left = store.leftAtShiftEnd(AT_ONCE).stream()
                .map(work -> conversations
                        .giveLater(Conversations.MACHINE, work.conversation(), new Command.EndShift(work.agent()))
                        .handle((done, refused) -> null))
                .toList();
        left.forEach(CompletableFuture::join);
        return false;
    }
}
