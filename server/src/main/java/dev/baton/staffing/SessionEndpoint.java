package dev.baton.staffing;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.conversation.Availability;
import dev.baton.identity.AgentId;
import dev.baton.identity.GroupId;
import dev.baton.identity.accounts.Account;
import dev.baton.identity.accounts.Accounts;
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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Coming in, going out, and what staff may set for themselves. */
@Path("/api/v1")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "session")
public class SessionEndpoint {

    private static final int LONGEST_EMAIL = 254;
    private static final int LONGEST_PASSWORD = 1_000;
    private static final int LONGEST_PREFERENCES = 16_384;

    private final SignIns signIns;
    private final Accounts accounts;
    private final Agents agents;
    private final CurrentViewer current;
    private final OwnOrigin ownOrigin;
    private final HttpServerRequest http;

    SessionEndpoint(
            SignIns signIns,
            Accounts accounts,
            Agents agents,
            CurrentViewer current,
            OwnOrigin ownOrigin,
            HttpServerRequest http) {
        this.signIns = signIns;
        this.accounts = accounts;
        this.agents = agents;
        this.current = current;
        this.ownOrigin = ownOrigin;
        this.http = http;
    }

    public record SignIn(String email, String password) {}

    public record PasswordChange(String current, String next) {}

    public record Wishes(String language, JsonNode preferences) {}

    public record AvailabilityChange(Availability availability) {}

    /** The signed-in person. */
    public record Me(AccountView account, AgentView agent, Set<GroupId> groups, String csrf, Instant serverTime) {}

    public record AccountView(
            AgentId id,
            String email,
            String name,
            String role,
            boolean advisor,
            String language,
            boolean mustChangePassword,
            @JsonRawValue String preferences) {}

    public record AgentView(int capacity, int load, Availability availability, Instant availabilitySince) {}

    @POST
    @Path("/session")
    public RestResponse<Me> signIn(SignIn given) {
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
    public Me session() {
        return me(current.session());
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
    public Me changePassword(PasswordChange given) {
        StaffSession session = current.session();
        Fields.required("body", given);
        String old = password("current", given.current());
        String next = password("next", given.next());
        return switch (signIns.changePassword(session.viewer().id(), session.key(), old, next, current.caller())) {
            case SignIns.Change.Done _ -> me(session);
            case SignIns.Change.WrongPassword _ -> throw new Refused(401, "bad_credentials");
            case SignIns.Change.TooSoon tooSoon -> throw tooSoon(tooSoon.delay());
            case SignIns.Change.Unfit unfit -> throw Refused.invalid("next", unfit.rule());
        };
    }

    @PUT
    @Path("/session/preferences")
    public Me setPreferences(Wishes given) {
        AgentId id = current.staff().id();
        Fields.required("body", given);
        String language = Fields.optionalLanguage("language", given.language());
        JsonNode preferences = Fields.required("preferences", given.preferences());
        if (!preferences.isObject()) {
            throw Refused.invalid("preferences", "malformed");
        }
        if (preferences.toString().length() > LONGEST_PREFERENCES) {
            throw Refused.invalid("preferences", "too_long");
        }
        accounts.setPreferences(id, language, preferences.toString());
        return me(current.session());
    }

    @PUT
    @Path("/me/availability")
    public AgentView setAvailability(AvailabilityChange given) {
        AgentId id = current.staff().id();
        Fields.required("body", given);
        agents.setAvailability(id, Fields.required("availability", given.availability()));
        return agentView(agents.find(id).orElseThrow(Refused::notFound));
    }

    /** Far above what the rules for new ones allow; hashing anything longer would be work for nothing. */
    private static String password(String field, String given) {
        if (Fields.required(field, given).length() > LONGEST_PASSWORD) {
            throw Refused.invalid(field, "too_long");
        }
        return given;
    }

    /** The session that this browser had before, if any, is over: nobody is signed in twice by one cookie. */
    private RestResponse<Me> entered(SignIns.Outcome.In in) {
        current.formerSession().ifPresent(former -> signIns.signOut(former.key()));
        return RestResponse.ResponseBuilder.ok(me(in.session()))
                .cookie(SessionCookie.of(in.token(), isSecure()))
                .build();
    }

    private Me me(StaffSession session) {
        AgentId id = session.viewer().id();
        Account account = accounts.find(id).orElseThrow(Refused::notFound);
        AgentProfile agent = agents.find(id).orElseThrow(Refused::notFound);
        return new Me(accountView(account), agentView(agent), agent.groups(), session.csrf(), Instant.now());
    }

    private static AccountView accountView(Account account) {
        return new AccountView(
                account.id(),
                account.email(),
                account.name(),
                account.role().wire(),
                account.advisor(),
                account.language(),
                account.mustChangePassword(),
                account.preferences());
    }

    private static AgentView agentView(AgentProfile agent) {
        return new AgentView(agent.capacity(), agent.load(), agent.availability(), agent.availabilitySince());
    }

    private static Refused tooSoon(Duration wait) {
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        return new Refused(429, "too_many_requests", Map.of("retry_after_seconds", seconds));
    }

    private boolean isSecure() {
        return ownOrigin.isSecure(http.isSSL());
    }
}
