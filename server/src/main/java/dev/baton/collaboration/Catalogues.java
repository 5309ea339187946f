package dev.baton.collaboration;

import dev.baton.conversation.Availability;
import dev.baton.identity.AgentId;
import dev.baton.identity.CategoryId;
import dev.baton.identity.GroupId;
import dev.baton.identity.SiteId;
import dev.baton.identity.Viewer;
import dev.baton.identity.customers.Sites;
import dev.baton.platform.Limits;
import dev.baton.platform.Settings;
import dev.baton.staffing.AgentProfile;
import dev.baton.staffing.Agents;
import dev.baton.staffing.Reason;
import dev.baton.staffing.Reasons;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Everything that a workbench calls by name, put together for one viewer. */
@ApplicationScoped
public class Catalogues {

    private final GroupCatalogue groups;
    private final Agents agents;
    private final Reasons reasons;
    private final CannedReplies replies;
    private final Sites sites;
    private final Settings settings;

    Catalogues(
            GroupCatalogue groups,
            Agents agents,
            Reasons reasons,
            CannedReplies replies,
            Sites sites,
            Settings settings) {
        this.groups = groups;
        this.agents = agents;
        this.reasons = reasons;
        this.replies = replies;
        this.sites = sites;
        this.settings = settings;
    }

    public record Catalogue(
            List<GroupView> groups,
            List<CategoryView> categories,
            List<AgentView> agents,
            List<ReasonView> closeReasons,
            List<ReasonView> transferReasons,
            List<ReasonView> declineReasons,
            List<ReasonView> breakReasons,
            List<ReplyView> cannedReplies,
            List<SiteView> sites,
            Limits limits) {}

    /** @param stopNewWorkSeconds how long before the end of a shift nothing new of this group is given */
    @Schema(name = "CatalogueGroup")
    public record GroupView(GroupId id, Map<String, String> names, boolean enabled, long stopNewWorkSeconds) {}

    @Schema(name = "CatalogueCategory")
    public record CategoryView(CategoryId id, Map<String, String> names, GroupId group, boolean enabled) {}

    @Schema(name = "CatalogueAgent")
    public record AgentView(
            AgentId id,
            String name,
            String role,
            boolean advisor,
            boolean enabled,
            Availability availability,
            int load,
            int capacity,
            Set<GroupId> groups,
            boolean connected,
            int missedOffers,
            Instant shiftEndsAt,
            Instant availabilitySince,
            String availabilityReason) {}

    @Schema(name = "CatalogueReason")
    public record ReasonView(String code, Map<String, String> names) {}

    @Schema(name = "CatalogueReply")
    public record ReplyView(UUID id, String shortcut, String title, String body, String language, String scope) {}

    @Schema(name = "CatalogueSite")
    public record SiteView(SiteId id, String name) {}

    public Catalogue of(Viewer.Staff staff) {
        List<Reason> all = reasons.all().stream().filter(Reason::enabled).toList();
        return new Catalogue(
                groups.groups(),
                groups.categories(),
                agents.all().stream().map(Catalogues::agentView).toList(),
                reasonViews(all, Reason.Kind.CLOSE),
                reasonViews(all, Reason.Kind.TRANSFER),
                reasonViews(all, Reason.Kind.DECLINE),
                reasonViews(all, Reason.Kind.BREAK),
                replies.usableBy(staff).stream().map(Catalogues::replyView).toList(),
                sites.all().stream()
                        .map(site -> new SiteView(site.id(), site.name()))
                        .toList(),
                Limits.of(settings));
    }

    private static AgentView agentView(AgentProfile agent) {
        return new AgentView(
                agent.id(),
                agent.name(),
                agent.role(),
                agent.advisor(),
                agent.enabled(),
                agent.availability(),
                agent.load(),
                agent.capacity(),
                agent.groups(),
                agent.connected(),
                agent.missedOffers(),
                agent.shiftEndsAt(),
                agent.availabilitySince(),
                agent.availabilityReason());
    }

    private static List<ReasonView> reasonViews(List<Reason> reasons, Reason.Kind kind) {
        return reasons.stream()
                .filter(reason -> reason.kind() == kind)
                .map(reason -> new ReasonView(reason.code(), reason.names()))
                .toList();
    }

    private static ReplyView replyView(CannedReply reply) {
        return new ReplyView(
                reply.id(), reply.shortcut(), reply.title(), reply.body(), reply.language(), reply.scope());
    }
}
