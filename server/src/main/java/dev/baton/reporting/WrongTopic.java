package dev.baton.reporting;

import dev.baton.conversation.ConversationId;
import dev.baton.identity.CategoryId;
import dev.baton.identity.GroupId;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How often customers who chose this category were sent on, because it was the wrong one.
 *
 * @param category absent where none was chosen
 * @param from the group that they came to
 * @param to the group that they were sent to
 * @param examples the latest
 */
@Schema(requiredProperties = {"from", "to", "count", "examples"})
public record WrongTopic(CategoryId category, GroupId from, GroupId to, int count, List<Example> examples) {

    /** @param words the beginning of what the customer wrote first */
    @Schema(
            name = "WrongTopicExample",
            requiredProperties = {"conversation", "at"})
    public record Example(ConversationId conversation, Instant at, String words) {}
}
