package dev.baton.conversation.view;

import dev.baton.conversation.Conversation;
import dev.baton.conversation.ConversationId;
import dev.baton.conversation.State;
import dev.baton.conversation.log.Conversations;
import dev.baton.identity.GroupId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The places in each waiting line as they were last counted: what is shown, until the next count a second later. */
@ApplicationScoped
public class WaitingLines {

    /** @param position 1 is next */
    public record Moved(ConversationId conversation, int position) {}

    private final Conversations conversations;
    private final Map<GroupId, Map<ConversationId, Integer>> shown = new ConcurrentHashMap<>();
    private final Set<GroupId> changed = ConcurrentHashMap.newKeySet();

    WaitingLines(Conversations conversations) {
        this.conversations = conversations;
    }

    /** Null when it does not wait, or has not been counted yet; then it soon will be. */
    public Integer position(Conversation conversation) {
        if (conversation.state() != State.QUEUED) {
            return null;
        }
        Map<ConversationId, Integer> line = shown.get(conversation.group());
        if (line == null) {
            changed.add(conversation.group());
            return null;
        }
        return line.get(conversation.id());
    }

    /** Somebody came into the line, left it, or has another place in it. */
    public void changed(Conversation before, Conversation after) {
        boolean waited = before != null && before.state() == State.QUEUED;
        boolean waits = after.state() == State.QUEUED;
        if (waited && waits && samePlace(before, after)) {
            return;
        }
        if (waited) {
            changed.add(before.group());
        }
        if (waits) {
            changed.add(after.group());
        }
    }

    private static boolean samePlace(Conversation before, Conversation after) {
        return before.group().equals(after.group())
                && before.priority() == after.priority()
                && before.parked() == after.parked();
    }

    /**
     * Counts the lines that changed; whoever has another place than shown is in the answer. What could not be counted stays
     * marked: the next count makes up for it. Blocks.
     */
    public List<Moved> recount() {
        List<Moved> moved = new ArrayList<>();
        for (GroupId group : List.copyOf(changed)) {
            try {
                moved.addAll(recount(group));
            } catch (RuntimeException away) {
                changed.add(group);
                if (moved.isEmpty()) {
                    throw away;
                }
                return moved;
            }
        }
        return moved;
    }

    private List<Moved> recount(GroupId group) {
        // First, so that a change during the count is counted the next time.
        changed.remove(group);
        Map<ConversationId, Integer> line = conversations.positions(group);
        Map<ConversationId, Integer> before = shown.put(group, line);
        Map<ConversationId, Integer> known = before == null ? new HashMap<>() : before;
        return line.entrySet().stream()
                .filter(place -> !place.getValue().equals(known.get(place.getKey())))
                .map(place -> new Moved(place.getKey(), place.getValue()))
                .toList();
    }
}
