package dev.baton.routing;

import dev.baton.conversation.ConversationId;
import dev.baton.identity.AgentId;
import dev.baton.identity.GroupId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * A conversation in a line.
 *
 * @param backups groups that help, since it has overflowed
 * @param rankAt its place: the earlier, the further in front
 * @param queuedSince since when it is in this line; opens the rings
 * @param slots what it takes of a capacity
 * @param excluded agents who shall not get it, and why: {@code declined}, {@code missed}, {@code handed_back}, or what else it was
 * @param lastAgent who served this customer before, where this is a return; else null
 * @param accountAgent whom the customer's account names, or null
 */
record Waiting(
        ConversationId id,
        GroupId group,
        Set<GroupId> backups,
        Instant rankAt,
        Instant queuedSince,
        int slots,
        Map<AgentId, String> excluded,
        AgentId lastAgent,
        AgentId accountAgent) {

    /** One order for all lines, so that an agent of several groups serves them as one. */
    static final Comparator<Waiting> IN_LINE =
            Comparator.comparing(Waiting::rankAt).thenComparing(Waiting::id);

    /** With what is known of why somebody is excluded; who is, stays. */
    Waiting because(Map<AgentId, String> reasons) {
        var known = new HashMap<>(excluded);
        known.replaceAll((agent, why) -> reasons.getOrDefault(agent, why));
        return new Waiting(id, group, backups, rankAt, queuedSince, slots, known, lastAgent, accountAgent);
    }
}
