package dev.baton.routing;

import dev.baton.conversation.ConversationId;
import dev.baton.conversation.feed.MessageRules;
import dev.baton.conversation.view.ConversationViews;
import dev.baton.conversation.view.StaffView;
import dev.baton.identity.AgentId;
import dev.baton.identity.Permissions;
import dev.baton.identity.Viewer;
import dev.baton.identity.web.CurrentViewer;
import dev.baton.platform.Fields;
import dev.baton.platform.Refused;
import dev.baton.platform.Settings;
import dev.baton.routing.HandOvers.Receiver;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is left at the end of a shift, and who goes on with it. */
@Path("/api/v1/hand-overs")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "conversations")
public class HandOverEndpoint {

    private final CurrentViewer current;
    private final HandOvers handOvers;
    private final ConversationViews views;
    private final MessageRules rules;
    private final int most;

    HandOverEndpoint(
            CurrentViewer current,
            HandOvers handOvers,
            ConversationViews views,
            MessageRules rules,
            Settings settings) {
        this.current = current;
        this.handOvers = handOvers;
        this.views = views;
        this.rules = rules;
        most = settings.get(Settings.HAND_OVER_ITEMS);
    }

    /** @param items one for each conversation */
    @Schema(name = "HandOverRequest", requiredProperties = "items")
    public record Request(List<RequestItem> items) {}

    /**
     * @param to an agent of the same group, who is asked and may refuse; the best of them; or the line, with its original age
     * @param agent with {@code agent} only
     * @param note a summary for whoever goes on with it
     */
    @Schema(
            name = "HandOverItem",
            requiredProperties = {"conversation", "to"})
    public record RequestItem(ConversationId conversation, Receiver to, AgentId agent, String note) {}

    @Schema(name = "HandOverResults", requiredProperties = "items")
    public record Results(List<ResultItem> items) {}

    /**
     * @param agent who is asked
     * @param code why it was refused; it stays where it is then
     */
    @Schema(
            name = "HandOverResult",
            requiredProperties = {"conversation", "outcome"})
    public record ResultItem(ConversationId conversation, HandOvers.Outcome outcome, AgentId agent, String code) {}

    @Schema(name = "HandOverDrafts", requiredProperties = "items")
    public record Drafts(List<DraftItem> items) {}

    /** @param last what both sides said last, to begin a summary with */
    @Schema(
            name = "HandOverDraft",
            requiredProperties = {"conversation", "last"})
    public record DraftItem(StaffView conversation, List<LastLine> last) {}

    /**
     * @param by {@code customer} or {@code agent}
     * @param name of an agent
     */
    @Schema(
            name = "HandOverLine",
            requiredProperties = {"by", "words"})
    public record LastLine(String by, String name, String words) {}

    /** @param agent whose, for supervisors; one's own otherwise */
    @GET
    public Drafts drafts(@QueryParam("agent") AgentId agent) {
        Viewer.Staff staff = current.staff();
        boolean own = agent == null || agent.equals(staff.id());
        if (!own && !Permissions.maySupervise(staff)) {
            throw new Refused(403, "forbidden");
        }
        return new Drafts(handOvers.drafts(staff, own ? staff.id() : agent).stream()
                .map(draft -> new DraftItem(
                        views.view(staff, draft.conversation()),
                        draft.last().stream()
                                .map(line -> new LastLine(line.by(), line.name(), line.words()))
                                .toList()))
                .toList());
    }

    /** Each by itself: what cannot be handed over stays where it is, and its result says why. */
    @POST
    public Results handOver(Request request) {
        Viewer.Staff staff = current.staff();
        var given = Fields.required("items", Fields.required("$", request).items());
        if (given.size() > most) {
            throw Refused.invalid("items", "too_many");
        }
        var items = given.stream().map(this::item).toList();
        if (items.stream().map(HandOvers.Item::conversation).distinct().count() != items.size()) {
            throw Refused.invalid("items", "repeated");
        }
        return new Results(handOvers.handOver(staff, items).stream()
                .map(done -> new ResultItem(done.conversation(), done.outcome(), done.agent(), done.code()))
                .toList());
    }

    private HandOvers.Item item(RequestItem given) {
        Fields.required("items", given);
        Fields.required("items.to", given.to);
        if ((given.to == Receiver.AGENT) != (given.agent != null)) {
            throw Refused.invalid("items.agent", given.agent == null ? "required" : "unknown");
        }
        return new HandOvers.Item(
                Fields.required("items.conversation", given.conversation),
                given.to,
                given.agent,
                rules.optional("items.note", given.note));
    }
}
