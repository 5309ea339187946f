package dev.baton.conversation;

import java.util.Locale;

/** Every clock that policy can set. The first eleven are armed by the
 * state; the customer's absence is watched by presence, and the two windows are only checked and shown. */
public enum Clock {
    QUEUE_ALARM,
    OVERFLOW,
    QUEUE_TIMEOUT,
    OFFER_TIMEOUT,
    REPLY_NUDGE,
    REPLY_ALARM,
    REPLY_REASSIGN,
    SILENT_AFTER,
    REMINDER,
    SYSTEM_END,
    CONFIRMATION_TIMEOUT,
    CUSTOMER_GONE,
    REOPEN_WINDOW,
    RATING_WINDOW;

    /** True when the clock fires a command; false when it only bounds what may still be done. */
    public boolean isArmed() {
        return this != CUSTOMER_GONE && this != REOPEN_WINDOW && this != RATING_WINDOW;
    }

    /** True when nobody is asked again before the conversation leaves those who could still answer. */
    public boolean isLast() {
        return this == QUEUE_TIMEOUT || this == SYSTEM_END || this == CONFIRMATION_TIMEOUT;
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Clock ofWire(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
