package dev.baton.routing;

import dev.baton.conversation.Command;
import dev.baton.conversation.Conversation;
import dev.baton.conversation.ConversationId;
import dev.baton.conversation.feed.MessageRules;
import dev.baton.conversation.log.Conversations;
import dev.baton.conversation.view.ConversationViews;
import dev.baton.conversation.view.StaffView;
import dev.baton.identity.AgentId;
import dev.baton.identity.GroupId;
import dev.baton.identity.Permissions;
import dev.baton.identity.Viewer;
import dev.baton.identity.web.CurrentViewer;
import dev.baton.platform.Fields;
import dev.baton.platform.Refused;
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

/** Giving a conversation to somebody else. */
@Path("/api/v1/conversations/{id}/transfer")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "conversations")
public class TransferEndpoint {

    private final CurrentViewer current;
    private final Conversations conversations;
    private final ConversationViews views;
    private final MessageRules rules;
    private final Reasons reasons;
    private final Transfers transfers;

    TransferEndpoint(
            CurrentViewer current,
            Conversations conversations,
            ConversationViews views,
            MessageRules rules,
            Reasons reasons,
            Transfers transfers) {
        this.current = current;
        this.conversations = conversations;
        this.views = views;
        this.rules = rules;
        this.reasons = reasons;
        this.transfers = transfers;
    }

    /**
     * To an agent, to whoever is best, or to the line of a group.
     *
     * @param agent who is asked first where the policy says so
     * @param best instead of an agent: whom the router would choose now
     * @param group in which it goes on; with neither agent nor best: its line
     * @param reason a code of the transfer catalogue
     * @param override beyond capacity, availability, exclusion and the bounce limit; supervisors only
     */
    @Schema(
            name = "TransferRequest",
            requiredProperties = {"reason"})
    public record Request(AgentId agent, Boolean best, GroupId group, String reason, String note, Boolean override) {}

    @POST
    public StaffView transfer(@PathParam("id") ConversationId id, Request request) {
        Viewer.Staff staff = current.staff();
        var given = Fields.required("$", request);
        boolean best = Boolean.TRUE.equals(given.best);
        boolean nobody = given.agent == null && given.group == null && !best;
        if (nobody || given.agent != null && best) {
            throw Refused.invalid("agent", "exactly_one_of_agent_best_group");
        }
        conversations.find(staff, id);
        boolean overrides = Boolean.TRUE.equals(given.override);
        if (overrides && !Permissions.maySupervise(staff)) {
            throw new Refused(403, "forbidden");
        }
        reasons.demand(Reason.Kind.TRANSFER, given.reason);
        var transfer = new Command.Transfer(given.reason, rules.optional("note", given.note), overrides, false);
        return views.view(staff, transferred(staff, id, given, transfer, best));
    }

    private Conversation transferred(
            Viewer.Staff staff, ConversationId id, Request given, Command.Transfer transfer, boolean best) {
        if (best) {
            return transfers.toBest(staff, id, given.group, transfer);
        }
        return given.agent == null
                ? conversations.transfer(staff, id, given.group, transfer)
                : conversations.transfer(staff, id, given.agent, given.group, transfer);
    }

    /** The agent who was asked is not asked any more. */
    @POST
    @Path("/withdraw")
    @Consumes(MediaType.WILDCARD)
    public StaffView withdraw(@PathParam("id") ConversationId id) {
        Viewer.Staff staff = current.staff();
        return views.view(staff, conversations.give(staff, id, new Command.WithdrawOffer(Conversations.actor(staff))));
    }
}
