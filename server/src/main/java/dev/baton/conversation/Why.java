package dev.baton.conversation;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.baton.identity.AgentId;
import java.time.Instant;
import java.util.List;

/**
 * Why an agent was given a conversation or, while it waits, why nobody has it: the facts as they stood when it was decided.
 * For staff only.
 *
 * @param chosen null while nobody could be chosen
 * @param considered the others who serve its group, at most {@value #MOST}, those first whose turn is nearest
 * @param others how many more there are
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Why(Chosen chosen, List<Considered> considered, int others) {

    public static final int MOST = 12;

    public Why {
        considered = considered == null ? List.of() : List.copyOf(considered);
    }

    /** By which rule somebody comes first. */
    public enum Rule {
        ACCOUNT_AGENT,
        LAST_AGENT,
        LEAST_LOADED,
        LONGEST_IDLE,
        ROUND_ROBIN
    }

    /** What spoke against somebody: the first that did. */
    public enum Verdict {
        LESS_SUITABLE,
        FULL,
        CEILING,
        RING,
        DECLINED,
        MISSED,
        HANDED_BACK,
        EXCLUDED,
        STOPS_AT,
        AWAY,
        OFFLINE
    }

    /**
     * @param load what counted against the capacity before this
     * @param idleSince since when nothing came and nothing went; null for never
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Chosen(AgentId agent, Rule rule, int load, int capacity, Instant idleSince) {}

    /**
     * @param load what counts against {@code most}: the capacity, or the ceiling of the group
     * @param at since when they are away, offline or idle; until when the ring is closed; when they stop
     * @param availability what they said, where that is the verdict
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Considered(
            AgentId agent, Verdict verdict, Integer load, Integer most, Instant at, Availability availability) {}
}
