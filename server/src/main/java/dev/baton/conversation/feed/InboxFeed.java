package dev.baton.conversation.feed;

import dev.baton.conversation.Conversation;
import dev.baton.conversation.ConversationId;
import dev.baton.conversation.log.Committed;
import dev.baton.conversation.view.Recent;
import dev.baton.conversation.view.Rendering;
import dev.baton.conversation.view.WaitingLines;
import dev.baton.identity.AgentId;
import dev.baton.identity.Viewer;
import dev.baton.live.LiveSession;
import dev.baton.live.LiveSessions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The lists of staff. Whoever has the conversation, or had it, is told at once. For everybody else what happens within a
 * moment is told as one change: a conversation that is assigned as soon as it starts never appears in fifty queues to vanish
 * from them again. Used by one thread.
 */
final class InboxFeed {

    private static final long MOMENT_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long ALWAYS = Long.MAX_VALUE;

    /** @param before as the others know it; null when they do not */
    private record Change(Conversation before, Committed latest) {}

    private final LiveSessions sessions;
    private final Rendering rendering;
    private final Recent recent;
    private final WaitingLines lines;
    private final Map<ConversationId, Change> untold = new LinkedHashMap<>();
    private long untoldSince;

    InboxFeed(LiveSessions sessions, Rendering rendering, Recent recent, WaitingLines lines) {
        this.sessions = sessions;
        this.rendering = rendering;
        this.recent = recent;
        this.lines = lines;
    }

    void tell(Committed committed, Telling telling) {
        for (LiveSession session : sessions.staff()) {
            if (session.viewer() instanceof Viewer.Staff viewer && isTheirs(viewer, committed)) {
                tell(session, viewer, committed.before(), committed.after(), telling);
            }
        }
        if (untold.isEmpty()) {
            untoldSince = System.nanoTime();
        }
        untold.merge(
                committed.after().id(),
                new Change(committed.before(), committed),
                (known, more) -> new Change(known.before, committed));
    }

    /** How long the feed may wait for other news. */
    long nanosToWait() {
        return untold.isEmpty() ? Long.MAX_VALUE : Math.max(0, untoldSince + MOMENT_NANOS - System.nanoTime());
    }

    /** Tells the others, if the moment is over. */
    void tellDue() {
        if (nanosToWait() > 0) {
            return;
        }
        for (Change change : List.copyOf(untold.values())) {
            tellOthers(change);
            untold.remove(change.latest.after().id());
        }
    }

    private void tellOthers(Change change) {
        Conversation after = change.latest.after();
        // How far each side has read may have been told since the commit.
        var telling = new Telling(change.latest, rendering, recent.cursors(after.id()), lines.position(after));
        for (LiveSession session : sessions.staff()) {
            if (session.viewer() instanceof Viewer.Staff viewer && !isTheirs(viewer, change.latest)) {
                tell(session, viewer, change.before, after, telling);
            }
        }
    }

    private static boolean isTheirs(Viewer.Staff viewer, Committed committed) {
        AgentId had = committed.before() == null ? null : committed.before().agent();
        return viewer.id().equals(had) || viewer.id().equals(committed.after().agent());
    }

    private static void tell(
            LiveSession session, Viewer.Staff viewer, Conversation before, Conversation after, Telling telling) {
        boolean was = InboxScope.includes(viewer, session.isWatchingAll(), before);
        boolean is = InboxScope.includes(viewer, session.isWatchingAll(), after);
        if (was && !is) {
            session.deliver(LiveSession.INBOX, ALWAYS, FeedFrames.inboxGone(after.id()));
        } else if (is && !(was && session.follows(after.id().value()))) {
            session.deliver(LiveSession.INBOX, ALWAYS, telling.item(viewer));
        }
    }
}
