package dev.baton.channels.web;

import dev.baton.conversation.Command;
import dev.baton.conversation.ConversationId;
import dev.baton.conversation.feed.ConversationListEndpoint;
import dev.baton.conversation.feed.MessageRules;
import dev.baton.conversation.feed.Requests.CategoryRequest;
import dev.baton.conversation.feed.Requests.MessageRequest;
import dev.baton.conversation.log.Conversations;
import dev.baton.conversation.log.Start;
import dev.baton.conversation.log.Started;
import dev.baton.conversation.view.ConversationViews;
import dev.baton.conversation.view.CustomerView;
import dev.baton.conversation.view.Pages.AckView;
import dev.baton.conversation.view.Pages.CustomerSnapshot;
import dev.baton.conversation.view.Pages.EntriesPage;
import dev.baton.conversation.view.Rendering;
import dev.baton.identity.CategoryId;
import dev.baton.identity.Viewer;
import dev.baton.identity.customers.Customers;
import dev.baton.identity.web.CurrentViewer;
import dev.baton.platform.Fields;
import dev.baton.platform.Refused;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What the widget does with the customer's conversations. */
@Path("/api/v1/widget/conversations")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "widget")
public class WidgetConversationEndpoint {

    private static final int LOWEST_SCORE = 1;
    private static final int HIGHEST_SCORE = 5;

    private final CurrentViewer current;
    private final Conversations conversations;
    private final ConversationViews views;
    private final MessageRules rules;
    private final Customers customers;

    WidgetConversationEndpoint(
            CurrentViewer current,
            Conversations conversations,
            ConversationViews views,
            MessageRules rules,
            Customers customers) {
        this.current = current;
        this.conversations = conversations;
        this.views = views;
        this.rules = rules;
        this.customers = customers;
    }

    /**
     * A category, first words, or both.
     *
     * @param clientId names the first words: a retry neither doubles them nor starts twice
     * @param language what the customer reads now, and {@code page} where they are now: agents see both; null keeps
     *     what the visit began with
     */
    @Schema(requiredProperties = {"clientId"})
    public record StartRequest(
            UUID clientId, CategoryId category, String body, List<UUID> attachments, String language, String page) {}

    public record UnresolveRequest(String reason, String text) {}

    /** @param score 1 to 5 */
    @Schema(requiredProperties = {"score"})
    public record RatingRequest(Integer score, String comment) {}

    /** Newest start first. */
    @GET
    public List<CustomerView> list() {
        return views.history(current.customer());
    }

    /** Starts one; when one is open already, the words go there. */
    @POST
    @APIResponse(
            responseCode = "201",
            description = "Started",
            content = @Content(schema = @Schema(implementation = CustomerSnapshot.class)))
    @APIResponse(
            responseCode = "200",
            description = "One was open already",
            content = @Content(schema = @Schema(implementation = CustomerSnapshot.class)))
    public RestResponse<CustomerSnapshot> start(StartRequest request) {
        Viewer.Customer customer = current.customer();
        Start start = checked(given(request));
        customers.nowAt(
                customer.id(), Fields.optionalLanguage("language", request.language()), Visited.page(request.page()));
        Started started = conversations.start(customer, start);
        CustomerSnapshot snapshot = views.started(customer, started);
        AckView ack = started.ack() == null ? null : Rendering.ack(started.ack(), customer);
        return RestResponse.status(
                started.created() ? RestResponse.Status.CREATED : RestResponse.Status.OK,
                new CustomerSnapshot(snapshot.view(), snapshot.entries(), snapshot.earlier(), ack));
    }

    private Start checked(StartRequest request) {
        List<UUID> files = request.attachments() == null ? List.of() : request.attachments();
        if ((request.body() == null || request.body().isEmpty()) && files.isEmpty()) {
            return new Start(rules.needed(request.clientId()), request.category(), null, List.of());
        }
        var words = rules.words(request.clientId(), request.body(), files);
        return new Start(words.clientId(), request.category(), words.body(), words.attachments());
    }

    @GET
    @Path("/{id}")
    public CustomerSnapshot show(@PathParam("id") ConversationId id) {
        Viewer.Customer customer = current.customer();
        return views.snapshot(customer, conversations.find(customer, id));
    }

    /** Entries before a number, the newest of them; or after a number, the oldest of them. */
    @GET
    @Path("/{id}/entries")
    public EntriesPage entries(
            @PathParam("id") ConversationId id,
            @QueryParam("before") Long before,
            @QueryParam("after") Long after,
            @QueryParam("limit") Integer limit) {
        return ConversationListEndpoint.page(views, current.customer(), id, before, after, limit);
    }

    /** Too late for this conversation, the words start the next one: the answer names it. */
    @POST
    @Path("/{id}/messages")
    public AckView say(@PathParam("id") ConversationId id, MessageRequest request) {
        Viewer.Customer customer = current.customer();
        MessageRequest given = given(request);
        var words = rules.words(given.clientId(), given.body(), given.attachments());
        return Rendering.ack(Conversations.await(conversations.say(customer, id, words)), customer);
    }

    @POST
    @Path("/{id}/resolve")
    @Consumes(MediaType.WILDCARD)
    public CustomerView resolve(@PathParam("id") ConversationId id) {
        Viewer.Customer customer = current.customer();
        return give(customer, id, new Command.Resolve(Conversations.actor(customer)));
    }

    @POST
    @Path("/{id}/unresolve")
    public CustomerView unresolve(@PathParam("id") ConversationId id, UnresolveRequest request) {
        Viewer.Customer customer = current.customer();
        String reason = request == null ? null : rules.optional("reason", request.reason());
        String text = request == null ? null : rules.optional("text", request.text());
        return give(customer, id, new Command.Unresolve(Conversations.actor(customer), reason, text));
    }

    @POST
    @Path("/{id}/end")
    @Consumes(MediaType.WILDCARD)
    public CustomerView end(@PathParam("id") ConversationId id) {
        Viewer.Customer customer = current.customer();
        return give(customer, id, new Command.End(Conversations.actor(customer), "customer_ended"));
    }

    @POST
    @Path("/{id}/leave")
    @Consumes(MediaType.WILDCARD)
    public CustomerView leave(@PathParam("id") ConversationId id) {
        Viewer.Customer customer = current.customer();
        return give(customer, id, new Command.Leave(Conversations.actor(customer)));
    }

    @POST
    @Path("/{id}/category")
    public CustomerView changeCategory(@PathParam("id") ConversationId id, CategoryRequest request) {
        Viewer.Customer customer = current.customer();
        CategoryRequest given = given(request);
        conversations.find(customer, id);
        if (given.category() == null) {
            throw Refused.invalid("category", "required");
        }
        return views.view(customer, conversations.changeCategory(customer, id, given.category()));
    }

    @POST
    @Path("/{id}/rating")
    public CustomerView rate(@PathParam("id") ConversationId id, RatingRequest request) {
        Viewer.Customer customer = current.customer();
        RatingRequest given = given(request);
        if (given.score() == null) {
            throw Refused.invalid("score", "required");
        }
        if (given.score() < LOWEST_SCORE || given.score() > HIGHEST_SCORE) {
            throw Refused.invalid("score", "out_of_range");
        }
        String comment = rules.optional("comment", given.comment());
        return give(customer, id, new Command.Rate(Conversations.actor(customer), given.score(), comment));
    }

    private CustomerView give(Viewer.Customer customer, ConversationId id, Command command) {
        return views.view(customer, conversations.give(customer, id, command));
    }

    private static <T> T given(T request) {
        if (request == null) {
            throw Refused.invalid("$", "required");
        }
        return request;
    }
}
