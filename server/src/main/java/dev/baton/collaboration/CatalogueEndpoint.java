package dev.baton.collaboration;

import dev.baton.identity.web.CurrentViewer;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The catalogue; a workbench reads it again after {@code catalogue_changed}. */
@Path("/api/v1/catalogue")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "session")
public class CatalogueEndpoint {

    private final Catalogues catalogues;
    private final CurrentViewer current;

    CatalogueEndpoint(Catalogues catalogues, CurrentViewer current) {
        this.catalogues = catalogues;
        this.current = current;
    }

    @GET
    public Catalogues.Catalogue catalogue() {
        return catalogues.of(current.staff());
    }
}
