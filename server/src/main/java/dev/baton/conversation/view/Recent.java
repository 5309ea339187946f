package dev.baton.conversation.view;

import dev.baton.conversation.Conversation;
import dev.baton.conversation.ConversationId;
import dev.baton.conversation.log.Conversations;
import dev.baton.conversation.log.Cursors;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The conversations of the moment, as last committed, and how far each side has read: what telling needs per message. */
@ApplicationScoped
public class Recent {

    private static final int KEPT = 20_000;

    private final Conversations conversations;
    private final Map<ConversationId, Conversation> last = new Bounded<>();
    private final Map<ConversationId, Cursors> cursors = new Bounded<>();

    Recent(Conversations conversations) {
        this.conversations = conversations;
    }

    /** Older news than what is known changes nothing. */
    public synchronized void saw(Conversation conversation) {
        last.merge(conversation.id(), conversation, (known, seen) -> seen.seq() > known.seq() ? seen : known);
    }

    /** As last seen, or null. */
    public synchronized Conversation conversation(ConversationId id) {
        return last.get(id);
    }

    public Cursors cursors(ConversationId id) {
        synchronized (this) {
            Cursors known = cursors.get(id);
            if (known != null) {
                return known;
            }
        }
        return saw(id, conversations.cursors(id));
    }

    public Map<ConversationId, Cursors> cursors(Collection<ConversationId> ids) {
        List<ConversationId> unknown;
        synchronized (this) {
            unknown = ids.stream().filter(id -> !cursors.containsKey(id)).toList();
        }
        Map<ConversationId, Cursors> read = unknown.isEmpty() ? Map.of() : conversations.cursors(unknown);
        unknown.forEach(id -> saw(id, read.getOrDefault(id, Cursors.NONE)));
        return ids.stream().distinct().collect(Collectors.toMap(id -> id, this::cursors));
    }

    /** Cursors only grow, so whoever comes last with less changes nothing. */
    public synchronized Cursors saw(ConversationId id, Cursors seen) {
        return cursors.merge(
                id,
                seen,
                (known, more) -> new Cursors(
                        Math.max(known.customerDelivered(), more.customerDelivered()),
                        Math.max(known.customerRead(), more.customerRead()),
                        Math.max(known.staffDelivered(), more.staffDelivered()),
                        Math.max(known.staffRead(), more.staffRead())));
    }

    /** Forgets what has not been looked at for longest. */
    private static final class Bounded<K, V> extends LinkedHashMap<K, V> {
        private static final long serialVersionUID = 1;

        Bounded() {
            super(64, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > KEPT;
        }
    }
}
