package dev.baton.staffing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.conversation.Availability;
import dev.baton.identity.AgentId;
import dev.baton.identity.accounts.Accounts;
import dev.baton.identity.web.CurrentViewer;
import dev.baton.platform.Fields;
import dev.baton.platform.Refused;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What staff set for themselves. */
@Path("/api/v1")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "session")
public class SelfEndpoint {

    private static final int LONGEST_PREFERENCES = 16_384;

    private final Accounts accounts;
    private final Agents agents;
    private final Reasons reasons;
    private final Selves selves;
    private final CurrentViewer current;

    SelfEndpoint(Accounts accounts, Agents agents, Reasons reasons, Selves selves, CurrentViewer current) {
        this.accounts = accounts;
        this.agents = agents;
        this.reasons = reasons;
        this.selves = selves;
        this.current = current;
    }

    @Schema(name = "Preferences")
    public record Wishes(String language, JsonNode preferences) {}

    /** @param reason of a break, a code of the catalogue; null for none */
    public record AvailabilityChange(Availability availability, String reason) {}

    @PUT
    @Path("/session/preferences")
    public Selves.Me setPreferences(Wishes given) {
        AgentId id = current.staff().id();
        Fields.required("body", given);
        String language = Fields.optionalLanguage("language", given.language());
        JsonNode preferences = Fields.required("preferences", given.preferences());
        if (!preferences.isObject()) {
            throw Refused.invalid("preferences", "malformed");
        }
        if (preferences.toString().length() > LONGEST_PREFERENCES) {
            throw Refused.invalid("preferences", "too_long");
        }
        accounts.setPreferences(id, language, preferences.toString());
        return selves.of(current.session());
    }

    @PUT
    @Path("/me/availability")
    public Selves.AgentView setAvailability(AvailabilityChange given) {
        AgentId id = current.staff().id();
        Fields.required("body", given);
        agents.setAvailability(id, reasons.standing(given.availability(), given.reason(), id));
        return Selves.agentView(agents.find(id).orElseThrow(Refused::notFound));
    }

    /** Somebody moves a hand at one of their screens; whoever does so anywhere is not idle. */
    @POST
    @Path("/me/activity")
    @Consumes(MediaType.WILDCARD)
    public void active() {
        agents.active(current.staff().id());
    }
}
