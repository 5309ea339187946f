package dev.baton.collaboration;

import dev.baton.identity.AgentId;
import dev.baton.identity.GroupId;
import java.util.UUID;

/**
 * Words that are said often.
 *
 * @param owner whose it is; null for everybody's
 * @param group whose members have it; null for everybody's
 * @param shortcut what is typed after the slash
 * @param language that the words are in; null for any
 */
public record CannedReply(
        UUID id,
        AgentId owner,
        GroupId group,
        String shortcut,
        String title,
        String body,
        String language,
        boolean enabled,
        int position) {

    /** {@code company}, {@code group} or {@code personal}. */
    public String scope() {
        if (owner != null) {
            return "personal";
        }
        return group != null ? "group" : "company";
    }
}
