package dev.baton.platform;

import java.util.Map;

/**
 * The request is refused, for a reason that the caller can understand. Becomes a {@link Problem} on the way out, over HTTP
 * and over the live socket alike. Cheap: it carries no stack trace.
 */
public final class Refused extends RuntimeException {

    private final int status;
    private final String code;
    private final Map<String, Object> params;

    /**
     * @param status the HTTP status
     * @param code stable, lower_snake; its words are in {@code problems_en.properties} and {@code problems_zh.properties}
     * @param params what the words and the caller's program need to know; never secret, never null
     */
    public Refused(int status, String code, Map<String, Object> params) {
        super(code + params, null, false, false);
        this.status = status;
        this.code = code;
        this.params = Map.copyOf(params);
    }

    public Refused(int status, String code) {
        this(status, code, Map.of());
    }

    /** There is no such thing, or you may not see it: nobody can tell which. */
    public static Refused notFound() {
        return new Refused(404, "not_found");
    }

    /** A field that reads well but is not allowed. */
    public static Refused invalid(String field, String rule) {
        return new Refused(422, "invalid", Map.of("field", field, "rule", rule));
    }

    /** The caller's text holds a NUL or half a surrogate pair, which no database and no screen can keep. */
    public static Refused malformedText() {
        return new Refused(400, "malformed_text");
    }

    public static Refused malformedId() {
        return new Refused(400, "malformed_id");
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public Map<String, Object> params() {
        return params;
    }
}
