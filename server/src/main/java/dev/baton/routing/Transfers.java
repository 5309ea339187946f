package dev.baton.routing;

import dev.baton.conversation.Command;
import dev.baton.conversation.Conversation;
import dev.baton.conversation.ConversationId;
import dev.baton.conversation.log.Conversations;
import dev.baton.identity.AgentId;
import dev.baton.identity.GroupId;
import dev.baton.identity.Viewer;
import dev.baton.platform.Refused;
import dev.baton.platform.database.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/** Gives a conversation that somebody has to whoever suits best, as the router would choose for one who waits. */
@ApplicationScoped
public class Transfers {

    /** Whoever is chosen may be taken by something else before it is committed; then the next is tried. */
    private static final int TRIES = 5;

    /** Refusals that speak of the agent, so that another one may do. */
    private static final Set<String> ABOUT_THE_AGENT = Set.of(
            "agent_disabled",
            "agent_off_duty",
            "agent_full",
            "agent_at_ceiling",
            "agent_not_member",
            "agent_excluded",
            "agent_had_it");

    private final Conversations conversations;
    private final DatabaseTime time;
    private final RoutingStore store;

    Transfers(Conversations conversations, DatabaseTime time, Jdbi jdbi) {
        this.conversations = conversations;
        this.time = time;
        store = new RoutingStore(jdbi);
    }

    /**
     * @param group of which the best is wanted; null for the one in which it is
     * @throws Refused {@code nobody_free} when nobody there can have it now, and whatever {@link Conversations#transfer} throws
     */
    Conversation toBest(Viewer.Staff viewer, ConversationId id, GroupId group, Command.Transfer transfer) {
        var conversation = conversations.find(viewer, id);
        var unsuitable = new HashMap<AgentId, String>();
        conversation.excluded().forEach(agent -> unsuitable.put(agent, "excluded"));
        if (conversation.agent() != null) {
            unsuitable.put(conversation.agent(), "handed_back");
        }
        for (int i = 0; i < TRIES; i++) {
            var best = best(conversation, group == null ? conversation.group() : group, unsuitable)
                    .orElseThrow(Transfers::nobodyFree);
            try {
                return conversations.transfer(viewer, id, best, group, transfer);
            } catch (Refused refused) {
                if (!ABOUT_THE_AGENT.contains(refused.code())) {
                    throw refused;
                }
                unsuitable.put(best, "excluded");
            }
        }
        throw nobodyFree();
    }

    /** With its original age, so that every ring that a new one would have to wait for is open. */
    private Optional<AgentId> best(Conversation conversation, GroupId group, Map<AgentId, String> unsuitable) {
        var candidates = store.queue(List.of(group), 0, null).candidates();
        var waiting = new Waiting(
                conversation.id(),
                group,
                Set.of(),
                conversation.rankAt(),
                conversation.waitingSince(),
                conversation.slots(),
                unsuitable,
                null,
                null);
        var policies = Map.of(group, conversations.newestPolicy(group));
        return Matchmaker.match(List.of(waiting), candidates, policies, time.now()).stream()
                .map(Matchmaker.Match::agent)
                .findFirst();
    }

    private static Refused nobodyFree() {
        return new Refused(409, "nobody_free");
    }
}
