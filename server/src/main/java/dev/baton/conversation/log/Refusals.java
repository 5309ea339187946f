package dev.baton.conversation.log;

import dev.baton.conversation.Conversation;
import dev.baton.conversation.Refusal;
import dev.baton.platform.Refused;
import java.util.Map;

/** The reasons of the lifecycle as refusals that travel to the caller. */
final class Refusals {

    private Refusals() {}

    static Refused of(Refusal refusal, Conversation conversation) {
        return switch (refusal) {
            case NOT_PERMITTED -> new Refused(403, "forbidden");
            case AGENT_UNKNOWN -> Refused.invalid("agent", "exists");
            // Losers of a race learn who won.
            case ALREADY_ASSIGNED ->
                new Refused(
                        409,
                        refusal.code(),
                        Map.of("agent", conversation.agent().toString()));
            case WRONG_STATE ->
                new Refused(
                        409,
                        refusal.code(),
                        Map.of("state", conversation.state().wire()));
            case NOT_ASSIGNED,
                    NOT_YOUR_CONVERSATION,
                    AGENT_DISABLED,
                    AGENT_OFF_DUTY,
                    AGENT_FULL,
                    AGENT_AT_CEILING,
                    AGENT_SHIFT_ENDING,
                    AGENT_NOT_MEMBER,
                    AGENT_EXCLUDED,
                    AGENT_HAD_IT,
                    GROUP_HAD_IT,
                    TRANSFER_TO_SELF,
                    SAME_GROUP,
                    SAME_CATEGORY,
                    NO_OFFER,
                    NOT_OFFERED_TO_YOU,
                    ALREADY_OFFERED,
                    ALREADY_PARKED,
                    NOT_PARKED,
                    NOT_SERVED,
                    RATING_NOT_ASKED,
                    ALREADY_RATED,
                    WINDOW_OVER,
                    ANOTHER_OPEN,
                    CLOCK_MOVED_ON,
                    NOTHING_CHANGES -> new Refused(409, refusal.code());
        };
    }

    static Refused idempotencyConflict() {
        return new Refused(409, "idempotency_conflict");
    }

    static Refused unknownAttachment() {
        return new Refused(422, "unknown_attachment");
    }

    /** Too much is waiting to be committed; nothing was stored. */
    static Refused overloaded() {
        return new Refused(503, "overloaded");
    }
}
