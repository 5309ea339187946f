package dev.baton.conversation.feed;

import dev.baton.conversation.Conversation;
import dev.baton.conversation.ConversationId;
import dev.baton.conversation.State;
import dev.baton.conversation.log.Conversations;
import dev.baton.conversation.log.Listing;
import dev.baton.conversation.view.ConversationViews;
import dev.baton.identity.Permissions;
import dev.baton.identity.Viewer;
import dev.baton.live.LiveSession;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The list that a member of staff works from: theirs, waiting for their groups, and all that they watch. */
@ApplicationScoped
public class Inboxes {

    private static final int LONGEST = 500;

    private static final Set<State> OPEN =
            Arrays.stream(State.values()).filter(State::isOpen).collect(Collectors.toUnmodifiableSet());

    private final Conversations conversations;
    private final ConversationViews views;
    private final Presence presence;

    Inboxes(Conversations conversations, ConversationViews views, Presence presence) {
        this.conversations = conversations;
        this.views = views;
        this.presence = presence;
    }

    /** Blocks. */
    void arrived(LiveSession session) {
        if (session.viewer() instanceof Viewer.Staff staff) {
            presence.changed(staff.id());
            show(session);
        }
    }

    void departed(LiveSession session) {
        if (session.viewer() instanceof Viewer.Staff staff) {
            presence.changed(staff.id());
        }
    }

    /** Never blocks. */
    void tick() {
        presence.retry();
    }

    /** Blocks. Whoever may not watch everything sees what they saw before. */
    void watch(LiveSession session, boolean all) {
        session.setWatchingAll(all && Permissions.mayWatchAll(session.viewer()));
        show(session);
    }

    /** The whole list; what happens while it is read comes after it. Blocks. */
    void show(LiveSession session) {
        if (!(session.viewer() instanceof Viewer.Staff staff)) {
            return;
        }
        session.follow(LiveSession.INBOX);
        session.sendPatiently(FeedFrames.inbox(views.views(staff, listed(session, staff))));
        session.caughtUp(LiveSession.INBOX, 0);
    }

    private List<Conversation> listed(LiveSession session, Viewer.Staff staff) {
        Map<ConversationId, Conversation> listed = new LinkedHashMap<>();
        conversations.list(staff, Listing.mine()).forEach(each -> listed.put(each.id(), each));
        conversations.list(staff, Listing.queue()).forEach(each -> listed.putIfAbsent(each.id(), each));
        if (session.isWatchingAll()) {
            var open = new Listing(Listing.View.ALL, OPEN, null, null, null, null, LONGEST);
            conversations.list(staff, open).forEach(each -> listed.putIfAbsent(each.id(), each));
        }
        return listed.values().stream().limit(LONGEST).toList();
    }
}
