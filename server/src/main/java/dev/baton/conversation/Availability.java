package dev.baton.conversation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
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

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static Availability ofWire(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
