package dev.baton.conversation.feed;

import dev.baton.conversation.Conversation;
import dev.baton.conversation.ConversationId;
import dev.baton.conversation.log.Conversations;
import dev.baton.conversation.view.EntryView.Author;
import dev.baton.conversation.view.Faces;
import dev.baton.conversation.view.Recent;
import dev.baton.identity.Permissions;
import dev.baton.identity.Viewer;
import dev.baton.live.ClientFrame;
import dev.baton.live.Frame;
import dev.baton.live.LiveSession;
import dev.baton.live.LiveSessions;
import dev.baton.platform.Refused;
import dev.baton.platform.Text;
import jakarta.enterprise.context.ApplicationScoped;

/** What people do besides speaking: typing, which is told and forgotten, and reading. Nothing here blocks. */
@ApplicationScoped
public class Gestures {

    /** More of an unfinished text than anybody reads ahead, in UTF-16 units. */
    private static final int PREVIEW = 2_000;

    private final LiveSessions sessions;
    private final Conversations conversations;
    private final Recent recent;
    private final CursorBook cursors;
    private final Faces faces;

    Gestures(LiveSessions sessions, Conversations conversations, Recent recent, CursorBook cursors, Faces faces) {
        this.sessions = sessions;
        this.conversations = conversations;
        this.recent = recent;
        this.cursors = cursors;
        this.faces = faces;
    }

    void cursor(LiveSession session, ClientFrame.Cursor cursor) {
        if (session.follows(cursor.stream())) {
            cursors.move(session.viewer(), new ConversationId(cursor.stream()), cursor.delivered(), cursor.read());
        }
    }

    /** Customers see their agent typing, and staff the customer; what is typed only where the group's policy says so. */
    void typing(LiveSession session, ClientFrame.Typing typing) {
        var id = new ConversationId(typing.stream());
        Conversation conversation = session.follows(typing.stream()) ? recent.conversation(id) : null;
        // Who asks to follow is a follower until their right has been looked up.
        if (conversation == null || !maySee(session, conversation)) {
            return;
        }
        switch (session.viewer()) {
            case Viewer.Customer customer -> {
                var by = new Author("customer", customer.id().value(), null);
                Frame frame = FeedFrames.typing(id, by, typing.active(), preview(conversation, typing.text()));
                sessions.whisper(typing.stream(), each -> each.isStaff() && maySee(each, conversation) ? frame : null);
            }
            case Viewer.Staff staff
            when staff.id().equals(conversation.agent()) -> {
                var by = new Author("agent", staff.id().value(), faces.agent(staff.id()));
                Frame frame = FeedFrames.typing(id, by, typing.active(), null);
                sessions.whisper(
                        typing.stream(), each -> isAgents(each, staff) || !maySee(each, conversation) ? null : frame);
            }
            case Viewer.Staff _, Viewer.Machine _ -> {}
        }
    }

    private static boolean maySee(LiveSession session, Conversation conversation) {
        return Permissions.maySee(session.viewer(), Conversations.facts(conversation));
    }

    private static boolean isAgents(LiveSession session, Viewer.Staff agent) {
        return session.viewer() instanceof Viewer.Staff staff && staff.id().equals(agent.id());
    }

    private String preview(Conversation conversation, String text) {
        if (text == null
                || text.length() > PREVIEW
                || !conversations.policy(conversation.policyVersion()).typingPreview()) {
            return null;
        }
        try {
            return Text.wellFormed(text);
        } catch (Refused halfACharacter) {
            return null;
        }
    }
}
