package dev.baton.conversation.feed;

import dev.baton.identity.AgentId;
import dev.baton.identity.CategoryId;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the workbench sends about a conversation. */
public final class Requests {

    private Requests() {}

    /**
     * @param clientId made once per user action and kept until acknowledged
     * @param body 1 to 8000 characters; may be left out with attachments
     * @param attachments ids of files that the author has uploaded, at most ten
     */
    @Schema(requiredProperties = {"clientId"})
    public record MessageRequest(UUID clientId, String body, List<UUID> attachments) {}

    @Schema(requiredProperties = {"clientId", "body"})
    public record NoteRequest(UUID clientId, String body) {}

    /** @param override beyond capacity, availability and exclusion; supervisors only */
    @Schema(requiredProperties = {"agent"})
    public record AssignRequest(AgentId agent, Boolean override) {}

    /** @param summary what the customer is asked to confirm */
    public record AskToEndRequest(String summary) {}

    /** @param reason a code of the close catalogue */
    @Schema(requiredProperties = {"reason"})
    public record EndRequest(String reason) {}

    @Schema(requiredProperties = {"category"})
    public record CategoryRequest(CategoryId category) {}

    /** @param priority 0 is usual, 9 the most urgent */
    @Schema(requiredProperties = {"priority"})
    public record PriorityRequest(Integer priority) {}
}
