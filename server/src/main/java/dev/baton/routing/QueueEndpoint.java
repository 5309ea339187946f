package dev.baton.routing;

import dev.baton.identity.Permissions;
import dev.baton.identity.Viewer;
import dev.baton.identity.web.CurrentViewer;
import dev.baton.staffing.Group;
import dev.baton.staffing.Groups;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The waiting lines as staff see them. */
@Path("/api/v1/queue")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "conversations")
public class QueueEndpoint {

    private final CurrentViewer current;
    private final Explanations explanations;
    private final Groups groups;

    QueueEndpoint(CurrentViewer current, Explanations explanations, Groups groups) {
        this.current = current;
        this.explanations = explanations;
        this.groups = groups;
    }

    @Schema(name = "Explanations", requiredProperties = "items")
    public record Items(List<Explanations.Explanation> items) {}

    /** Why nobody has them yet: the first hundred in each line that the viewer serves; of every line for admins. */
    @GET
    @Path("/why")
    public Items why() {
        Viewer.Staff staff = current.staff();
        var lines = Permissions.mayAdminister(staff)
                ? groups.all().stream().map(Group::id).toList()
                : List.copyOf(staff.groups());
        return new Items(explanations.ofLines(lines));
    }
}
