package dev.baton.roster;

import dev.baton.identity.AgentChanged;
import dev.baton.identity.AgentId;
import dev.baton.identity.Viewer;
import dev.baton.platform.Refused;
import dev.baton.platform.database.DatabaseTime;
import dev.baton.staffing.AgentProfile;
import dev.baton.staffing.Agents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Shifts, absences and patterns. Supervisors plan for those who share a group with them, admins for everybody; nobody else's
 * shifts are there for them.
 */
@ApplicationScoped
public class Rosters {

    private final Jdbi jdbi;
    private final RosterStore store;
    private final PatternShifts patternShifts;
    private final Agents agents;
    private final DatabaseTime time;
    private final Event<AgentChanged> changed;
    private final AtomicInteger changes = new AtomicInteger();

    Rosters(
            Jdbi jdbi,
            RosterStore store,
            PatternShifts patternShifts,
            Agents agents,
            DatabaseTime time,
            Event<AgentChanged> changed) {
        this.jdbi = jdbi;
        this.store = store;
        this.patternShifts = patternShifts;
        this.agents = agents;
        this.time = time;
        this.changed = changed;
    }

    /** What is planned for those whom somebody plans for. */
    public record Plan(List<AgentProfile> agents, List<Shift> shifts, List<Pattern> patterns) {}

    public Plan plan(Viewer.Staff viewer, Instant from, Instant until) {
        List<AgentProfile> planned = plannedBy(viewer);
        Set<AgentId> ids = ids(planned);
        return jdbi.withHandle(handle -> new Plan(
                planned,
                store.between(handle, from, until).stream()
                        .filter(shift -> ids.contains(shift.agent()))
                        .toList(),
                store.patterns(handle).stream()
                        .filter(pattern -> ids.contains(pattern.agent()))
                        .toList()));
    }

    /** Everybody's who shares a group with the viewer, and the viewer's own. */
    public List<Shift> around(Viewer.Staff viewer, Instant from, Instant until) {
        Set<AgentId> near = ids(agents.all().stream()
                .filter(agent -> agent.enabled() && sharesGroup(viewer, agent))
                .toList());
        return jdbi.withHandle(handle -> store.between(handle, from, until)).stream()
                .filter(shift -> near.contains(shift.agent()))
                .toList();
    }

    public Shift add(Viewer.Staff viewer, Shift shift) {
        demand(viewer, shift.agent());
        return written(Set.of(shift.agent()), handle -> {
            demandFree(handle, shift, List.of());
            store.insert(handle, shift);
            return shift;
        });
    }

    /**
     * What a file says.
     *
     * @param line of the file
     */
    public record Line(int line, Shift shift) {}

    /**
     * Adds all or none; what is there already in the same words stays.
     *
     * @return how many were new
     */
    public int addAll(Viewer.Staff viewer, List<Line> lines) {
        Set<AgentId> concerned = new HashSet<>();
        lines.forEach(line -> concerned.add(line.shift().agent()));
        return written(concerned, handle -> {
            int added = 0;
            for (Line line : lines) {
                Shift shift = line.shift();
                var other = store.inTheWayOf(handle, shift, List.of());
                if (other.isEmpty()) {
                    store.insert(handle, shift);
                    added++;
                } else if (!other.get().span().equals(shift.span())) {
                    throw new Refused(422, "roster_line", Map.of("line", line.line(), "rule", "overlaps"));
                }
            }
            return added;
        });
    }

    /** @param shift the id is that of the old one */
    public Shift change(Viewer.Staff viewer, Shift shift) {
        demand(viewer, shift.agent());
        Set<AgentId> concerned = new HashSet<>(Set.of(shift.agent()));
        return written(concerned, handle -> {
            Shift before = visible(handle, viewer, shift.id());
            concerned.add(before.agent());
            Shift after = new Shift(
                    shift.id(),
                    shift.agent(),
                    shift.kind(),
                    shift.startsAt(),
                    shift.endsAt(),
                    before.pattern(),
                    shift.note());
            demandFree(handle, after, List.of(after.id()));
            store.update(handle, after);
            return after;
        });
    }

    public void delete(Viewer.Staff viewer, ShiftId id) {
        Set<AgentId> concerned = new HashSet<>();
        written(concerned, handle -> {
            Shift shift = visible(handle, viewer, id);
            concerned.add(shift.agent());
            store.delete(handle, id);
            return shift;
        });
    }

    /** Its shifts are there at once, as far ahead as shifts are made. */
    public Pattern add(Viewer.Staff viewer, Pattern pattern) {
        demand(viewer, pattern.agent());
        return written(Set.of(pattern.agent()), handle -> {
            patternShifts.make(handle, pattern, time.now());
            return pattern;
        });
    }

    /** Shifts that have begun, and those that a hand has moved, stay as they are. The agent stays the same. */
    public Pattern change(Viewer.Staff viewer, Pattern pattern) {
        Set<AgentId> concerned = new HashSet<>();
        return written(concerned, handle -> {
            Pattern before = visible(handle, viewer, pattern.id());
            concerned.add(before.agent());
            store.deleteComing(handle, pattern.id());
            Pattern after = new Pattern(
                    pattern.id(),
                    before.agent(),
                    pattern.weekdays(),
                    pattern.from(),
                    pattern.until(),
                    pattern.zone(),
                    pattern.validFrom(),
                    pattern.validUntil());
            patternShifts.make(handle, after, time.now());
            return after;
        });
    }

    /** What it made and has begun stays, as one-off shifts. */
    public void delete(Viewer.Staff viewer, PatternId id) {
        Set<AgentId> concerned = new HashSet<>();
        written(concerned, handle -> {
            Pattern pattern = visible(handle, viewer, id);
            concerned.add(pattern.agent());
            store.deleteComing(handle, id);
            store.deletePattern(handle, id);
            return pattern;
        });
    }

    /**
     * Makes the shifts that patterns promise, and writes down when everybody's work ends.
     *
     * @return when there is something to write down again, at the latest
     */
    Instant keep(Instant now, Span around) {
        Map<AgentId, Instant> ends = new LinkedHashMap<>();
        Instant[] next = {around.until()};
        Set<AgentId> news = jdbi.inTransaction(handle -> {
            patternShifts.extend(handle, now);
            Map<AgentId, List<Shift>> shifts = new LinkedHashMap<>();
            store.between(handle, around.from(), around.until())
                    .forEach(shift -> shifts.computeIfAbsent(shift.agent(), none -> new ArrayList<>())
                            .add(shift));
            shifts.forEach((agent, theirs) -> {
                Roster roster = Roster.of(theirs);
                Instant end = roster.endsAt(now);
                if (end != null) {
                    ends.put(agent, end);
                }
                roster.changesAfter(now).filter(next[0]::isAfter).ifPresent(at -> next[0] = at);
            });
            return store.setEnds(handle, ends);
        });
        news.forEach(agent -> changed.fire(new AgentChanged(agent)));
        return next[0];
    }

    // --- who may plan for whom

    public List<AgentProfile> plannedBy(Viewer.Staff viewer) {
        return agents.all().stream()
                .filter(agent -> agent.enabled() && mayPlan(viewer, agent))
                .toList();
    }

    /** @throws Refused {@code invalid} where the viewer plans for nobody of this id */
    public void demand(Viewer.Staff viewer, AgentId agent) {
        boolean may = agents.find(agent)
                .filter(found -> found.enabled() && mayPlan(viewer, found))
                .isPresent();
        if (!may) {
            throw Refused.invalid("agent", "unknown");
        }
    }

    private Shift visible(Handle handle, Viewer.Staff viewer, ShiftId id) {
        return store.find(handle, id)
                .filter(shift -> mayPlan(viewer, shift.agent()))
                .orElseThrow(Refused::notFound);
    }

    private Pattern visible(Handle handle, Viewer.Staff viewer, PatternId id) {
        return store.findPattern(handle, id)
                .filter(pattern -> mayPlan(viewer, pattern.agent()))
                .orElseThrow(Refused::notFound);
    }

    private boolean mayPlan(Viewer.Staff viewer, AgentId agent) {
        return agents.find(agent).filter(found -> mayPlan(viewer, found)).isPresent();
    }

    private static boolean mayPlan(Viewer.Staff viewer, AgentProfile agent) {
        return switch (viewer) {
            case Viewer.Admin _ -> true;
            case Viewer.Supervisor supervisor -> sharesGroup(supervisor, agent);
            case Viewer.Agent _ -> false;
        };
    }

    private static boolean sharesGroup(Viewer.Staff viewer, AgentProfile agent) {
        return viewer.id().equals(agent.id()) || !Collections.disjoint(viewer.groups(), agent.groups());
    }

    // --- how it is written

    void demandFree(Handle handle, Shift shift, List<ShiftId> except) {
        store.inTheWayOf(handle, shift, except).ifPresent(PatternShifts::refuse);
    }

    /** One writes at a time: what was found free stays so until it is taken. */
    <T> T written(Set<AgentId> concerned, Function<Handle, T> work) {
        T done = jdbi.inTransaction(handle -> {
            store.lock(handle);
            return work.apply(handle);
        });
        changes.incrementAndGet();
        concerned.forEach(agent -> changed.fire(new AgentChanged(agent)));
        return done;
    }

    /** How many plans have changed here: whoever sees another number looks again. */
    int changes() {
        return changes.get();
    }

    private static Set<AgentId> ids(List<AgentProfile> agents) {
        Set<AgentId> ids = new HashSet<>();
        agents.forEach(agent -> ids.add(agent.id()));
        return ids;
    }
}
