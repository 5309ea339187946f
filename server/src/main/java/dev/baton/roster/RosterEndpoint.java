package dev.baton.roster;

import dev.baton.identity.AgentId;
import dev.baton.identity.Viewer;
import dev.baton.identity.web.CurrentViewer;
import dev.baton.platform.Fields;
import dev.baton.platform.Ids;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Supervisors plan who works when. */
@Path("/api/v1/roster")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "roster")
public class RosterEndpoint {

    private final CurrentViewer current;
    private final Rosters rosters;
    private final Swaps swaps;

    RosterEndpoint(CurrentViewer current, Rosters rosters, Swaps swaps) {
        this.current = current;
        this.rosters = rosters;
        this.swaps = swaps;
    }

    @Schema(
            name = "RosterView",
            requiredProperties = {"agents", "shifts", "patterns", "swaps"})
    public record View(List<Row> agents, List<Shift> shifts, List<Pattern> patterns, List<Swap> swaps) {}

    @Schema(
            name = "RosterRow",
            requiredProperties = {"id", "name"})
    public record Row(AgentId id, String name) {}

    /** What touches the time between the two instants. */
    @GET
    public View week(@QueryParam("from") String from, @QueryParam("until") String until) {
        Viewer.Staff viewer = current.supervisor();
        Span span = ShiftFields.span(from, until);
        Rosters.Plan plan = rosters.plan(viewer, span.from(), span.until());
        return new View(
                plan.agents().stream()
                        .map(agent -> new Row(agent.id(), agent.name()))
                        .toList(),
                plan.shifts(),
                plan.patterns(),
                swaps.of(viewer));
    }

    @POST
    @Path("/shifts")
    public RestResponse<Shift> add(ShiftFields.WrittenShift written) {
        Viewer.Staff viewer = current.supervisor();
        Shift shift = Fields.required("body", written).checked(new ShiftId(Ids.next()));
        return RestResponse.status(RestResponse.Status.CREATED, rosters.add(viewer, shift));
    }

    @PUT
    @Path("/shifts/{id}")
    public Shift change(ShiftId id, ShiftFields.WrittenShift written) {
        Viewer.Staff viewer = current.supervisor();
        return rosters.change(viewer, Fields.required("body", written).checked(id));
    }

    @DELETE
    @Path("/shifts/{id}")
    public void delete(ShiftId id) {
        rosters.delete(current.supervisor(), id);
    }

    @POST
    @Path("/patterns")
    public RestResponse<Pattern> addPattern(ShiftFields.WrittenPattern written) {
        Viewer.Staff viewer = current.supervisor();
        AgentId agent =
                Fields.required("agent", Fields.required("body", written).agent());
        return RestResponse.status(
                RestResponse.Status.CREATED, rosters.add(viewer, written.checked(new PatternId(Ids.next()), agent)));
    }

    /** The agent of a pattern stays the same. */
    @PUT
    @Path("/patterns/{id}")
    public Pattern changePattern(PatternId id, ShiftFields.WrittenPattern written) {
        Viewer.Staff viewer = current.supervisor();
        Pattern pattern = Fields.required("body", written).checked(id, written.agent());
        return rosters.change(viewer, pattern);
    }

    @DELETE
    @Path("/patterns/{id}")
    public void deletePattern(PatternId id) {
        rosters.delete(current.supervisor(), id);
    }
}
