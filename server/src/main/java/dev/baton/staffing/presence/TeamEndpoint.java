package dev.baton.staffing.presence;

import dev.baton.identity.AgentId;
import dev.baton.identity.Viewer;
import dev.baton.identity.web.CurrentViewer;
import dev.baton.platform.Fields;
import dev.baton.platform.Refused;
import dev.baton.staffing.AgentProfile;
import dev.baton.staffing.Agents;
import dev.baton.staffing.Reasons;
import dev.baton.staffing.SelfEndpoint;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Collections;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jdbi.v3.core.Jdbi;

/** Supervisors see and set the availability of those who share a group with them, admins everybody's. */
@Path("/api/v1/team/{id}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "team")
public class TeamEndpoint {

    private static final int MOST = 100;

    private final CurrentViewer current;
    private final Agents agents;
    private final Reasons reasons;
    private final AvailabilityStore store;
    private final Jdbi jdbi;

    TeamEndpoint(CurrentViewer current, Agents agents, Reasons reasons, AvailabilityStore store, Jdbi jdbi) {
        this.current = current;
        this.agents = agents;
        this.reasons = reasons;
        this.store = store;
        this.jdbi = jdbi;
    }

    @Schema(name = "AvailabilityChanges", requiredProperties = "items")
    public record Changes(List<AvailabilityEntry> items) {}

    @PUT
    @Path("/availability")
    public Changes setAvailability(@PathParam("id") AgentId id, SelfEndpoint.AvailabilityChange given) {
        Viewer.Staff viewer = current.supervisor();
        Fields.required("body", given);
        var standing = reasons.standing(given.availability(), given.reason(), viewer.id());
        demand(viewer, id);
        agents.setAvailability(id, standing);
        return changes(id);
    }

    /** The latest, newest first. */
    @GET
    @Path("/availability")
    public Changes availability(@PathParam("id") AgentId id) {
        demand(current.supervisor(), id);
        return changes(id);
    }

    private Changes changes(AgentId id) {
        return new Changes(jdbi.withHandle(handle -> store.of(handle, id, MOST)));
    }

    private void demand(Viewer.Staff viewer, AgentId id) {
        boolean may = agents.find(id)
                .filter(AgentProfile::enabled)
                .filter(agent -> switch (viewer) {
                    case Viewer.Admin _ -> true;
                    case Viewer.Supervisor _ -> !Collections.disjoint(viewer.groups(), agent.groups());
                    case Viewer.Agent _ -> false;
                })
                .isPresent();
        if (!may) {
            throw Refused.notFound();
        }
    }
}
