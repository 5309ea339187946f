package dev.baton.roster.files;

import dev.baton.identity.AgentId;
import dev.baton.identity.Viewer;
import dev.baton.identity.web.CurrentViewer;
import dev.baton.platform.Fields;
import dev.baton.platform.Refused;
import dev.baton.roster.ShiftFields;
import dev.baton.roster.Span;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The roster comes from files and goes into files. */
@Path("/api/v1/roster")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "roster")
public class RosterFilesEndpoint {

    private final CurrentViewer current;
    private final RosterFiles files;

    RosterFilesEndpoint(CurrentViewer current, RosterFiles files) {
        this.current = current;
        this.files = files;
    }

    /**
     * @param agent whose a shift is that does not say
     * @param zone an IANA name, for times without an offset
     */
    @Schema(name = "RosterImport")
    public record Import(RosterFiles.Format format, String text, AgentId agent, String zone) {}

    /** @param added shifts that were new; the others were there already */
    @Schema(name = "RosterImported", requiredProperties = "added")
    public record Imported(int added) {}

    @Schema(
            name = "RosterFile",
            requiredProperties = {"format", "text"})
    public record File(RosterFiles.Format format, String text) {}

    @POST
    @Path("/import")
    public Imported take(Import file) {
        Viewer.Staff viewer = current.supervisor();
        Fields.required("body", file);
        return new Imported(files.take(
                viewer,
                Fields.required("format", file.format()),
                Fields.required("text", file.text()),
                file.agent(),
                ShiftFields.zone("zone", file.zone())));
    }

    @GET
    @Path("/export")
    public File give(
            @QueryParam("format") String format,
            @QueryParam("from") String from,
            @QueryParam("until") String until,
            @QueryParam("zone") String zone) {
        Viewer.Staff viewer = current.supervisor();
        RosterFiles.Format how = switch (Fields.required("format", format)) {
            case "csv" -> RosterFiles.Format.CSV;
            case "icalendar" -> RosterFiles.Format.ICALENDAR;
            default -> throw Refused.invalid("format", "unknown");
        };
        Span span = ShiftFields.span(from, until);
        return new File(how, files.give(viewer, how, span.from(), span.until(), ShiftFields.zone("zone", zone)));
    }
}
