package dev.baton.conversation.log;

import dev.baton.clocks.DueSource;
import dev.baton.conversation.Conversation;
import dev.baton.platform.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fires the clocks of conversations through the same door as everybody else's commands. */
@ApplicationScoped
public class DueConversations implements DueSource {

    private static final Logger LOG = LoggerFactory.getLogger(DueConversations.class);
    private static final int AT_ONCE = 500;

    private final Conversations conversations;

    DueConversations(Conversations conversations) {
        this.conversations = conversations;
    }

    @Override
    public boolean fireDue() {
        var due = conversations.due(AT_ONCE);
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

    private Conversation failed(Throwable failure) {
        var cause = failure.getCause() == null ? failure : failure.getCause();
        if (!(cause instanceof Refused)) {
            LOG.warn("a clock could not fire and stays due: {}", cause.toString());
        }
        return null;
    }
}
