package dev.baton.routing;

import dev.baton.conversation.ConversationId;
import dev.baton.identity.web.CurrentViewer;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Why somebody has this conversation, or nobody yet. */
@Path("/api/v1/conversations/{id}/why")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "conversations")
public class WhyEndpoint {

    private final CurrentViewer current;
    private final Explanations explanations;

    WhyEndpoint(CurrentViewer current, Explanations explanations) {
        this.current = current;
        this.explanations = explanations;
    }

    @GET
    public Explanations.Explanation why(@PathParam("id") ConversationId id) {
        return explanations.of(current.staff(), id);
    }
}
