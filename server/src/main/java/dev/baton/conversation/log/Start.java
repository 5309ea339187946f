package dev.baton.conversation.log;

import dev.baton.identity.CategoryId;
import java.util.List;
import java.util.UUID;

/**
 * What a customer starts with: a category, first words, or both.
 *
 * @param clientId names the first words, so that a retry neither doubles them nor starts twice
 * @param category null for the site's default group
 * @param body null or empty when only a category was chosen
 */
public record Start(UUID clientId, CategoryId category, String body, List<UUID> attachments) {

    boolean hasWords() {
        return (body != null && !body.isEmpty()) || !attachments.isEmpty();
    }
}
