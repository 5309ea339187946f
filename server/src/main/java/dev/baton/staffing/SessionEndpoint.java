package dev.baton.staffing;

import dev.baton.identity.accounts.SignIns;
import dev.baton.identity.accounts.StaffSession;
import dev.baton.identity.web.CurrentViewer;
import dev.baton.identity.web.OwnOrigin;
import dev.baton.identity.web.SessionCookie;
import dev.baton.platform.Fields;
import dev.baton.platform.Refused;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Coming in and going out. */
@Path("/api/v1")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "session")
public class SessionEndpoint {

    private static final int LONGEST_EMAIL = 254;
    private static final int LONGEST_PASSWORD = 1_000;

    private final SignIns signIns;
    private final Selves selves;
    private final CurrentViewer current;
    private final OwnOrigin ownOrigin;
    private final HttpServerRequest http;

    SessionEndpoint(
            SignIns signIns, Selves selves, CurrentViewer current, OwnOrigin ownOrigin, HttpServerRequest http) {
        this.signIns = signIns;
        this.selves = selves;
        this.current = current;
        this.ownOrigin = ownOrigin;
        this.http = http;
    }

    public record SignIn(String email, String password) {}

    public record PasswordChange(String current, String next) {}

    @POST
    @Path("/session")
    public RestResponse<Selves.Me> signIn(SignIn given) {
        Fields.required("body", given);
        String email = Fields.line("email", given.email(), LONGEST_EMAIL);
        String password = password("password", given.password());
        return switch (signIns.signIn(email, password, current.caller())) {
            case SignIns.Outcome.In in -> entered(in);
            case SignIns.Outcome.Wrong _ -> throw new Refused(401, "bad_credentials");
            case SignIns.Outcome.TooSoon tooSoon -> throw tooSoon(tooSoon.delay());
        };
    }

    @GET
    @Path("/session")
    public Selves.Me session() {
        return selves.of(current.session());
    }

    @DELETE
    @Path("/session")
    public RestResponse<Void> signOut() {
        signIns.signOut(current.session().key());
        return RestResponse.ResponseBuilder.<Void>noContent()
                .cookie(SessionCookie.gone(isSecure()))
                .build();
    }

    @POST
    @Path("/session/password")
    public Selves.Me changePassword(PasswordChange given) {
        StaffSession session = current.session();
        Fields.required("body", given);
        String old = password("current", given.current());
        String next = password("next", given.next());
        return switch (signIns.changePassword(session.viewer().id(), session.key(), old, next, current.caller())) {
            case SignIns.Change.Done _ -> selves.of(session);
            case SignIns.Change.WrongPassword _ -> throw new Refused(401, "bad_credentials");
            case SignIns.Change.TooSoon tooSoon -> throw tooSoon(tooSoon.delay());
            case SignIns.Change.Unfit unfit -> throw Refused.invalid("next", unfit.rule());
        };
    }

    /** Far above what the rules for new ones allow; hashing anything longer would be work for nothing. */
    private static String password(String field, String given) {
        if (Fields.required(field, given).length() > LONGEST_PASSWORD) {
            throw Refused.invalid(field, "too_long");
        }
        return given;
    }

    /** The session that this browser had before, if any, is over: nobody is signed in twice by one cookie. */
    private RestResponse<Selves.Me> entered(SignIns.Outcome.In in) {
        current.formerSession().ifPresent(former -> signIns.signOut(former.key()));
        return RestResponse.ResponseBuilder.ok(selves.of(in.session()))
                .cookie(SessionCookie.of(in.token(), isSecure()))
                .build();
    }

    private static Refused tooSoon(Duration wait) {
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        return new Refused(429, "too_many_requests", Map.of("retry_after_seconds", seconds));
    }

    private boolean isSecure() {
        return ownOrigin.isSecure(http);
    }
}
