package dev.baton.conversation.log;

import dev.baton.clocks.DueSource;
import dev.baton.clocks.Outage;
import dev.baton.conversation.Clock;
import dev.baton.conversation.Conversation;
import dev.baton.platform.Refused;
import dev.baton.platform.database.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fires the clocks of conversations through the same door as everybody else's commands. */
@ApplicationScoped
public class DueConversations implements DueSource {

    private static final Logger LOG = LoggerFactory.getLogger(DueConversations.class);
    private static final int AT_ONCE = 500;

    /** Held for a while after an outage. */
    static final List<Clock> LAST =
            Arrays.stream(Clock.values()).filter(Clock::isLast).toList();

    private final Conversations conversations;
    private final DatabaseTime time;
    private final Outage outage = new Outage();

    DueConversations(Conversations conversations, DatabaseTime time) {
        this.conversations = conversations;
        this.time = time;
    }

    @Override
    public boolean fireDue() {
        conversations.settle();
        boolean grace = outage.graceAt(System.nanoTime(), time.now());
        var due = conversations.due(grace ? LAST : List.of(), AT_ONCE);
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
