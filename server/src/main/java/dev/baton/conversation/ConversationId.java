package dev.baton.conversation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Names one conversation: a UUIDv7, so that ids sort by the time of their start. */
public record ConversationId(@JsonValue UUID value) implements Comparable<ConversationId> {

    @JsonCreator
    public static ConversationId of(String text) {
        return new ConversationId(UUID.fromString(text));
    }

    /** Unsigned order, the order of PostgreSQL's uuid type: locks are taken in it. */
    @Override
    public int compareTo(ConversationId other) {
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
