package dev.baton.identity.web;

import dev.baton.identity.Secrets;
import dev.baton.identity.SiteId;
import dev.baton.identity.customers.Site;
import dev.baton.identity.customers.Sites;
import dev.baton.platform.Fields;
import dev.baton.platform.Ids;
import dev.baton.platform.Refused;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The sites that embed the widget, for admins. */
@Path("/api/v1/admin/sites")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "admin")
public class SiteEndpoint {

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{3,64}");
    private static final Pattern COLOR = Pattern.compile("#[0-9a-fA-F]{6}");
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_GREETING = 500;
    private static final int MOST_ORIGINS = 50;
    private static final int MOST_SLOTS = 100;

    private final Sites sites;
    private final CurrentViewer current;

    SiteEndpoint(Sites sites, CurrentViewer current) {
        this.sites = sites;
        this.current = current;
    }

    /** What an admin writes; the key only for a new one. */
    @Schema(name = "SiteDetails")
    public record Written(
            String key,
            String name,
            List<String> origins,
            String language,
            String brandColor,
            Map<String, String> greetings,
            Boolean enabled,
            Integer slots) {}

    /** A site without its secret: that is shown when it is made and never again. */
    @Schema(name = "Site")
    public record View(
            SiteId id,
            String key,
            String name,
            List<String> origins,
            String language,
            String brandColor,
            Map<String, String> greetings,
            boolean enabled,
            int slots) {
        static View of(Site site) {
            return new View(
                    site.id(),
                    site.key(),
                    site.name(),
                    site.origins(),
                    site.language(),
                    site.brandColor(),
                    site.greetings(),
                    site.enabled(),
                    site.slots());
        }
    }

    @Schema(name = "Sites")
    public record Items(List<View> items) {}

    @Schema(name = "CreatedSite")
    public record Created(View site, String secret) {}

    @Schema(name = "SiteSecret")
    public record Secret(String secret) {}

    @GET
    public Items all() {
        current.admin();
        return new Items(sites.all().stream().map(View::of).toList());
    }

    @POST
    public RestResponse<Created> add(Written written) {
        current.admin();
        Fields.required("body", written);
        String key = Fields.required("key", written.key());
        if (!KEY.matcher(key).matches()) {
            throw Refused.invalid("key", "malformed");
        }
        Site site = checked(new SiteId(Ids.next()), key, Secrets.token(), written);
        sites.add(site);
        return RestResponse.status(RestResponse.Status.CREATED, new Created(View.of(site), site.secret()));
    }

    @PUT
    @Path("/{id}")
    public View change(SiteId id, Written written) {
        current.admin();
        Fields.required("body", written);
        Site before = sites.find(id).orElseThrow(Refused::notFound);
        Site site = checked(id, before.key(), before.secret(), written);
        sites.change(site);
        return View.of(site);
    }

    @POST
    @Path("/{id}/secret")
    @Consumes(MediaType.WILDCARD)
    public Secret renewSecret(SiteId id) {
        current.admin();
        return new Secret(sites.renewSecret(id));
    }

    private static Site checked(SiteId id, String key, String secret, Written written) {
        String color = written.brandColor();
        if (color != null && !COLOR.matcher(color).matches()) {
            throw Refused.invalid("brand_color", "malformed");
        }
        Map<String, String> greetings =
                written.greetings() == null || written.greetings().isEmpty()
                        ? Map.of()
                        : Fields.byLanguage("greetings", written.greetings(), LONGEST_GREETING);
        return new Site(
                id,
                key,
                Fields.line("name", written.name(), LONGEST_NAME),
                secret,
                origins(written.origins()),
                Fields.optionalLanguage("language", written.language()),
                color,
                greetings,
                !Boolean.FALSE.equals(written.enabled()),
                written.slots() == null ? 1 : Fields.within("slots", written.slots(), 1, MOST_SLOTS));
    }

    private static List<String> origins(List<String> written) {
        List<String> origins = written == null ? List.of() : written;
        if (origins.size() > MOST_ORIGINS) {
            throw Refused.invalid("origins", "too_long");
        }
        if (!origins.stream().allMatch(origin -> origin != null && Origins.isExact(origin))) {
            throw Refused.invalid("origins", "malformed");
        }
        return origins.stream().distinct().toList();
    }
}
