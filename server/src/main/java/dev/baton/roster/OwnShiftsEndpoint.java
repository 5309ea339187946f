package dev.baton.roster;

import dev.baton.identity.AgentId;
import dev.baton.identity.Viewer;
import dev.baton.identity.web.CurrentViewer;
import dev.baton.platform.Fields;
import dev.baton.platform.database.DatabaseTime;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What people see of their own shifts, and how they swap them. */
@Path("/api/v1")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "roster")
public class OwnShiftsEndpoint {

    private static final Duration AHEAD = Duration.ofDays(28);

    private final CurrentViewer current;
    private final Rosters rosters;
    private final Swaps swaps;
    private final DatabaseTime time;

    OwnShiftsEndpoint(CurrentViewer current, Rosters rosters, Swaps swaps, DatabaseTime time) {
        this.current = current;
        this.rosters = rosters;
        this.swaps = swaps;
        this.time = time;
    }

    /**
     * The next four weeks.
     *
     * @param shifts the viewer's own, the one that goes on first
     * @param colleagues work of those who share a group with the viewer
     */
    @Schema(
            name = "OwnShifts",
            requiredProperties = {"shifts", "colleagues", "swaps"})
    public record View(List<Shift> shifts, List<ColleaguesShift> colleagues, List<Swap> swaps) {}

    @Schema(
            name = "ColleaguesShift",
            requiredProperties = {"id", "agent", "starts_at", "ends_at"})
    public record ColleaguesShift(ShiftId id, AgentId agent, Instant startsAt, Instant endsAt) {}

    /**
     * @param shift the viewer's own
     * @param inReturn the colleague's; null for nothing
     */
    @Schema(name = "SwapRequest")
    public record Ask(ShiftId shift, AgentId toAgent, ShiftId inReturn, String note) {}

    @Schema(name = "SwapReply")
    public record Reply(Swap.Answer answer) {}

    @GET
    @Path("/me/shifts")
    public View shifts() {
        Viewer.Staff viewer = current.staff();
        Instant now = time.now();
        List<Shift> all = rosters.around(viewer, now, now.plus(AHEAD));
        return new View(
                all.stream().filter(shift -> shift.agent().equals(viewer.id())).toList(),
                all.stream()
                        .filter(shift -> !shift.agent().equals(viewer.id()) && shift.kind() == Shift.Kind.WORK)
                        .map(shift -> new ColleaguesShift(shift.id(), shift.agent(), shift.startsAt(), shift.endsAt()))
                        .toList(),
                swaps.of(viewer));
    }

    @POST
    @Path("/me/swaps")
    public RestResponse<Swap> ask(Ask asked) {
        Viewer.Staff viewer = current.staff();
        Fields.required("body", asked);
        Swap swap = swaps.ask(
                viewer,
                Fields.required("shift", asked.shift()),
                Fields.required("to_agent", asked.toAgent()),
                asked.inReturn(),
                Fields.optionalLine("note", asked.note(), Shift.LONGEST_NOTE));
        return RestResponse.status(RestResponse.Status.CREATED, swap);
    }

    /** The colleague agrees or declines, who asked withdraws, a supervisor approves or refuses. */
    @PUT
    @Path("/me/swaps/{id}")
    public Swap answer(SwapId id, Reply reply) {
        Viewer.Staff viewer = current.staff();
        return swaps.answer(
                viewer,
                id,
                Fields.required("answer", Fields.required("body", reply).answer()));
    }
}
