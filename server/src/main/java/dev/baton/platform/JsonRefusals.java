package dev.baton.platform;

import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Why a piece of JSON was not taken. */
public final class JsonRefusals {
    private JsonRefusals() {}

    public static Refused of(Throwable thrown) {
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            if (at instanceof Refused refused) return refused;
        }
        return switch (thrown) {
            case StreamConstraintsException tooMuch -> new Refused(413, "too_large");
            case UnrecognizedPropertyException unknown -> field(400, "unknown_field", unknown.getPath());
            case JsonMappingException mapping when broken(mapping.getCause()) -> of(mapping.getCause());
            case JsonMappingException wrong -> field(400, "wrong_type", wrong.getPath());
            default -> new Refused(400, "malformed_json");
        };
    }

    /** The reader itself stumbled, and the mapping only told where. */
    private static boolean broken(Throwable cause) {
        return cause instanceof StreamReadException || cause instanceof StreamConstraintsException;
    }

    private static Refused field(int status, String code, List<JsonMappingException.Reference> path) {
        return new Refused(status, code, Map.of("field", shown(path)));
    }

    /** {@code attachments[2].name}, or {@code $} for the whole; at most 200 characters of it, because the caller chose the names. */
    private static String shown(List<JsonMappingException.Reference> path) {
        String written = path.stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining());
        if (written.isEmpty()) return "$";
        String clean = written.startsWith(".") ? written.substring(1) : written;
        return clean.length() > 200 ? clean.substring(0, 200) : clean;
    }
}
