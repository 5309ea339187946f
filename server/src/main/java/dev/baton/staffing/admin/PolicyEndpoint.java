package dev.baton.staffing.admin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.identity.AgentId;
import dev.baton.identity.GroupId;
import dev.baton.identity.web.CurrentViewer;
import dev.baton.platform.Fields;
import dev.baton.platform.Ids;
import dev.baton.platform.Refused;
import dev.baton.staffing.Policies;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Policies: every change is a new version. */
@Path("/api/v1/admin/policies/{group}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "admin")
public class PolicyEndpoint {

    private static final String COMPANY = "default";
    private static final String BUILT_IN = "built_in";

    private final Policies policies;
    private final CurrentViewer current;

    PolicyEndpoint(Policies policies, CurrentViewer current) {
        this.policies = policies;
        this.current = current;
    }

    @GET
    public Policies.Published latest(String group) {
        current.admin();
        return group.equals(BUILT_IN) ? Policies.BUILT_IN : policies.latest(groupOf(group));
    }

    @PUT
    public Policies.Published publish(String group, JsonNode body) {
        AgentId author = current.admin().id();
        return policies.publish(groupOf(group), Fields.required("body", body), author);
    }

    private static GroupId groupOf(String written) {
        return written.equals(COMPANY) ? null : new GroupId(Ids.read(written).orElseThrow(Refused::malformedId));
    }
}
