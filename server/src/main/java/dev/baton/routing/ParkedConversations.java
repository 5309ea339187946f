package dev.baton.routing;

import dev.baton.clocks.DueSource;
import dev.baton.conversation.Actor;
import dev.baton.conversation.Command;
import dev.baton.conversation.log.Conversations;
import dev.baton.conversation.policy.AssignmentPolicy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;

/**
 * Brings back what was parked, once a second: when nobody waits in its line and somebody is free, the oldest goes back into
 * the line, at its original age. In groups where agents pick for themselves they pick what is parked as well.
 */
@ApplicationScoped
public class ParkedConversations implements DueSource {

    private static final long EVERY_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Conversations conversations;
    private final ParkedStore store;
    private long lookedAt = System.nanoTime() - EVERY_NANOS;

    ParkedConversations(Conversations conversations, Jdbi jdbi) {
        this.conversations = conversations;
        store = new ParkedStore(jdbi);
    }

    @Override
    public boolean fireDue() {
        if (System.nanoTime() - lookedAt < EVERY_NANOS) {
            return false;
        }
        lookedAt = System.nanoTime();
        store.wanted().stream()
                .filter(parked ->
                        conversations.newestPolicy(parked.group()).assignment().mode() != AssignmentPolicy.Mode.MANUAL)
                .map(parked -> conversations
                        .giveLater(Conversations.MACHINE, parked.conversation(), new Command.Unpark(Actor.SYSTEM))
                        .handle((done, refused) -> null))
                .toList()
                .forEach(CompletableFuture::join);
        return false;
    }
}
