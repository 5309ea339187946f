package dev.baton.conversation.feed;

import dev.baton.conversation.Conversation;
import dev.baton.conversation.ConversationId;
import dev.baton.conversation.Entry;
import dev.baton.conversation.log.Conversations;
import dev.baton.conversation.view.ConversationViews;
import dev.baton.conversation.view.Recent;
import dev.baton.identity.Permissions;
import dev.baton.identity.Viewer;
import dev.baton.live.LiveSession;
import dev.baton.live.LiveSessions;
import dev.baton.platform.Json;
import dev.baton.platform.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/**
 * Brings a session up to date in one conversation: follow first, read second, so that nothing falls between; what was read
 * and comes live as well is dropped. Blocks.
 */
@ApplicationScoped
public class CatchUp {

    /** Whoever has missed more starts over from a snapshot. */
    private static final long LONGEST_GAP = 1_000;

    /** Entries in one frame: the longest ones still fit into half of what may wait for a session. */
    private static final int CHUNK = 20;

    private final Conversations conversations;
    private final ConversationViews views;
    private final Recent recent;
    private final LiveSessions sessions;

    CatchUp(Conversations conversations, ConversationViews views, Recent recent, LiveSessions sessions) {
        this.conversations = conversations;
        this.views = views;
        this.recent = recent;
        this.sessions = sessions;
    }

    void resume(LiveSession session, UUID stream, Long after) {
        session.follow(stream);
        Conversation now;
        try {
            now = conversations.find(session.viewer(), new ConversationId(stream));
        } catch (Refused notFound) {
            session.leave(stream, true);
            return;
        }
        recent.saw(now);
        sessions.reached(stream, now.seq(), now.publicSeq());
        long head = ConversationViews.head(now, Permissions.maySeeStaffSide(session.viewer()));
        if (after == null || after > head || head - after > LONGEST_GAP) {
            session.sendPatiently(FeedFrames.reset(now.id(), snapshot(session.viewer(), now)));
        } else {
            sendMissed(session, now, after, head);
        }
        session.send(FeedFrames.caughtUp(now.id(), head, view(session.viewer(), now)));
        session.caughtUp(stream, now.seq());
    }

    /** Up to the head that was read first, and not further: what came later waits in the session. */
    private void sendMissed(LiveSession session, Conversation now, long after, long head) {
        boolean staff = Permissions.maySeeStaffSide(session.viewer());
        long sent = after;
        while (sent < head) {
            List<Entry> entries =
                    conversations.entriesAfter(session.viewer(), now.id(), sent, (int) Math.min(CHUNK, head - sent));
            if (entries.isEmpty()) {
                throw new IllegalStateException("the log of " + now.id() + " ends before its head");
            }
            String json = Json.write(views.entries(session.viewer(), now, entries));
            session.sendPatiently(FeedFrames.update(now.id(), json, null));
            sent = ConversationViews.number(entries.getLast(), staff);
        }
    }

    /** Leaves the conversation when its viewer may no longer see it. */
    void check(LiveSession session, UUID stream) {
        try {
            conversations.find(session.viewer(), new ConversationId(stream));
        } catch (Refused notFound) {
            session.leave(stream, true);
        }
    }

    private String snapshot(Viewer viewer, Conversation now) {
        return switch (viewer) {
            case Viewer.Customer customer -> Json.write(views.snapshot(customer, now));
            case Viewer.Staff staff -> Json.write(views.snapshot(staff, now));
            case Viewer.Machine machine -> throw new IllegalStateException(machine + " has no screen");
        };
    }

    private String view(Viewer viewer, Conversation now) {
        return switch (viewer) {
            case Viewer.Customer customer -> Json.write(views.view(customer, now));
            case Viewer.Staff staff -> Json.write(views.view(staff, now));
            case Viewer.Machine machine -> throw new IllegalStateException(machine + " has no screen");
        };
    }
}
