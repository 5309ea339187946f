package dev.baton.conversation.feed;

import dev.baton.conversation.Command;
import dev.baton.conversation.Conversation;
import dev.baton.conversation.ConversationId;
import dev.baton.conversation.Event;
import dev.baton.conversation.feed.Requests.AskToEndRequest;
import dev.baton.conversation.feed.Requests.AssignRequest;
import dev.baton.conversation.feed.Requests.CategoryRequest;
import dev.baton.conversation.feed.Requests.EndRequest;
import dev.baton.conversation.feed.Requests.MessageRequest;
import dev.baton.conversation.feed.Requests.NoteRequest;
import dev.baton.conversation.feed.Requests.PriorityRequest;
import dev.baton.conversation.log.Conversations;
import dev.baton.conversation.view.ConversationViews;
import dev.baton.conversation.view.Pages.AckView;
import dev.baton.conversation.view.Pages.StaffSnapshot;
import dev.baton.conversation.view.Rendering;
import dev.baton.conversation.view.StaffView;
import dev.baton.identity.Viewer;
import dev.baton.identity.web.CurrentViewer;
import dev.baton.platform.Refused;
import dev.baton.staffing.Reason;
import dev.baton.staffing.Reasons;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the workbench does with one conversation. */
@Path("/api/v1/conversations/{id}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "conversations")
public class ConversationEndpoint {

    private static final int MOST_URGENT = 9;

    private final CurrentViewer current;
    private final Conversations conversations;
    private final ConversationViews views;
    private final MessageRules rules;
    private final Reasons reasons;

    ConversationEndpoint(
            CurrentViewer current,
            Conversations conversations,
            ConversationViews views,
            MessageRules rules,
            Reasons reasons) {
        this.current = current;
        this.conversations = conversations;
        this.views = views;
        this.rules = rules;
        this.reasons = reasons;
    }

    @GET
    public StaffSnapshot show(@PathParam("id") ConversationId id) {
        Viewer.Staff staff = current.staff();
        return views.snapshot(staff, conversations.find(staff, id));
    }

    @POST
    @Path("/messages")
    public AckView say(@PathParam("id") ConversationId id, MessageRequest request) {
        Viewer.Staff staff = current.staff();
        MessageRequest given = given(request);
        var words = rules.words(given.clientId(), given.body(), given.attachments());
        return Rendering.ack(Conversations.await(conversations.say(staff, id, words)), staff);
    }

    @POST
    @Path("/notes")
    public AckView note(@PathParam("id") ConversationId id, NoteRequest request) {
        Viewer.Staff staff = current.staff();
        NoteRequest given = given(request);
        String body = rules.text("body", given.body());
        var stored = conversations.note(staff, id, rules.needed(given.clientId()), body);
        return Rendering.ack(Conversations.await(stored), staff);
    }

    @POST
    @Path("/pick")
    @Consumes(MediaType.WILDCARD)
    public StaffView pick(@PathParam("id") ConversationId id) {
        Viewer.Staff staff = current.staff();
        return give(staff, id, new Command.Assign(Conversations.actor(staff), staff.id(), Event.How.PICK, false));
    }

    @POST
    @Path("/assign")
    public StaffView assign(@PathParam("id") ConversationId id, AssignRequest request) {
        Viewer.Staff staff = current.supervisor();
        AssignRequest given = given(request);
        var how = Event.How.SUPERVISOR;
        return give(
                staff,
                id,
                new Command.Assign(
                        Conversations.actor(staff),
                        required("agent", given.agent()),
                        how,
                        Boolean.TRUE.equals(given.override())));
    }

    /** Asks the customer whether it is solved; ends it at once where the group does not ask. */
    @POST
    @Path("/ask-to-end")
    public StaffView askToEnd(@PathParam("id") ConversationId id, AskToEndRequest request) {
        Viewer.Staff staff = current.staff();
        String summary = request == null ? null : rules.optional("summary", request.summary());
        return give(staff, id, new Command.AskToEnd(Conversations.actor(staff), summary));
    }

    @POST
    @Path("/withdraw")
    @Consumes(MediaType.WILDCARD)
    public StaffView withdraw(@PathParam("id") ConversationId id) {
        Viewer.Staff staff = current.staff();
        return give(staff, id, new Command.Withdraw(Conversations.actor(staff)));
    }

    /** Ends it without asking the customer. */
    @POST
    @Path("/end")
    public StaffView end(@PathParam("id") ConversationId id, EndRequest request) {
        Viewer.Staff staff = current.staff();
        EndRequest given = given(request);
        conversations.find(staff, id);
        String reason = reasons.demand(Reason.Kind.CLOSE, given.reason());
        return give(staff, id, new Command.End(Conversations.actor(staff), reason));
    }

    @POST
    @Path("/category")
    public StaffView changeCategory(@PathParam("id") ConversationId id, CategoryRequest request) {
        Viewer.Staff staff = current.staff();
        CategoryRequest given = given(request);
        conversations.find(staff, id);
        return shown(staff, conversations.changeCategory(staff, id, required("category", given.category())));
    }

    @POST
    @Path("/priority")
    public StaffView setPriority(@PathParam("id") ConversationId id, PriorityRequest request) {
        Viewer.Staff staff = current.staff();
        int priority = required("priority", given(request).priority());
        if (priority < 0 || priority > MOST_URGENT) {
            throw Refused.invalid("priority", "out_of_range");
        }
        return give(staff, id, new Command.SetPriority(Conversations.actor(staff), priority));
    }

    private StaffView give(Viewer.Staff staff, ConversationId id, Command command) {
        return shown(staff, conversations.give(staff, id, command));
    }

    /** Whoever has just given it away may see no more than that it worked, so they get the view of that moment. */
    private StaffView shown(Viewer.Staff staff, Conversation conversation) {
        return views.view(staff, conversation);
    }

    private static <T> T given(T request) {
        return required("$", request);
    }

    private static <T> T required(String field, T value) {
        if (value == null) {
            throw Refused.invalid(field, "required");
        }
        return value;
    }
}
