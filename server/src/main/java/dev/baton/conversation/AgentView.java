package dev.baton.conversation;

import dev.baton.identity.AgentId;
import dev.baton.identity.GroupId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What deciding needs to know of an agent, read under the lock of the agent's row.
 *
 * @param enabled whether the account may still sign in
 * @param connected whether at least one of the agent's screens is connected
 * @param capacity how many slots may count at once
 * @param load how many count now
 * @param room slots left below the ceiling, by group; groups without a ceiling are not in it
 * @param shiftEndsAt null where no roster says so
 */
public record AgentView(
        AgentId id,
        boolean enabled,
        boolean connected,
        Availability availability,
        Set<GroupId> groups,
        int capacity,
        int load,
        Map<GroupId, Integer> room,
        Instant shiftEndsAt) {

    /** Without ceilings, and not on any roster. */
    public AgentView(
            AgentId id,
            boolean enabled,
            boolean connected,
            Availability availability,
            Set<GroupId> groups,
            int capacity,
            int load) {
        this(id, enabled, connected, availability, groups, capacity, load, Map.of(), null);
    }

    public boolean onDuty() {
        return enabled && connected && availability.isOnDuty();
    }

    public boolean hasFreeSlots(int slots) {
        return load + slots <= capacity;
    }

    public boolean hasRoom(GroupId group, int slots) {
        return room.getOrDefault(group, Integer.MAX_VALUE) >= slots;
    }

    /** The same agent with so many slots of a group's work more, or fewer. */
    public AgentView plus(GroupId group, int slots) {
        var left = room;
        if (room.containsKey(group)) {
            left = new HashMap<>(room);
            left.merge(group, -slots, Integer::sum);
        }
        return new AgentView(
                id, enabled, connected, availability, groups, capacity, load + slots, Map.copyOf(left), shiftEndsAt);
    }
}
