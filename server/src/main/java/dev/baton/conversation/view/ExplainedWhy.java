package dev.baton.conversation.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.baton.conversation.Availability;
import dev.baton.conversation.Why;
import dev.baton.identity.AgentId;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * {@link Why} with the names of those whom it is about, for staff.
 *
 * @param chosen null while nobody could be chosen
 * @param others how many more were considered
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "Why",
        requiredProperties = {"considered", "others"})
public record ExplainedWhy(ChosenFace chosen, List<ConsideredFace> considered, int others) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(
            name = "WhyChosen",
            requiredProperties = {"agent", "rule", "load", "capacity"})
    public record ChosenFace(
            AgentId agent, String agentName, Why.Rule rule, int load, int capacity, Instant idleSince) {}

    /**
     * @param most the capacity, or the ceiling of the group
     * @param at since when they are away, offline or idle; until when the ring is closed; when they stop
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(
            name = "WhyConsidered",
            requiredProperties = {"agent", "verdict"})
    public record ConsideredFace(
            AgentId agent,
            String agentName,
            Why.Verdict verdict,
            Integer load,
            Integer most,
            Instant at,
            Availability availability) {}

    public static ExplainedWhy of(Why why, Function<AgentId, String> names) {
        var chosen = why.chosen();
        return new ExplainedWhy(
                chosen == null
                        ? null
                        : new ChosenFace(
                                chosen.agent(),
                                names.apply(chosen.agent()),
                                chosen.rule(),
                                chosen.load(),
                                chosen.capacity(),
                                chosen.idleSince()),
                why.considered().stream()
                        .map(one -> new ConsideredFace(
                                one.agent(),
                                names.apply(one.agent()),
                                one.verdict(),
                                one.load(),
                                one.most(),
                                one.at(),
                                one.availability()))
                        .toList(),
                why.others());
    }
}
