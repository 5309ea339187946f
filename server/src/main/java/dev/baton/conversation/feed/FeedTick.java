package dev.baton.conversation.feed;

import dev.baton.conversation.ConversationId;
import dev.baton.conversation.log.Conversations;
import dev.baton.conversation.log.Cursors;
import dev.baton.conversation.view.Recent;
import dev.baton.conversation.view.WaitingLines;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Once a second: cursors are stored, places in line counted, colleagues told. One round at a time. */
@ApplicationScoped
public class FeedTick {

    private static final Logger LOG = Logger.getLogger(FeedTick.class);

    private final Conversations conversations;
    private final Recent recent;
    private final CursorBook cursors;
    private final WaitingLines lines;
    private final ConversationFeed feed;
    private final TeamFeed team;
    private final AtomicBoolean busy = new AtomicBoolean();

    FeedTick(
            Conversations conversations,
            Recent recent,
            CursorBook cursors,
            WaitingLines lines,
            ConversationFeed feed,
            TeamFeed team) {
        this.conversations = conversations;
        this.recent = recent;
        this.cursors = cursors;
        this.lines = lines;
        this.feed = feed;
        this.team = team;
    }

    /** Never blocks; a round that takes longer than a second swallows the next. */
    void tick() {
        if (busy.compareAndSet(false, true)) {
            Thread.startVirtualThread(this::round);
        }
    }

    private void round() {
        try {
            moveCursors();
            lines.recount().forEach(feed::positionMoved);
            team.tell();
        } catch (RuntimeException failed) {
            LOG.warnf("a round of the feed failed, the next one makes up for it: %s", failed);
        } finally {
            busy.set(false);
        }
    }

    private void moveCursors() {
        Map<ConversationId, Cursors> before = new HashMap<>();
        Set<ConversationId> moved = cursors.flush();
        if (moved.isEmpty()) {
            return;
        }
        moved.forEach(id -> before.put(id, recent.cursors(id)));
        Map<ConversationId, Cursors> now = conversations.cursors(moved);
        now.forEach((id, stored) -> {
            Cursors merged = recent.saw(id, stored);
            if (!merged.equals(before.get(id))) {
                feed.cursorsMoved(id, before.get(id), merged);
            }
        });
    }
}
