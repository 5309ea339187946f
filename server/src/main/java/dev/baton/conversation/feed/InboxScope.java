package dev.baton.conversation.feed;

import dev.baton.conversation.Conversation;
import dev.baton.conversation.State;
import dev.baton.conversation.log.Conversations;
import dev.baton.identity.Permissions;
import dev.baton.identity.Viewer;

/** Whether a conversation belongs into somebody's list: theirs, offered to them, waiting for one of their groups, or all that they watch. */
final class InboxScope {

    private InboxScope() {}

    static boolean includes(Viewer.Staff viewer, boolean watchingAll, Conversation conversation) {
        if (conversation == null || !conversation.state().isOpen()) {
            return false;
        }
        return viewer.id().equals(conversation.agent())
                || viewer.id().equals(conversation.offeredTo())
                || (conversation.state() == State.QUEUED && conversation.isServedBy(viewer.groups()))
                || (watchingAll && Permissions.maySee(viewer, Conversations.facts(conversation)));
    }
}
