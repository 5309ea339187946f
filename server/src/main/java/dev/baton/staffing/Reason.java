package dev.baton.staffing;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Why a conversation was ended without asking, or handed on: a list that admins edit.
 *
 * @param code stored with the conversation, never changed
 * @param names by language, {@code zh} and {@code en}, at least one
 */
public record Reason(UUID id, Kind kind, String code, Map<String, String> names, boolean enabled, int position) {

    /** What a reason is given for. */
    @Schema(name = "ReasonKind")
    public enum Kind {
        CLOSE,
        TRANSFER,
        DECLINE,
        BREAK;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Kind ofWire(String wire) {
            for (Kind kind : values()) {
                if (kind.wire().equals(wire)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("no such kind of reason");
        }
    }
}
