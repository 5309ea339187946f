package dev.baton.conversation.log;

import dev.baton.conversation.AgentView;
import dev.baton.conversation.Conversation;
import dev.baton.identity.AgentId;
import dev.baton.identity.GroupId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The loads of the agents whose rows a transaction holds, as its commands change them one after the other. */
final class LoadLedger {

    private final Map<AgentId, AgentView> before = new HashMap<>();
    private final Map<AgentId, AgentView> now = new HashMap<>();

    void locked(Map<AgentId, AgentView> rows) {
        before.putAll(rows);
        now.putAll(rows);
    }

    /** As the commands so far have left them. */
    Map<AgentId, AgentView> agents() {
        return Map.copyOf(now);
    }

    /**
     * @param from null when the conversation has just been started
     */
    void move(Conversation from, Conversation to) {
        var slotBefore = from != null && from.holdsSlot() ? from.agent() : null;
        var slotAfter = to.holdsSlot() ? to.agent() : null;
        var groupBefore = from == null ? null : from.group();
        if (!Objects.equals(slotBefore, slotAfter)
                || slotAfter != null && !to.group().equals(groupBefore)) {
            add(slotBefore, groupBefore, -to.slots());
            add(slotAfter, to.group(), to.slots());
        }
    }

    private void add(AgentId agent, GroupId group, int slots) {
        if (agent == null) {
            return;
        }
        var view = now.get(agent);
        if (view == null) {
            // Two commands of one batch met in a way that was not foreseen when locking: one by one is right.
            throw new IllegalStateException("the row of agent " + agent + " is not locked");
        }
        now.put(agent, view.plus(group, slots));
    }

    /** What has to be written: guarded wherever the new load is within the capacity. */
    List<AgentLoadStore.Change> changes() {
        var changes = new ArrayList<AgentLoadStore.Change>();
        for (var view : now.values()) {
            int delta = view.load() - before.get(view.id()).load();
            if (delta != 0) {
                boolean guarded = delta > 0 && view.load() <= view.capacity();
                changes.add(new AgentLoadStore.Change(view.id(), delta, guarded, delta > 0));
            }
        }
        return changes;
    }
}
