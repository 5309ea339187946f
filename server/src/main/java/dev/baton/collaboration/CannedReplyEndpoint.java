package dev.baton.collaboration;

import dev.baton.identity.AgentId;
import dev.baton.identity.GroupId;
import dev.baton.identity.web.CurrentViewer;
import dev.baton.platform.Fields;
import dev.baton.platform.Ids;
import dev.baton.platform.Refused;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Canned replies: shared ones for admins, everybody's own under {@code /me}. */
@Path("/api/v1")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "canned replies")
public class CannedReplyEndpoint {

    private static final Pattern SHORTCUT = Pattern.compile("[\\p{L}\\p{N}_.-]{1,40}");
    private static final int LONGEST_TITLE = 120;
    private static final int LONGEST_BODY = 4_000;
    private static final int LAST_POSITION = 10_000;

    private final CannedReplies replies;
    private final CurrentViewer current;

    CannedReplyEndpoint(CannedReplies replies, CurrentViewer current) {
        this.replies = replies;
        this.current = current;
    }

    /** What somebody writes; a group only for shared ones. */
    @Schema(name = "CannedReplyDetails")
    public record Written(
            GroupId group,
            String shortcut,
            String title,
            String body,
            String language,
            Boolean enabled,
            Integer position) {}

    @Schema(name = "CannedReply")
    public record View(
            UUID id,
            String scope,
            GroupId group,
            String shortcut,
            String title,
            String body,
            String language,
            boolean enabled,
            int position) {
        static View of(CannedReply reply) {
            return new View(
                    reply.id(),
                    reply.scope(),
                    reply.group(),
                    reply.shortcut(),
                    reply.title(),
                    reply.body(),
                    reply.language(),
                    reply.enabled(),
                    reply.position());
        }
    }

    @Schema(name = "CannedReplies")
    public record Items(List<View> items) {
        static Items of(List<CannedReply> replies) {
            return new Items(replies.stream().map(View::of).toList());
        }
    }

    @GET
    @Path("/admin/canned-replies")
    public Items shared() {
        current.admin();
        return Items.of(replies.shared());
    }

    @POST
    @Path("/admin/canned-replies")
    public RestResponse<View> addShared(Written written) {
        current.admin();
        return added(checked(Ids.next(), null, written));
    }

    @PUT
    @Path("/admin/canned-replies/{id}")
    public View changeShared(UUID id, Written written) {
        current.admin();
        return changed(checked(id, null, written));
    }

    @DELETE
    @Path("/admin/canned-replies/{id}")
    public void deleteShared(UUID id) {
        current.admin();
        replies.delete(id, null);
    }

    @GET
    @Path("/me/canned-replies")
    public Items mine() {
        return Items.of(replies.personal(current.staff().id()));
    }

    @POST
    @Path("/me/canned-replies")
    public RestResponse<View> addMine(Written written) {
        AgentId me = current.staff().id();
        return added(checked(Ids.next(), me, written));
    }

    @PUT
    @Path("/me/canned-replies/{id}")
    public View changeMine(UUID id, Written written) {
        AgentId me = current.staff().id();
        return changed(checked(id, me, written));
    }

    @DELETE
    @Path("/me/canned-replies/{id}")
    public void deleteMine(UUID id) {
        replies.delete(id, current.staff().id());
    }

    private RestResponse<View> added(CannedReply reply) {
        replies.add(reply);
        return RestResponse.status(RestResponse.Status.CREATED, View.of(reply));
    }

    private View changed(CannedReply reply) {
        replies.change(reply);
        return View.of(reply);
    }

    private static CannedReply checked(UUID id, AgentId owner, Written written) {
        Fields.required("body", written);
        String shortcut = Fields.required("shortcut", written.shortcut());
        if (!SHORTCUT.matcher(shortcut).matches()) {
            throw Refused.invalid("shortcut", "malformed");
        }
        if (owner != null && written.group() != null) {
            throw Refused.invalid("group", "not_allowed");
        }
        return new CannedReply(
                id,
                owner,
                written.group(),
                shortcut,
                Fields.line("title", written.title(), LONGEST_TITLE),
                Fields.block("body", written.body(), LONGEST_BODY),
                Fields.optionalLanguage("language", written.language()),
                !Boolean.FALSE.equals(written.enabled()),
                written.position() == null ? 0 : Fields.within("position", written.position(), 0, LAST_POSITION));
    }
}
