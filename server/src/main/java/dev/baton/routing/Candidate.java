package dev.baton.routing;

import dev.baton.conversation.Availability;
import dev.baton.identity.AgentId;
import dev.baton.identity.GroupId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * An agent with an account in use, as the router found them.
 *
 * @param offlineSince when their last screen went, {@link #EVER} when there was none yet; null while one is connected
 * @param load slots that count against the capacity, offers that they have not answered included
 * @param seats by group that they are a member of
 * @param idleSince when something last came to them or went; null for never
 * @param lastAssignedAt null for never
 * @param shiftEndsAt null where no roster says so
 */
record Candidate(
        AgentId id,
        Instant offlineSince,
        Availability availability,
        Instant availabilitySince,
        int capacity,
        int load,
        Map<GroupId, Seat> seats,
        Instant idleSince,
        Instant lastAssignedAt,
        Instant shiftEndsAt) {

    /**
     * A membership.
     *
     * @param proficiency 1 to 5
     * @param ceiling slots that conversations of this group may take; null for the capacity
     * @param load slots that conversations of this group take now; counted where there is a ceiling
     */
    record Seat(int proficiency, Integer ceiling, int load) {}

    /** Who has never been connected is offline since then. */
    static final Instant EVER = Instant.EPOCH;

    /** Whether there is anything at all that they could be given now: most cannot, in a rush. */
    boolean isFree() {
        return load < capacity && offlineSince == null && availability == Availability.READY;
    }

    double share() {
        return capacity == 0 ? 1 : (double) load / capacity;
    }

    /** After being given so many slots of a group's work. */
    Candidate with(GroupId group, int slots, Instant now) {
        var changed = seats;
        var seat = seats.get(group);
        if (seat != null && seat.ceiling != null) {
            changed = new HashMap<>(seats);
            changed.put(group, new Seat(seat.proficiency, seat.ceiling, seat.load + slots));
        }
        return new Candidate(
                id,
                offlineSince,
                availability,
                availabilitySince,
                capacity,
                load + slots,
                changed,
                now,
                now,
                shiftEndsAt);
    }
}
