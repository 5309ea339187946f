package dev.baton.conversation.log;

import dev.baton.clocks.DueSource;
import dev.baton.clocks.Outage;
import dev.baton.conversation.Conversation;
import dev.baton.platform.Refused;
import dev.baton.platform.database.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fires the clocks of conversations through the same door as everybody else's commands. */
@ApplicationScoped
public class DueConversations implements DueSource {

    private static final Logger LOG = LoggerFactory.getLogger(DueConversations.class);
    private static final int AT_ONCE = 500;

    private final Conversations conversations;
    private final DatabaseTime time;
    private final Outage outage = new Outage();

    DueConversations(Conversations conversations, DatabaseTime time) {
        this.conversations = conversations;
        this.time = time;
    }

    @Override
    public boolean fireDue() {
        boolean grace = outage.graceAt(System.nanoTime(), time.now());
        // More are looked at in a time of grace, so that those who are held do not stand before the others.
        var due = conversations.due(grace ? 20 * AT_ONCE : AT_ONCE).stream()
                .filter(conversation -> !grace || !isLast(conversation))
                .limit(AT_ONCE)
                .toList();
        var firings = due.stream()
                .map(conversations::fire)
                .map(firing -> firing.exceptionally(this::failed))
                .toList();
        boolean progress = false;
        for (var firing : firings) {
            progress |= firing.join() != null;
        }
        return progress && due.size() == AT_ONCE;
    }

    private boolean isLast(Conversation conversation) {
        return conversations.clocks(conversation).getFirst().clock().isLast();
    }

    private Conversation failed(Throwable failure) {
        var cause = failure.getCause() == null ? failure : failure.getCause();
        if (!(cause instanceof Refused)) {
            LOG.warn("a clock could not fire and stays due: {}", cause.toString());
        }
        return null;
    }
}
