package dev.baton.conversation;

import java.util.Locale;

/** What an agent said about taking work. */
public enum Availability {
    READY,
    NOT_TAKING,
    ON_BREAK,
    AWAY,
    OFF;

    /** On duty agents keep what they have; only ready ones are given more. */
    public boolean isOnDuty() {
        return this == READY || this == NOT_TAKING;
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Availability ofWire(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
