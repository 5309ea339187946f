package dev.baton.conversation;

import java.util.Locale;

/** The six states. Exactly one party owes the next move in each, and every clock follows from that. */
public enum State {
    QUEUED,
    AWAITING_AGENT,
    AWAITING_CUSTOMER,
    AWAITING_CONFIRMATION,
    ENDED,
    SYSTEM_ENDED;

    /** True until the conversation is over; a customer has at most one open conversation per site. */
    public boolean isOpen() {
        return this != ENDED && this != SYSTEM_ENDED;
    }

    /** The name in SQL, JSON and on the wire. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static State ofWire(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
