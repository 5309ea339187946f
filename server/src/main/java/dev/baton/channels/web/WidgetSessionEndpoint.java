package dev.baton.channels.web;

import dev.baton.conversation.view.ConversationViews;
import dev.baton.conversation.view.CustomerView;
import dev.baton.identity.CustomerId;
import dev.baton.identity.Viewer;
import dev.baton.identity.customers.Customer;
import dev.baton.identity.customers.Customers;
import dev.baton.identity.customers.Site;
import dev.baton.identity.customers.Sites;
import dev.baton.identity.customers.Visit;
import dev.baton.identity.web.CurrentViewer;
import dev.baton.platform.Fields;
import dev.baton.platform.Languages;
import dev.baton.platform.Limits;
import dev.baton.platform.Refused;
import dev.baton.platform.Settings;
import dev.baton.staffing.Names;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where the widget begins: who the visitor is, and everything it shows first, in one answer. */
@Path("/api/v1/widget/sessions")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "widget")
public class WidgetSessionEndpoint {

    private static final int SECONDS_TO_WAIT = 60;

    private final Sites sites;
    private final Customers customers;
    private final Topics topics;
    private final ConversationViews views;
    private final CurrentViewer current;
    private final Limits limits;
    private final VisitPace pace;

    WidgetSessionEndpoint(
            Sites sites,
            Customers customers,
            Topics topics,
            ConversationViews views,
            CurrentViewer current,
            Settings settings) {
        this.sites = sites;
        this.customers = customers;
        this.topics = topics;
        this.views = views;
        this.current = current;
        this.limits = Limits.of(settings);
        this.pace = new VisitPace(settings.get(Settings.VISITS_PER_MINUTE));
    }

    /** What the widget says; only the site's key is needed. */
    @Schema(name = "WidgetSessionRequest")
    public record Opening(String site, String token, String identity, String language, String page, String device) {}

    @Schema(name = "WidgetSession")
    public record Opened(
            String token,
            Visitor customer,
            SiteView site,
            List<Topics.CategoryView> categories,
            List<CustomerView> conversations,
            Limits limits) {}

    public record Visitor(CustomerId id, String name, boolean identified) {}

    @Schema(name = "WidgetSite")
    public record SiteView(String name, String brandColor, String greeting, String language) {}

    @POST
    public Opened open(Opening opening, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String browserLanguages) {
        if (!pace.take(current.caller().address(), System.nanoTime())) {
            throw new Refused(429, "too_many_requests", Map.of("retry_after_seconds", SECONDS_TO_WAIT));
        }
        Fields.required("body", opening);
        Site site = sites.withKey(Fields.required("site", opening.site())).orElseThrow(Refused::notFound);
        String language = language(opening, site, browserLanguages);
        Visit visit = new Visit(
                opening.token(),
                opening.identity(),
                language,
                Visited.page(opening.page()),
                Visited.device(opening.device()));
        Customers.Opened opened = customers.open(site, visit).orElseThrow(() -> new Refused(401, "bad_identity"));
        return answer(site, opened, language);
    }

    private Opened answer(Site site, Customers.Opened opened, String language) {
        Customer customer = opened.customer();
        Map<String, String> greetings = site.greetings();
        return new Opened(
                opened.token(),
                new Visitor(customer.id(), customer.name(), customer.isIdentified()),
                new SiteView(
                        site.name(),
                        site.brandColor(),
                        greetings.isEmpty() ? null : Names.in(language, greetings),
                        language),
                topics.in(language),
                views.history(new Viewer.Customer(customer.id(), customer.site(), language)),
                limits);
    }

    /** What the page asks for, else what the site speaks, else what the browser speaks. */
    private static String language(Opening opening, Site site, String browserLanguages) {
        String wanted = Fields.optionalLanguage("language", opening.language());
        if (wanted != null) {
            return wanted;
        }
        return site.language() != null
                ? site.language()
                : Languages.first(browserLanguages).getLanguage();
    }
}
