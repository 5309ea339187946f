package dev.baton.roster;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Names one wish to swap. */
public record SwapId(@JsonValue UUID value) {

    @JsonCreator
    public static SwapId of(String text) {
        return new SwapId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
