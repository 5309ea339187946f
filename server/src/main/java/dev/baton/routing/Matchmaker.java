package dev.baton.routing;

import dev.baton.conversation.Conversation;
import dev.baton.conversation.ConversationId;
import dev.baton.identity.AgentId;
import dev.baton.identity.GroupId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The waiting line and the agents in, assignments out. Pure: first in, first out within a priority; the
 * agent with the least share of their capacity taken, then whoever has been idle for longest.
 */
final class Matchmaker {

    /**
     * An agent who may be given work now.
     *
     * @param idleSince when they were last given something, null for never
     */
    record Candidate(AgentId id, Set<GroupId> groups, int capacity, int load, Instant idleSince) {

        private double share() {
            return (double) load / capacity;
        }

        private Candidate withOneMore(Instant now) {
            return new Candidate(id, groups, capacity, load + 1, now);
        }
    }

    record Match(ConversationId conversation, AgentId agent) {}

    private static final Comparator<Candidate> LEAST_LOADED = Comparator.comparingDouble(Candidate::share)
            .thenComparing(Candidate::idleSince, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Candidate::id);

    private Matchmaker() {}

    /**
     * @param line first to last
     */
    static List<Match> match(List<Conversation> line, List<Candidate> candidates, Instant now) {
        Map<AgentId, Candidate> free = new HashMap<>();
        candidates.forEach(candidate -> free.put(candidate.id(), candidate));
        var matches = new ArrayList<Match>();
        for (var conversation : line) {
            best(conversation, free).ifPresent(agent -> {
                matches.add(new Match(conversation.id(), agent.id()));
                free.put(agent.id(), agent.withOneMore(now));
            });
        }
        return matches;
    }

    private static Optional<Candidate> best(Conversation conversation, Map<AgentId, Candidate> free) {
        return free.values().stream()
                .filter(agent -> agent.load() < agent.capacity())
                .filter(agent -> conversation.isServedBy(agent.groups()))
                .filter(agent -> !conversation.excluded().contains(agent.id()))
                .filter(agent -> !agent.id().equals(conversation.handedBackBy()))
                .min(LEAST_LOADED);
    }
}
