package dev.baton.conversation.log;

import dev.baton.conversation.Actor;
import dev.baton.conversation.Conversation;
import dev.baton.conversation.Decision.Happening;
import dev.baton.conversation.Entry;
import dev.baton.conversation.Event;
import dev.baton.conversation.Lifecycle;
import dev.baton.conversation.policy.Policy;
import dev.baton.conversation.policy.QueuePolicy.ClosedAction;
import dev.baton.hours.Calendars;
import dev.baton.identity.GroupId;
import dev.baton.platform.Refused;
import dev.baton.platform.database.RoundTrip;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * Whether a line takes somebody in: answered before they wait, and never after. For one transaction, in which it counts
 * whom it has let in already.
 */
final class AdmissionStore {

    /**
     * The group is closed, or its line is full.
     *
     * @param refused not even a message is taken
     */
    record Obstacle(String why, Instant until, boolean refused) {

        Happening parks() {
            return new Happening(Actor.SYSTEM, new Event.Parked(why, until));
        }

        Refused refusal() {
            return new Refused(
                    409,
                    why.equals("closed") ? "group_closed" : "queue_full",
                    until == null ? Map.of() : Map.of("opens_at", until.toString()));
        }
    }

    private static final class Line {
        private boolean full;
        private int waiting;
    }

    private final Handle handle;
    private final Calendars calendars;
    private final Map<GroupId, Line> lines = new HashMap<>();

    AdmissionStore(Handle handle, Calendars calendars) {
        this.handle = handle;
        this.calendars = calendars;
    }

    /** Null for whoever may wait. */
    Obstacle obstacle(GroupId group, Policy policy, Instant now) {
        boolean refuses = policy.queue().closedAction() == ClosedAction.REFUSE;
        var hours = calendars.of(group);
        if (hours.isPresent() && !hours.get().isOpen(now)) {
            return new Obstacle("closed", hours.get().nextOpening(now).orElse(null), refuses);
        }
        var most = policy.queue().maxLength();
        if (most == null) {
            return null;
        }
        var line = lines.computeIfAbsent(group, this::line);
        var reopens =
                policy.queue().reopenLength() == null ? most : policy.queue().reopenLength();
        boolean full = line.waiting >= (line.full ? reopens : most);
        if (full != line.full) {
            line.full = full;
            mark(group, full);
        }
        line.waiting++;
        return full ? new Obstacle("full", null, refuses) : null;
    }

    /** With what stands in the way, if anything does. */
    static Conversation park(Conversation conversation, Obstacle obstacle, Instant at, List<Entry> added) {
        if (obstacle == null) {
            return conversation;
        }
        var entry = Entry.next(conversation, at, obstacle.parks(), null);
        added.add(entry);
        return Lifecycle.evolve(conversation, entry);
    }

    private Line line(GroupId group) {
        var line = new Line();
        var trip = new RoundTrip();
        trip.query("""
                        SELECT g.line_full, (SELECT count(*) FROM conversations c
                                             WHERE c.state = 'queued' AND c.group_id = g.id AND NOT c.parked) AS waiting
                        FROM groups g WHERE g.id = :group
                        """, row -> {
                    line.full = row.getBoolean("line_full");
                    line.waiting = row.getInt("waiting");
                })
                .bind("group", group.value());
        trip.run(handle);
        return line;
    }

    private void mark(GroupId group, boolean full) {
        var trip = new RoundTrip();
        trip.update("UPDATE groups SET line_full = :full WHERE id = :group", 1)
                .bind("full", full)
                .bind("group", group.value());
        trip.run(handle);
    }
}
