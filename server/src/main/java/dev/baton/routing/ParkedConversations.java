package dev.baton.routing;

import dev.baton.clocks.DueSource;
import dev.baton.conversation.Actor;
import dev.baton.conversation.Command;
import dev.baton.conversation.log.Conversations;
import dev.baton.conversation.policy.AssignmentPolicy;
import dev.baton.hours.Calendars;
import dev.baton.platform.database.DatabaseTime;
import dev.baton.routing.ParkedStore.Parked;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;

/**
 * Brings back what was parked, once a second. Who came when the group was closed goes into the line when it opens, at the
 * front of it by their age. Others come back when nobody waits in its line and somebody is free, the oldest goes back into
 * the line, at its original age. In groups where agents pick for themselves they pick what is parked as well.
 */
@ApplicationScoped
public class ParkedConversations implements DueSource {

    private static final int AT_ONCE = 500;
    private static final long EVERY_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Conversations conversations;
    private final Calendars calendars;
    private final DatabaseTime time;
    private final ParkedStore store;
    private long lookedAt = System.nanoTime() - EVERY_NANOS;

    ParkedConversations(Conversations conversations, Calendars calendars, DatabaseTime time, Jdbi jdbi) {
        this.conversations = conversations;
        this.calendars = calendars;
        this.time = time;
        store = new ParkedStore(jdbi);
    }

    @Override
    public boolean fireDue() {
        if (System.nanoTime() - lookedAt < EVERY_NANOS) {
            return false;
        }
        lookedAt = System.nanoTime();
        var now = time.now();
        var open = store.closed().stream()
                .filter(group -> calendars.isOpen(group, now))
                .toList();
        if (!open.isEmpty()) {
            unpark(store.waitingForOpening(open, AT_ONCE));
        }
        unpark(store.wanted().stream()
                .filter(parked -> calendars.isOpen(parked.group(), now))
                .filter(parked ->
                        conversations.newestPolicy(parked.group()).assignment().mode() != AssignmentPolicy.Mode.MANUAL)
                .toList());
        return false;
    }

    private void unpark(List<Parked> parked) {
        parked.stream()
                .map(one -> conversations
                        .giveLater(Conversations.MACHINE, one.conversation(), new Command.Unpark(Actor.SYSTEM))
                        .handle((done, refused) -> null))
                .toList()
                .forEach(CompletableFuture::join);
    }
}
