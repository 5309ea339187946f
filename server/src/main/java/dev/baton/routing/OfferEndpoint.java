package dev.baton.routing;

import dev.baton.conversation.Command;
import dev.baton.conversation.ConversationId;
import dev.baton.conversation.log.Conversations;
import dev.baton.conversation.view.ConversationViews;
import dev.baton.conversation.view.StaffView;
import dev.baton.identity.Viewer;
import dev.baton.identity.web.CurrentViewer;
import dev.baton.staffing.Reason;
import dev.baton.staffing.Reasons;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The answer of an agent whom a conversation has been offered to, by the line or by a colleague who has it. */
@Path("/api/v1/conversations/{id}/offer")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "conversations")
public class OfferEndpoint {

    private final CurrentViewer current;
    private final Conversations conversations;
    private final ConversationViews views;
    private final Reasons reasons;

    OfferEndpoint(CurrentViewer current, Conversations conversations, ConversationViews views, Reasons reasons) {
        this.current = current;
        this.conversations = conversations;
        this.views = views;
        this.reasons = reasons;
    }

    /** @param reason a code of the catalogue */
    @Schema(name = "DeclineRequest", requiredProperties = "reason")
    public record Decline(String reason) {}

    @POST
    @Path("/accept")
    @Consumes(MediaType.WILDCARD)
    public StaffView accept(@PathParam("id") ConversationId id) {
        Viewer.Staff staff = current.staff();
        return views.view(staff, conversations.give(staff, id, new Command.AcceptOffer(staff.id())));
    }

    /** From the line, it goes to the next agent, and not to this one again in this round; a transfer stays with who has it. */
    @POST
    @Path("/decline")
    @Consumes(MediaType.APPLICATION_JSON)
    public StaffView decline(@PathParam("id") ConversationId id, Decline request) {
        Viewer.Staff staff = current.staff();
        conversations.find(staff, id);
        var reason = reasons.demand(Reason.Kind.DECLINE, request == null ? null : request.reason());
        return views.view(staff, conversations.give(staff, id, new Command.DeclineOffer(staff.id(), reason)));
    }
}
