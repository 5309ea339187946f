package dev.baton.conversation.feed;

import dev.baton.conversation.Conversation;
import dev.baton.conversation.log.Conversations;
import dev.baton.conversation.log.Listing;
import dev.baton.conversation.view.ConversationViews;
import dev.baton.conversation.view.StaffView;
import dev.baton.identity.AgentId;
import dev.baton.identity.CustomerId;
import dev.baton.identity.Permissions;
import dev.baton.identity.SiteId;
import dev.baton.identity.Viewer;
import dev.baton.identity.customers.Customer;
import dev.baton.identity.customers.Customers;
import dev.baton.identity.web.CurrentViewer;
import dev.baton.platform.Refused;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who a customer is, for staff who may see at least one of their conversations. */
@Path("/api/v1/customers/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "customers")
public class CustomerEndpoint {

    private static final int CONVERSATIONS = 20;

    private final CurrentViewer current;
    private final Customers customers;
    private final Conversations conversations;
    private final ConversationViews views;

    CustomerEndpoint(CurrentViewer current, Customers customers, Conversations conversations, ConversationViews views) {
        this.current = current;
        this.customers = customers;
        this.conversations = conversations;
        this.views = views;
    }

    /**
     * @param attributes what their site said of them
     * @param page where they were last seen
     * @param accountAgent who looks after them
     * @param conversations the newest ones that the viewer may see
     */
    @Schema(requiredProperties = {"id", "site", "attributes", "createdAt", "lastSeenAt", "conversations"})
    public record CustomerCard(
            CustomerId id,
            SiteId site,
            String externalId,
            String name,
            String email,
            Map<String, String> attributes,
            Instant createdAt,
            Instant lastSeenAt,
            String page,
            String device,
            String language,
            AgentId accountAgent,
            List<StaffView> conversations) {}

    /** @param agent null for nobody in particular */
    @Schema(name = "AccountAgent")
    public record AccountAgentRequest(AgentId agent) {}

    @GET
    public CustomerCard show(@PathParam("id") CustomerId id) {
        Viewer.Staff staff = current.staff();
        return card(staff, id, theirs(staff, id));
    }

    /** Who looks after this customer: comes first when they wait. */
    @PUT
    @Path("/account-agent")
    @Consumes(MediaType.APPLICATION_JSON)
    public CustomerCard setAccountAgent(@PathParam("id") CustomerId id, AccountAgentRequest request) {
        Viewer.Staff staff = current.supervisor();
        List<Conversation> theirs = theirs(staff, id);
        if (request == null) {
            throw Refused.invalid("$", "required");
        }
        if (!customers.setAccountAgent(id, request.agent())) {
            throw Refused.invalid("agent", "exists");
        }
        return card(staff, id, theirs);
    }

    /** The newest that the viewer may see; without any, only admins learn that there is such a customer. */
    private List<Conversation> theirs(Viewer.Staff staff, CustomerId id) {
        List<Conversation> theirs = conversations.list(staff, Listing.ofCustomer(id, CONVERSATIONS));
        if (theirs.isEmpty() && !Permissions.mayAdminister(staff)) {
            throw Refused.notFound();
        }
        return theirs;
    }

    private CustomerCard card(Viewer.Staff staff, CustomerId id, List<Conversation> theirs) {
        Customer customer = customers.find(id).orElseThrow(Refused::notFound);
        return new CustomerCard(
                customer.id(),
                customer.site(),
                customer.externalId(),
                customer.name(),
                customer.email(),
                customer.attributes(),
                customer.createdAt(),
                customer.lastSeenAt(),
                customer.page(),
                customer.device(),
                customer.language(),
                customer.accountAgent(),
                views.views(staff, theirs));
    }
}
