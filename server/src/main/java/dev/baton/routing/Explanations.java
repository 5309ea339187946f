package dev.baton.routing;

import dev.baton.conversation.Conversation;
import dev.baton.conversation.ConversationId;
import dev.baton.conversation.Event;
import dev.baton.conversation.State;
import dev.baton.conversation.Why;
import dev.baton.conversation.log.Conversations;
import dev.baton.conversation.policy.AssignmentPolicy;
import dev.baton.conversation.policy.Policy;
import dev.baton.conversation.view.ExplainedWhy;
import dev.baton.identity.AgentId;
import dev.baton.identity.GroupId;
import dev.baton.identity.Viewer;
import dev.baton.platform.database.DatabaseTime;
import dev.baton.staffing.AgentProfile;
import dev.baton.staffing.Agents;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Jdbi;

/** Why conversations are with whom they are, or still wait: from what the log keeps, or from the facts of this moment. */
@ApplicationScoped
public class Explanations {

    private static final int OF_EACH_LINE = 100;
    private static final int ENTRIES = 500;

    /** What a conversation waits for, or that it does not. */
    @Schema(name = "WhyStatus")
    public enum Status {
        WAITING,
        OFFERED,
        PARKED,
        /** Agents of its group take what they want. */
        MANUAL,
        ASSIGNED,
        OVER
    }

    /**
     * @param agent who has it, or is asked
     * @param why null where people decided, and where nothing is to be decided
     */
    @Schema(
            name = "Explanation",
            requiredProperties = {"conversation", "status"})
    public record Explanation(ConversationId conversation, Status status, AgentId agent, ExplainedWhy why) {}

    private final Conversations conversations;
    private final Agents agents;
    private final DatabaseTime time;
    private final RoutingStore store;

    Explanations(Conversations conversations, Agents agents, DatabaseTime time, Jdbi jdbi) {
        this.conversations = conversations;
        this.agents = agents;
        this.time = time;
        store = new RoutingStore(jdbi);
    }

    /** Of one conversation that the viewer may see. */
    Explanation of(Viewer.Staff viewer, ConversationId id) {
        var conversation = conversations.find(viewer, id);
        var status = status(conversation);
        return switch (status) {
            case WAITING -> {
                var whys = now(List.of(conversation.group()), id);
                yield new Explanation(id, status, null, named(whys.get(id)));
            }
            case OFFERED -> new Explanation(id, status, conversation.offeredTo(), named(decided(viewer, conversation)));
            case ASSIGNED -> new Explanation(id, status, conversation.agent(), named(decided(viewer, conversation)));
            case PARKED, MANUAL, OVER -> new Explanation(id, status, null, null);
        };
    }

    /** Of those who wait in these lines. */
    List<Explanation> ofLines(Collection<GroupId> groups) {
        var automatic = groups.stream().filter(group -> !isManual(group)).toList();
        var names = names();
        return now(automatic, null).entrySet().stream()
                .map(why -> new Explanation(
                        why.getKey(), Status.WAITING, null, ExplainedWhy.of(why.getValue(), names::get)))
                .toList();
    }

    private Map<ConversationId, Why> now(Collection<GroupId> groups, ConversationId also) {
        var seen = store.queue(groups, OF_EACH_LINE, also);
        var policies = groups.stream()
                .collect(Collectors.<GroupId, GroupId, Policy>toMap(g -> g, conversations::newestPolicy));
        return Matchmaker.explain(seen.waiting(), seen.candidates(), policies, time.now());
    }

    private Status status(Conversation conversation) {
        if (!conversation.state().isOpen()) {
            return Status.OVER;
        }
        if (conversation.state() != State.QUEUED) {
            return Status.ASSIGNED;
        }
        if (conversation.offeredTo() != null) {
            return Status.OFFERED;
        }
        if (conversation.parked()) {
            return Status.PARKED;
        }
        return isManual(conversation.group()) ? Status.MANUAL : Status.WAITING;
    }

    private boolean isManual(GroupId group) {
        return conversations.newestPolicy(group).assignment().mode() == AssignmentPolicy.Mode.MANUAL;
    }

    /** What the log says of the last time that it was given, or null. */
    private Why decided(Viewer.Staff viewer, Conversation conversation) {
        var entries = conversations.entriesBefore(viewer, conversation.id(), Long.MAX_VALUE, ENTRIES);
        for (var entry : entries.reversed()) {
            if (entry.event() instanceof Event.Assigned assigned) {
                if (assigned.how() == Event.How.OFFER) {
                    continue;
                }
                return assigned.why();
            }
            if (entry.event() instanceof Event.Offered offered) {
                return offered.why();
            }
        }
        return null;
    }

    private ExplainedWhy named(Why why) {
        return why == null ? null : ExplainedWhy.of(why, names()::get);
    }

    private Map<AgentId, String> names() {
        return agents.all().stream().collect(Collectors.toMap(AgentProfile::id, AgentProfile::name));
    }
}
