package dev.baton.identity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Names one member of staff: the account and the agent are one id. */
public record AgentId(@JsonValue UUID value) implements Comparable<AgentId> {

    @JsonCreator
    public static AgentId of(String text) {
        return new AgentId(UUID.fromString(text));
    }

    /** Unsigned order, the order of PostgreSQL's uuid type: locks are taken in it. */
    @Override
    public int compareTo(AgentId other) {
        int high = Long.compareUnsigned(value.getMostSignificantBits(), other.value.getMostSignificantBits());
        return high != 0
                ? high
                : Long.compareUnsigned(value.getLeastSignificantBits(), other.value.getLeastSignificantBits());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
