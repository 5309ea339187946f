package dev.baton.roster;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Names one weekly pattern. */
public record PatternId(@JsonValue UUID value) {

    @JsonCreator
    public static PatternId of(String text) {
        return new PatternId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
