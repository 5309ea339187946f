package dev.baton.platform;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Something to knock on, for {@link ProblemsTest}. */
@Path("/api/v1/test/problems")
@RunOnVirtualThread
public class ProblemsEndpoint {

    public record ThingId(UUID value) {}

    public enum Colour {
        DARK_RED,
        BLUE
    }

    public record Part(@NotBlank String partName, int count) {}

    public record Thing(
            ThingId id,
            @NotNull @Size(max = 10) String title,
            Colour colour,
            Instant madeAt,
            List<@Valid Part> parts,
            Map<String, String> words,
            JsonNode anything) {}

    @POST
    @Consumes("application/json")
    @Operation(hidden = true)
    public Thing echo(@Valid @NotNull Thing thing) {
        return thing;
    }

    @GET
    @Path("/{id}")
    @Operation(hidden = true)
    public Thing get(@PathParam("id") ThingId id, @QueryParam("word") String word) {
        return new Thing(id, word, Colour.DARK_RED, Instant.EPOCH, null, null, null);
    }

    @POST
    @Path("/refuse")
    @Operation(hidden = true)
    public void refuse() {
        throw new Refused(429, "too_many_requests", Map.of("retry_after_seconds", 7));
    }

    @POST
    @Path("/break")
    @Operation(hidden = true)
    public void fail() {
        throw new IllegalStateException("secret inner words");
    }
}
