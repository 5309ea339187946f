package dev.baton.identity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Names one customer, anonymous or identified by a site. */
public record CustomerId(@JsonValue UUID value) implements Comparable<CustomerId> {

    @JsonCreator
    public static CustomerId of(String text) {
        return new CustomerId(UUID.fromString(text));
    }

    /** Unsigned order, the order of PostgreSQL's uuid type: locks are taken in it. */
    @Override
    public int compareTo(CustomerId other) {
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
