package dev.baton.collaboration;

import dev.baton.conversation.ConversationId;
import dev.baton.conversation.log.Conversations;
import dev.baton.files.Attachment;
import dev.baton.files.FileId;
import dev.baton.files.FileRow;
import dev.baton.files.Files;
import dev.baton.identity.Viewer;
import dev.baton.identity.web.CurrentViewer;
import dev.baton.platform.Refused;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Files up and down, for staff and for customers. A file that was sent is for those who may see its conversation, one that was
 * not is its uploader's; for everybody else there is none.
 */
@Path("/api/v1")
@RunOnVirtualThread
@Tag(name = "files")
public class FileEndpoint {

    private static final int LONGEST_NAME_HEADER = 4_096;

    private final Files files;
    private final Conversations conversations;
    private final CurrentViewer current;

    FileEndpoint(Files files, Conversations conversations, CurrentViewer current) {
        this.files = files;
        this.conversations = conversations;
        this.current = current;
    }

    @POST
    @Path("/files")
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    public RestResponse<Attachment> upload(@HeaderParam("X-File-Name") String name, InputStream body) {
        return uploaded(current.staff(), name, body);
    }

    @POST
    @Path("/widget/files")
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    public RestResponse<Attachment> uploadByCustomer(@HeaderParam("X-File-Name") String name, InputStream body) {
        return uploaded(current.customer(), name, body);
    }

    @GET
    @Path("/files/{id}")
    @APIResponse(
            responseCode = "200",
            description = "The file, as a download or a re-encoded picture",
            content = @Content(mediaType = "*/*", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response download(FileId id, @QueryParam("size") String size) {
        return downloaded(current.staff(), id, size);
    }

    @GET
    @Path("/widget/files/{id}")
    @APIResponse(
            responseCode = "200",
            description = "The file, as a download or a re-encoded picture",
            content = @Content(mediaType = "*/*", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response downloadByCustomer(FileId id, @QueryParam("size") String size) {
        return downloaded(current.customer(), id, size);
    }

    private RestResponse<Attachment> uploaded(Viewer uploader, String name, InputStream body) {
        Attachment file = files.upload(uploader, decoded(name), body);
        return RestResponse.status(RestResponse.Status.CREATED, file);
    }

    private Response downloaded(Viewer viewer, FileId id, String size) {
        FileRow file = files.find(id).orElseThrow(Refused::notFound);
        demandSight(viewer, file);
        Files.Download download = files.download(file.attachment(), "preview".equals(size));
        return Response.ok(download.path().toFile(), download.type())
                .header("Content-Disposition", download.disposition())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Cache-Control", "private, max-age=86400, immutable")
                .build();
    }

    private void demandSight(Viewer viewer, FileRow file) {
        if (file.conversation() != null) {
            conversations.find(viewer, new ConversationId(file.conversation()));
        } else if (!Files.isUploader(file, viewer)) {
            throw Refused.notFound();
        }
    }

    /** Percent-encoded UTF-8, as the contract has it; anything else is taken as it stands. */
    private static String decoded(String header) {
        if (header == null || header.isBlank()) {
            return "file";
        }
        if (header.length() > LONGEST_NAME_HEADER) {
            throw Refused.invalid("name", "too_long");
        }
        try {
            return URLDecoder.decode(header.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException plain) {
            return header;
        }
    }
}
