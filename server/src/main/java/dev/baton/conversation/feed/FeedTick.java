package dev.baton.conversation.feed;

import dev.baton.conversation.ConversationId;
import dev.baton.conversation.log.Conversations;
import dev.baton.conversation.log.Cursors;
import dev.baton.conversation.view.Recent;
import dev.baton.conversation.view.WaitingLines;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;

/** Once a second: cursors are stored, places in line counted, colleagues told. One round at a time. */
@ApplicationScoped
public class FeedTick {

    private static final Logger LOG = Logger.getLogger(FeedTick.class);

    /** Ten thousand places are told within 0.8 s, well inside the two seconds that are promised. */
    private static final int PORTION = 250;

    private static final long BETWEEN_PORTIONS_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final Conversations conversations;
    private final Recent recent;
    private final CursorBook cursors;
    private final WaitingLines lines;
    private final ConversationFeed feed;
    private final TeamFeed team;
    private final AtomicBoolean busy = new AtomicBoolean();

    /** Stored and not told yet. For the one round at a time. */
    private final Set<ConversationId> moved = new LinkedHashSet<>();

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
            team.tell();
            tellPlaces(lines.recount());
        } catch (RuntimeException failed) {
            LOG.warnf("a round of the feed failed, the next one makes up for it: %s", failed);
        } finally {
            busy.set(false);
        }
    }

    /** In portions: ten thousand new places at once would stand before what people say to each other. */
    private void tellPlaces(List<WaitingLines.Moved> moved) {
        for (int from = 0; from < moved.size(); from += PORTION) {
            if (from > 0) {
                LockSupport.parkNanos(BETWEEN_PORTIONS_NANOS);
            }
            moved.subList(from, Math.min(from + PORTION, moved.size())).forEach(feed::positionMoved);
        }
    }

    private void moveCursors() {
        cursors.flush(moved);
        if (moved.isEmpty()) {
            return;
        }
        Map<ConversationId, Cursors> before = new HashMap<>();
        moved.forEach(id -> before.put(id, recent.cursors(id)));
        Map<ConversationId, Cursors> now = conversations.cursors(moved);
        moved.clear();
        now.forEach((id, stored) -> {
            Cursors merged = recent.saw(id, stored);
            if (!merged.equals(before.get(id))) {
                feed.cursorsMoved(id, before.get(id), merged);
            }
        });
    }
}
