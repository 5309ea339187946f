package dev.baton.staffing.admin;

import dev.baton.identity.GroupId;
import dev.baton.identity.web.CurrentViewer;
import dev.baton.platform.Fields;
import dev.baton.platform.Ids;
import dev.baton.staffing.Group;
import dev.baton.staffing.Groups;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Skill groups. */
@Path("/api/v1/admin/groups")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "admin")
public class GroupEndpoint {

    static final int LONGEST_NAME = 60;

    private final Groups groups;
    private final CurrentViewer current;

    GroupEndpoint(Groups groups, CurrentViewer current) {
        this.groups = groups;
        this.current = current;
    }

    /**
     * What an admin writes.
     *
     * @param calendar of its business hours; without one it is always open
     */
    @Schema(name = "GroupDetails")
    public record Written(Map<String, String> names, Boolean enabled, Integer position, UUID calendar) {}

    @Schema(name = "Groups")
    public record Items(List<Group> items) {}

    @GET
    public Items all() {
        current.admin();
        return new Items(groups.all());
    }

    @POST
    public RestResponse<Group> add(Written written) {
        current.admin();
        Group group = checked(new GroupId(Ids.next()), written);
        groups.add(group);
        return RestResponse.status(RestResponse.Status.CREATED, group);
    }

    @PUT
    @Path("/{id}")
    public Group change(GroupId id, Written written) {
        current.admin();
        Group group = checked(id, written);
        groups.change(group);
        return group;
    }

    private Group checked(GroupId id, Written written) {
        Fields.required("body", written);
        return new Group(
                id,
                Fields.byLanguage("names", written.names(), LONGEST_NAME),
                !Boolean.FALSE.equals(written.enabled()),
                Place.of(written.position(), id, groups.all(), Group::id, Group::position),
                written.calendar());
    }
}
