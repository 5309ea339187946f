package dev.baton.conversation.feed;

import dev.baton.conversation.Conversation;
import dev.baton.conversation.ConversationId;
import dev.baton.conversation.State;
import dev.baton.conversation.log.Conversations;
import dev.baton.conversation.log.Listing;
import dev.baton.conversation.view.ConversationViews;
import dev.baton.conversation.view.Pages.ConversationsPage;
import dev.baton.conversation.view.Pages.EntriesPage;
import dev.baton.identity.AgentId;
import dev.baton.identity.CustomerId;
import dev.baton.identity.GroupId;
import dev.baton.identity.Viewer;
import dev.baton.identity.web.CurrentViewer;
import dev.baton.platform.Refused;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Lists of conversations, and pages of one's log. */
@Path("/api/v1/conversations")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "conversations")
public class ConversationListEndpoint {

    private static final int USUAL = 50;
    private static final int LONGEST = 200;

    private final CurrentViewer current;
    private final Conversations conversations;
    private final ConversationViews views;

    ConversationListEndpoint(CurrentViewer current, Conversations conversations, ConversationViews views) {
        this.current = current;
        this.conversations = conversations;
        this.views = views;
    }

    /**
     * Newest start first.
     *
     * @param view {@code mine}, {@code queue} or {@code all}
     * @param state one or more states, separated by commas
     * @param before the {@code next} of the page before
     */
    @GET
    public ConversationsPage list(
            @QueryParam("view") String view,
            @QueryParam("state") String state,
            @QueryParam("group") GroupId group,
            @QueryParam("agent") AgentId agent,
            @QueryParam("customer") CustomerId customer,
            @QueryParam("before") ConversationId before,
            @QueryParam("limit") Integer limit) {
        Viewer.Staff staff = current.staff();
        int size = size(limit);
        var listing = new Listing(viewOf(view), states(state), group, agent, customer, before, size + 1);
        List<Conversation> found = conversations.list(staff, listing);
        boolean more = found.size() > size;
        List<Conversation> page = more ? found.subList(0, size) : found;
        return new ConversationsPage(
                views.views(staff, page), more ? page.getLast().id() : null);
    }

    /** Entries before a number, the newest of them; or after a number, the oldest of them. */
    @GET
    @Path("/{id}/entries")
    public EntriesPage entries(
            @PathParam("id") ConversationId id,
            @QueryParam("before") Long before,
            @QueryParam("after") Long after,
            @QueryParam("limit") Integer limit) {
        return page(views, current.staff(), id, before, after, limit);
    }

    /** The same for both sides; numbers are the viewer's own. */
    public static EntriesPage page(
            ConversationViews views, Viewer viewer, ConversationId id, Long before, Long after, Integer limit) {
        if (before != null && after != null) {
            throw Refused.invalid("before", "exactly_one_of_before_after");
        }
        return after != null
                ? views.after(viewer, id, Math.max(0, after), size(limit))
                : views.before(viewer, id, before == null ? Long.MAX_VALUE : Math.max(0, before), size(limit));
    }

    private static int size(Integer limit) {
        if (limit != null && (limit < 1 || limit > LONGEST)) {
            throw Refused.invalid("limit", "out_of_range");
        }
        return limit == null ? USUAL : limit;
    }

    private static Listing.View viewOf(String written) {
        if (written == null) {
            return Listing.View.MINE;
        }
        return Arrays.stream(Listing.View.values())
                .filter(view -> view.name().toLowerCase(Locale.ROOT).equals(written))
                .findFirst()
                .orElseThrow(() -> Refused.invalid("view", "unknown"));
    }

    private static Set<State> states(String written) {
        if (written == null || written.isEmpty()) {
            return null;
        }
        return Arrays.stream(written.split(",", -1))
                .map(each -> state(each).orElseThrow(() -> Refused.invalid("state", "unknown")))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Optional<State> state(String written) {
        return Arrays.stream(State.values())
                .filter(state -> state.wire().equals(written))
                .findFirst();
    }
}
