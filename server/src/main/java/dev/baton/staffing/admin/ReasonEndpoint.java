package dev.baton.staffing.admin;

import dev.baton.conversation.Event;
import dev.baton.identity.web.CurrentViewer;
import dev.baton.platform.Fields;
import dev.baton.platform.Ids;
import dev.baton.platform.Refused;
import dev.baton.staffing.Reason;
import dev.baton.staffing.Reasons;
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
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Reasons for ending and for handing on. Kind and code stay as they were first written: old conversations name them. */
@Path("/api/v1/admin/reasons")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "admin")
public class ReasonEndpoint {

    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9_]{1,39}");

    private final Reasons reasons;
    private final CurrentViewer current;

    ReasonEndpoint(Reasons reasons, CurrentViewer current) {
        this.reasons = reasons;
        this.current = current;
    }

    /** What an admin writes; kind and code only for a new one. */
    @Schema(name = "ReasonDetails")
    public record Written(
            Reason.Kind kind, String code, Map<String, String> names, Boolean enabled, Integer position) {}

    @Schema(name = "Reasons")
    public record Items(List<Reason> items) {}

    @GET
    public Items all() {
        current.admin();
        return new Items(reasons.all());
    }

    @POST
    public RestResponse<Reason> add(Written written) {
        current.admin();
        Fields.required("body", written);
        String code = Fields.required("code", written.code());
        if (!CODE.matcher(code).matches()) {
            throw Refused.invalid("code", "malformed");
        }
        Reason.Kind kind = Fields.required("kind", written.kind());
        if (kind == Reason.Kind.CLOSE && Event.Ended.OWN_REASONS.contains(code)) {
            // Or nobody could tell, in any report, an end that somebody chose from one that just came.
            throw Refused.invalid("code", "taken");
        }
        Reason reason = checked(Ids.next(), kind, code, written);
        reasons.add(reason);
        return RestResponse.status(RestResponse.Status.CREATED, reason);
    }

    @PUT
    @Path("/{id}")
    public Reason change(UUID id, Written written) {
        current.admin();
        Fields.required("body", written);
        Reason before = reasons.all().stream()
                .filter(reason -> reason.id().equals(id))
                .findFirst()
                .orElseThrow(Refused::notFound);
        Reason reason = checked(id, before.kind(), before.code(), written);
        reasons.change(reason);
        return reason;
    }

    private Reason checked(UUID id, Reason.Kind kind, String code, Written written) {
        return new Reason(
                id,
                kind,
                code,
                Fields.byLanguage("names", written.names(), GroupEndpoint.LONGEST_NAME),
                !Boolean.FALSE.equals(written.enabled()),
                Place.of(written.position(), id, reasons.all(), Reason::id, Reason::position));
    }
}
