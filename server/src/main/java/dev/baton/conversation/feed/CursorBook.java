package dev.baton.conversation.feed;

import dev.baton.conversation.Conversation;
import dev.baton.conversation.ConversationId;
import dev.baton.conversation.log.Conversations;
import dev.baton.conversation.view.Recent;
import dev.baton.identity.Viewer;
import dev.baton.platform.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Cursors between the moment that a client moves one and the moment that it is stored: at most one write a second each. */
@ApplicationScoped
public class CursorBook {

    /** Both sides of one conversation move for themselves. */
    private record Mark(ConversationId conversation, boolean staff) {}

    private record Move(Viewer viewer, long delivered, long read) {
        Move and(Move later) {
            return new Move(later.viewer, Math.max(delivered, later.delivered), Math.max(read, later.read));
        }
    }

    private final Conversations conversations;
    private final Recent recent;
    private final Map<Mark, Move> moves = new ConcurrentHashMap<>();

    CursorBook(Conversations conversations, Recent recent) {
        this.conversations = conversations;
        this.recent = recent;
    }

    /** Never blocks. Only the two sides count: the customer, and the agent who is responsible. */
    void move(Viewer viewer, ConversationId id, long delivered, long read) {
        Conversation known = recent.conversation(id);
        if (known == null || !isSide(viewer, known)) {
            return;
        }
        // Nobody has read what is not written yet; and what is read has been received.
        long readSoFar = Math.min(read, known.publicSeq());
        long deliveredSoFar = Math.min(Math.max(delivered, readSoFar), known.publicSeq());
        var mark = new Mark(id, viewer instanceof Viewer.Staff);
        moves.merge(mark, new Move(viewer, deliveredSoFar, readSoFar), Move::and);
    }

    private static boolean isSide(Viewer viewer, Conversation conversation) {
        return switch (viewer) {
            case Viewer.Customer customer -> customer.id().equals(conversation.customer());
            case Viewer.Staff staff -> staff.id().equals(conversation.agent());
            case Viewer.Machine _ -> false;
        };
    }

    /** Stores what has moved and adds the conversations to {@code moved}; what could not be stored is kept. Blocks. */
    void flush(Set<ConversationId> moved) {
        for (Mark mark : moves.keySet()) {
            Move move = moves.remove(mark);
            if (move != null && store(mark, move)) {
                moved.add(mark.conversation());
            }
        }
    }

    private boolean store(Mark mark, Move move) {
        try {
            conversations.moveCursor(move.viewer(), mark.conversation(), move.delivered(), move.read());
            return true;
        } catch (Refused goneMeanwhile) {
            return false;
        } catch (RuntimeException away) {
            moves.merge(mark, move, Move::and);
            throw away;
        }
    }
}
