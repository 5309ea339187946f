package dev.baton.identity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Names one site: a web presence of the company that embeds the widget. */
public record SiteId(@JsonValue UUID value) implements Comparable<SiteId> {

    @JsonCreator
    public static SiteId of(String text) {
        return new SiteId(UUID.fromString(text));
    }

    /** Unsigned order, the order of PostgreSQL's uuid type: locks are taken in it. */
    @Override
    public int compareTo(SiteId other) {
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
