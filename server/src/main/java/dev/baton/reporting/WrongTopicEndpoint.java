package dev.baton.reporting;

import dev.baton.identity.web.CurrentViewer;
import dev.baton.platform.Fields;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Which categories lead customers to the wrong group, so that an admin can rename or move them. */
@Path("/api/v1/admin/wrong-topics")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "admin")
public class WrongTopicEndpoint {

    private static final int USUAL_DAYS = 30;
    private static final int MOST_DAYS = 366;

    private final CurrentViewer current;
    private final WrongTopicStore store;

    WrongTopicEndpoint(CurrentViewer current, WrongTopicStore store) {
        this.current = current;
        this.store = store;
    }

    @Schema(name = "WrongTopics", requiredProperties = "items")
    public record Items(List<WrongTopic> items) {}

    /** @param days how far back, 1 to 366; 30 without */
    @GET
    public Items all(@QueryParam("days") Integer days) {
        current.admin();
        return new Items(store.since(Fields.within("days", days == null ? USUAL_DAYS : days, 1, MOST_DAYS)));
    }
}
