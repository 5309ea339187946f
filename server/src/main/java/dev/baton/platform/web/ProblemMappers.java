package dev.baton.platform.web;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.baton.platform.Ids;
import dev.baton.platform.JsonRefusals;
import dev.baton.platform.Languages;
import dev.baton.platform.Problem;
import dev.baton.platform.Refused;
import dev.baton.platform.Text;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.file.FileSystemException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Whatever goes wrong behind a URL leaves as a {@link Problem}. */
final class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    /** Too busy, cannot connect, waited too long for a lock, cancelled: later it will work. */
    private static final Set<String> PASSING = Set.of("08", "53", "57");

    /** Text that got past {@link Text#wellFormed}: PostgreSQL keeps no NUL. */
    private static final Set<String> UNSTORABLE_TEXT = Set.of("22021", "22P05");

    private static final String DISK_FULL = "53100";

    private static final Set<String> LOCKED = Set.of("55P03", "40001", "40P01");

    @Inject
    HttpServerRequest request;

    @ServerExceptionMapper
    Response refused(Refused refused) {
        return answer(refused);
    }

    @ServerExceptionMapper({MismatchedInputException.class, InvalidDefinitionException.class})
    Response unreadable(JacksonException thrown) {
        return answer(JsonRefusals.of(thrown));
    }

    @ServerExceptionMapper
    Response web(WebApplicationException thrown) {
        if (thrown.getCause() instanceof JacksonException unreadable) return answer(JsonRefusals.of(unreadable));
        if (within(thrown, Refused.class) instanceof Refused refused) return answer(refused);
        int status = thrown.getResponse().getStatus();
        return switch (status) {
            case 401 -> answer(new Refused(401, "not_signed_in"));
            case 403 -> answer(new Refused(403, "forbidden"));
            case 404 -> answer(Refused.notFound());
            case 405 -> answer(new Refused(405, "method_not_allowed"));
            case 406 -> answer(new Refused(406, "not_acceptable"));
            case 413 -> answer(new Refused(413, "too_large"));
            case 415 -> answer(new Refused(415, "unsupported_type"));
            default -> status >= 500 ? unexpected(thrown) : answer(new Refused(status, "bad_request"));
        };
    }

    @ServerExceptionMapper
    Response invalid(ValidationException thrown) {
        if (!(thrown instanceof ConstraintViolationException violations)) return unexpected(thrown);
        ConstraintViolation<?> first = violations.getConstraintViolations().stream()
                .min(java.util.Comparator.comparing(
                        violation -> violation.getPropertyPath().toString()))
                .orElseThrow();
        return answer(Refused.invalid(field(first), rule(first)));
    }

    @ServerExceptionMapper
    Response unexpected(Throwable thrown) {
        if (within(thrown, Refused.class) instanceof Refused refused) return answer(refused);
        if (within(thrown, SQLException.class) instanceof SQLException sql) {
            if (UNSTORABLE_TEXT.contains(String.valueOf(sql.getSQLState()))) return answer(Refused.malformedText());
            if (DISK_FULL.equals(sql.getSQLState())) return storageFull(sql);
            if (passes(sql)) {
                LOG.warnf("Refused as overloaded: %s", sql.getMessage());
                return answer(new Refused(503, "overloaded"));
            }
        }
        if (within(thrown, FileSystemException.class) instanceof FileSystemException file && isOutOfSpace(file)) {
            return storageFull(file);
        }
        String incident = Ids.next().toString();
        LOG.errorf(thrown, "Incident %s at %s %s", incident, request.method(), request.path());
        return answer(new Refused(500, "internal", Map.of("incident", incident)));
    }

    private Response storageFull(Exception thrown) {
        LOG.errorf("Nothing can be stored: %s", thrown.getMessage());
        return answer(new Refused(507, "storage_full"));
    }

    /** The system has no other sign for it than these words (errno ENOSPC). */
    private static boolean isOutOfSpace(FileSystemException file) {
        return String.valueOf(file.getMessage()).contains("No space left on device");
    }

    private Response answer(Refused refused) {
        Response.ResponseBuilder answer = Response.status(refused.status())
                .type(Problem.MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(Problem.of(refused, language()));
        if (refused.params().get("retry_after_seconds") instanceof Number wait)
            answer.header(HttpHeaders.RETRY_AFTER, wait);
        else if (refused.status() == 503) answer.header(HttpHeaders.RETRY_AFTER, 1);
        return answer.build();
    }

    private Locale language() {
        return Languages.first(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    /** A pool without a free connection has no SQL state. */
    private static boolean passes(SQLException sql) {
        String state = sql.getSQLState();
        return state == null || LOCKED.contains(state) || PASSING.contains(state.substring(0, 2));
    }

    private static <T extends Throwable> T within(Throwable thrown, Class<T> type) {
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            if (type.isInstance(at)) return type.cast(at);
        }
        return null;
    }

    /** Without the method and the parameter that the validator puts before it, and in the spelling of the JSON. */
    private static String field(ConstraintViolation<?> violation) {
        StringBuilder named = new StringBuilder();
        for (Path.Node node : violation.getPropertyPath()) {
            boolean ours = switch (node.getKind()) {
                case PROPERTY, CONTAINER_ELEMENT, BEAN -> true;
                case METHOD, CONSTRUCTOR, PARAMETER, CROSS_PARAMETER, RETURN_VALUE -> false;
            };
            if (!ours || node.getName() == null) continue;
            if (!named.isEmpty()) named.append('.');
            named.append(snake(node.getName()));
        }
        return named.isEmpty() ? "$" : named.toString();
    }

    private static String rule(ConstraintViolation<?> violation) {
        return snake(violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName());
    }

    private static String snake(String camel) {
        return camel.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }
}
