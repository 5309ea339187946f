package dev.baton.conversation.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How those who wait come to an agent, and which one.
 *
 * @param offerMisses after so many missed in a row an agent is taken for away; null for never
 * @param lastAgentFirst whoever served a customer before comes first when they return
 * @param accountAgentFirst the agent whom a customer's account names comes first
 * @param rings who may be given a conversation after which wait, the best first; none for everybody at once
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record AssignmentPolicy(
        Mode mode,
        long offerSeconds,
        Integer offerMisses,
        Choice choice,
        boolean lastAgentFirst,
        boolean accountAgentFirst,
        List<Ring> rings) {

    static final AssignmentPolicy DEFAULT =
            new AssignmentPolicy(Mode.AUTOMATIC, 20, 3, Choice.LEAST_LOADED, true, true, List.of());

    public static final int MAX_RINGS = 5;
    public static final int MOST_PROFICIENT = 5;

    @Schema(name = "AssignmentMode")
    public enum Mode {
        AUTOMATIC,
        OFFER,
        MANUAL
    }

    @Schema(name = "AgentChoice")
    public enum Choice {
        LEAST_LOADED,
        LONGEST_IDLE,
        ROUND_ROBIN
    }

    /**
     * @param afterSeconds the wait in this line that opens the ring
     * @param leastProficiency of agents in this group
     */
    public record Ring(long afterSeconds, int leastProficiency) {}

    public AssignmentPolicy {
        rings = Holes.kept(rings);
    }

    /** The wait after which such a proficiency is enough. */
    public Duration opensAfter(int proficiency) {
        return Duration.ofSeconds(rings.stream()
                .filter(ring -> ring.leastProficiency <= proficiency)
                .mapToLong(Ring::afterSeconds)
                .min()
                .orElse(0));
    }

    void missing(Faults faults) {
        faults.required("assignment.mode", mode);
        faults.required("assignment.choice", choice);
        for (int i = 0; i < rings.size(); i++) {
            faults.required("assignment.rings[" + i + "]", rings.get(i));
        }
    }

    void faults(Faults faults) {
        faults.seconds("assignment.offer_seconds", offerSeconds, 1);
        faults.count("assignment.offer_misses", offerMisses, 1, 100);
        if (rings.size() > MAX_RINGS) {
            faults.add("assignment.rings", "at most " + MAX_RINGS);
        }
        for (int i = 0; i < rings.size(); i++) {
            ring(faults, i);
        }
        if (!rings.isEmpty() && rings.getLast().leastProficiency != 1) {
            faults.add(
                    "assignment.rings[" + (rings.size() - 1) + "].least_proficiency", "1: the last is for everybody");
        }
    }

    private void ring(Faults faults, int i) {
        var field = "assignment.rings[" + i + "]";
        var ring = rings.get(i);
        faults.seconds(field + ".after_seconds", ring.afterSeconds, 0);
        faults.count(field + ".least_proficiency", ring.leastProficiency, 1, MOST_PROFICIENT);
        if (i == 0) {
            if (ring.afterSeconds != 0) {
                faults.add(field + ".after_seconds", "0: the first is open at once");
            }
            return;
        }
        var inner = rings.get(i - 1);
        faults.after(field + ".after_seconds", inner.afterSeconds, ring.afterSeconds);
        if (ring.leastProficiency >= inner.leastProficiency) {
            faults.add(field + ".least_proficiency", "less than in the ring before");
        }
    }
}
