package dev.baton.roster;

import dev.baton.identity.AgentId;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Somebody asks a colleague to take a shift of theirs.
 *
 * @param fromAgent who asks
 * @param fromShift what is to be taken over
 * @param toShift what is given for it; null for nothing
 * @param decidedBy the supervisor who had the last word; null until then
 */
@Schema(
        name = "ShiftSwap",
        requiredProperties = {"id", "from_agent", "from_shift", "to_agent", "state", "asked_at"})
public record Swap(
        SwapId id,
        AgentId fromAgent,
        ShiftId fromShift,
        AgentId toAgent,
        ShiftId toShift,
        State state,
        String note,
        Instant askedAt,
        AgentId decidedBy) {

    /** How far it has come. */
    @Schema(name = "SwapState")
    public enum State {
        ASKED,
        AGREED,
        DECLINED,
        WITHDRAWN,
        APPROVED,
        REFUSED;

        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State ofWire(String wire) {
            return valueOf(wire.toUpperCase(Locale.ROOT));
        }
    }

    /** What is said to it: the colleague agrees or declines, who asked withdraws, a supervisor approves or refuses. */
    @Schema(name = "SwapAnswer")
    public enum Answer {
        AGREE(EnumSet.of(State.ASKED), State.AGREED),
        DECLINE(EnumSet.of(State.ASKED, State.AGREED), State.DECLINED),
        WITHDRAW(EnumSet.of(State.ASKED, State.AGREED), State.WITHDRAWN),
        APPROVE(EnumSet.of(State.AGREED), State.APPROVED),
        REFUSE(EnumSet.of(State.ASKED, State.AGREED), State.REFUSED);

        private final Set<State> after;
        private final State leadsTo;

        Answer(Set<State> after, State leadsTo) {
            this.after = after;
            this.leadsTo = leadsTo;
        }

        boolean fits(State state) {
            return after.contains(state);
        }

        State leadsTo() {
            return leadsTo;
        }

        boolean isForSupervisors() {
            return this == APPROVE || this == REFUSE;
        }
    }
}
