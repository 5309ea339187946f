package dev.baton.conversation;

import java.util.Locale;

/** Why a command was refused. A refusal changes nothing; its wire name is the problem's stable code. */
public enum Refusal {
    WRONG_STATE,
    NOT_ASSIGNED,
    ALREADY_ASSIGNED,
    NOT_YOUR_CONVERSATION,
    NOT_PERMITTED,
    AGENT_UNKNOWN,
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
    NOTHING_CHANGES;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
