package dev.baton.identity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Names one skill group. It lives on the ground because a viewer's reach is made of groups. */
public record GroupId(@JsonValue UUID value) implements Comparable<GroupId> {

    @JsonCreator
    public static GroupId of(String text) {
        return new GroupId(UUID.fromString(text));
    }

    /** Unsigned order, the order of PostgreSQL's uuid type: locks are taken in it. */
    @Override
    public int compareTo(GroupId other) {
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
