package dev.baton.roster;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Names one shift or absence. */
public record ShiftId(@JsonValue UUID value) {

    @JsonCreator
    public static ShiftId of(String text) {
        return new ShiftId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
