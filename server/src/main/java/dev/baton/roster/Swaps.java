package dev.baton.roster;

import dev.baton.identity.AgentId;
import dev.baton.identity.Permissions;
import dev.baton.identity.Viewer;
import dev.baton.platform.Ids;
import dev.baton.platform.Refused;
import dev.baton.platform.database.DatabaseTime;
import dev.baton.staffing.AgentProfile;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** A shift changes hands when the one asks, the other agrees, and a supervisor of both approves. */
@ApplicationScoped
public class Swaps {

    private final Jdbi jdbi;
    private final SwapStore store;
    private final RosterStore shifts;
    private final Rosters rosters;
    private final DatabaseTime time;

    Swaps(Jdbi jdbi, SwapStore store, RosterStore shifts, Rosters rosters, DatabaseTime time) {
        this.jdbi = jdbi;
        this.store = store;
        this.shifts = shifts;
        this.rosters = rosters;
        this.time = time;
    }

    /** Of shifts to come: what one takes part in, and for supervisors what they may decide. */
    public List<Swap> of(Viewer.Staff viewer) {
        Set<AgentId> planned =
                rosters.plannedBy(viewer).stream().map(AgentProfile::id).collect(Collectors.toSet());
        return jdbi.withHandle(handle -> store.since(handle, time.now())).stream()
                .filter(swap -> takesPart(viewer, swap)
                        || planned.contains(swap.fromAgent()) && planned.contains(swap.toAgent()))
                .toList();
    }

    /**
     * @param mine a shift of who asks that has not begun
     * @param theirs a shift of the colleague, to be given for it; null for nothing
     * @throws Refused {@code not_found}, {@code shift_begun}, {@code shift_offered}
     */
    public Swap ask(Viewer.Staff viewer, ShiftId mine, AgentId colleague, ShiftId theirs, String note) {
        if (colleague.equals(viewer.id())) {
            throw Refused.invalid("to_agent", "yourself");
        }
        return rosters.written(Set.of(), handle -> {
            coming(handle, mine, viewer.id());
            if (theirs != null) {
                coming(handle, theirs, colleague);
            }
            Swap swap = new Swap(
                    new SwapId(Ids.next()),
                    viewer.id(),
                    mine,
                    colleague,
                    theirs,
                    Swap.State.ASKED,
                    note,
                    time.now(),
                    null);
            if (!store.insert(handle, swap)) {
                throw new Refused(409, "shift_offered");
            }
            return swap;
        });
    }

    /** @throws Refused {@code not_found}, {@code forbidden}, {@code swap_closed}, {@code shift_begun}, {@code shift_overlaps} */
    public Swap answer(Viewer.Staff viewer, SwapId id, Swap.Answer answer) {
        Set<AgentId> concerned = new HashSet<>();
        return rosters.written(concerned, handle -> {
            Swap swap = store.find(handle, id)
                    .filter(found -> of(viewer).contains(found))
                    .orElseThrow(Refused::notFound);
            demandVoice(viewer, swap, answer);
            if (!answer.fits(swap.state())) {
                throw new Refused(409, "swap_closed");
            }
            if (answer == Swap.Answer.APPROVE) {
                exchange(handle, swap);
                concerned.addAll(Set.of(swap.fromAgent(), swap.toAgent()));
            }
            store.setState(handle, id, answer.leadsTo(), answer.isForSupervisors() ? viewer.id() : null);
            return store.find(handle, id).orElseThrow();
        });
    }

    private static void demandVoice(Viewer.Staff viewer, Swap swap, Swap.Answer answer) {
        boolean may = switch (answer) {
            case AGREE, DECLINE -> viewer.id().equals(swap.toAgent());
            case WITHDRAW -> viewer.id().equals(swap.fromAgent());
            case APPROVE, REFUSE -> Permissions.maySupervise(viewer);
        };
        if (!may) {
            throw new Refused(403, "forbidden");
        }
    }

    private void exchange(Handle handle, Swap swap) {
        Shift given = coming(handle, swap.fromShift(), swap.fromAgent());
        if (swap.toShift() == null) {
            rosters.demandFree(handle, given.of(swap.toAgent()), List.of());
            shifts.update(handle, given.of(swap.toAgent()));
            return;
        }
        Shift taken = coming(handle, swap.toShift(), swap.toAgent());
        List<ShiftId> both = List.of(given.id(), taken.id());
        rosters.demandFree(handle, given.of(swap.toAgent()), both);
        rosters.demandFree(handle, taken.of(swap.fromAgent()), both);
        shifts.exchange(handle, given, taken);
    }

    private Shift coming(Handle handle, ShiftId id, AgentId agent) {
        Shift shift = shifts.find(handle, id)
                .filter(found -> found.agent().equals(agent) && found.kind() == Shift.Kind.WORK)
                .orElseThrow(Refused::notFound);
        if (!shift.startsAt().isAfter(time.now())) {
            throw new Refused(409, "shift_begun");
        }
        return shift;
    }

    private static boolean takesPart(Viewer.Staff viewer, Swap swap) {
        return viewer.id().equals(swap.fromAgent()) || viewer.id().equals(swap.toAgent());
    }
}
