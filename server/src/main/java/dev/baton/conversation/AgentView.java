package dev.baton.conversation;

import dev.baton.identity.AgentId;
import dev.baton.identity.GroupId;
import java.util.Set;

/**
 * What deciding needs to know of an agent, read under the lock of the agent's row.
 *
 * @param enabled whether the account may still sign in
 * @param connected whether at least one of the agent's screens is connected
 * @param capacity how many conversations may count at once
 * @param load how many count now
 */
public record AgentView(
        AgentId id,
        boolean enabled,
        boolean connected,
        Availability availability,
        Set<GroupId> groups,
        int capacity,
        int load) {

    public boolean onDuty() {
        return enabled && connected && availability.isOnDuty();
    }

    public boolean hasFreeSlot() {
        return load < capacity;
    }

    /** The same agent with so many conversations more, or fewer. */
    public AgentView plus(int conversations) {
        return new AgentView(id, enabled, connected, availability, groups, capacity, load + conversations);
    }
}
