package dev.baton.staffing.admin;

import dev.baton.conversation.policy.AssignmentPolicy;
import dev.baton.identity.AgentId;
import dev.baton.identity.GroupId;
import dev.baton.identity.Secrets;
import dev.baton.identity.accounts.Account;
import dev.baton.identity.accounts.AccountChange;
import dev.baton.identity.accounts.Accounts;
import dev.baton.identity.accounts.NewAccount;
import dev.baton.identity.accounts.Role;
import dev.baton.identity.accounts.SignIns;
import dev.baton.identity.web.CurrentViewer;
import dev.baton.platform.Fields;
import dev.baton.platform.Ids;
import dev.baton.platform.Refused;
import dev.baton.staffing.AgentProfile;
import dev.baton.staffing.Agents;
import dev.baton.staffing.Membership;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Accounts of staff, each with its place among the agents. */
@Path("/api/v1/admin/accounts")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "admin")
public class AccountEndpoint {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");
    private static final int LONGEST_EMAIL = 254;
    private static final int LONGEST_NAME = 80;
    private static final int MOST_CAPACITY = 100;
    private static final int MOST_GROUPS = 200;

    private final Accounts accounts;
    private final Agents agents;
    private final SignIns signIns;
    private final CurrentViewer current;

    AccountEndpoint(Accounts accounts, Agents agents, SignIns signIns, CurrentViewer current) {
        this.accounts = accounts;
        this.agents = agents;
        this.signIns = signIns;
        this.current = current;
    }

    /**
     * What an admin writes.
     *
     * @param memberships what they are in some of the groups; the others stay as they are
     */
    @Schema(name = "AccountDetails")
    public record Written(
            String name,
            String email,
            Role role,
            Boolean advisor,
            Boolean enabled,
            Integer capacity,
            List<GroupId> groups,
            List<Membership> memberships) {}

    @Schema(name = "Account")
    public record View(
            AgentId id,
            String email,
            String name,
            Role role,
            boolean advisor,
            boolean enabled,
            boolean mustChangePassword,
            int capacity,
            Set<GroupId> groups,
            List<Membership> memberships,
            Instant createdAt) {}

    @Schema(name = "Accounts")
    public record Items(List<View> items) {}

    /** @param password shown this once; it has to be changed at the first sign-in */
    @Schema(name = "CreatedAccount")
    public record Created(View account, String password) {}

    @Schema(name = "OneTimePassword")
    public record OneTime(String password) {}

    @GET
    public Items all() {
        current.admin();
        Map<AgentId, AgentProfile> profiles =
                agents.all().stream().collect(Collectors.toMap(AgentProfile::id, Function.identity()));
        Map<AgentId, List<Membership>> memberships = agents.memberships();
        return new Items(accounts.all().stream()
                .map(account -> view(account, profiles.get(account.id()), memberships))
                .toList());
    }

    @POST
    public RestResponse<Created> add(Written written) {
        current.admin();
        AccountChange profile = checked(written);
        Agents.Place place = placeOf(written);
        String password = Secrets.oneTimePassword();
        NewAccount account = new NewAccount(new AgentId(Ids.next()), profile, signIns.hash(password), true);
        demandDone(agents.add(List.of(new Agents.Newcomer(account, place))));
        return RestResponse.status(RestResponse.Status.CREATED, new Created(view(account.id()), password));
    }

    @PUT
    @Path("/{id}")
    public View change(AgentId id, Written written) {
        current.admin();
        demandDone(agents.change(id, checked(written), placeOf(written)));
        return view(id);
    }

    @POST
    @Path("/{id}/password")
    @Consumes(MediaType.WILDCARD)
    public OneTime resetPassword(AgentId id) {
        current.admin();
        String password = Secrets.oneTimePassword();
        if (!accounts.resetPassword(id, signIns.hash(password))) {
            throw Refused.notFound();
        }
        return new OneTime(password);
    }

    private static AccountChange checked(Written written) {
        Fields.required("body", written);
        String email = Fields.line("email", written.email(), LONGEST_EMAIL);
        if (!EMAIL.matcher(email).matches()) {
            throw Refused.invalid("email", "malformed");
        }
        return new AccountChange(
                Fields.line("name", written.name(), LONGEST_NAME),
                email,
                Fields.required("role", written.role()),
                Boolean.TRUE.equals(written.advisor()),
                !Boolean.FALSE.equals(written.enabled()));
    }

    private static Agents.Place placeOf(Written written) {
        int capacity = Fields.within("capacity", written.capacity(), 0, MOST_CAPACITY);
        return new Agents.Place(capacity, groupsOf(written), membershipsOf(written));
    }

    private static List<Membership> membershipsOf(Written written) {
        List<Membership> memberships = written.memberships() == null ? List.of() : written.memberships();
        for (int i = 0; i < memberships.size(); i++) {
            String field = "memberships[" + i + "]";
            Membership membership = Fields.required(field, memberships.get(i));
            if (!written.groups().contains(Fields.required(field + ".group", membership.group()))) {
                throw Refused.invalid(field + ".group", "unknown");
            }
            Fields.within(field + ".proficiency", membership.proficiency(), 1, AssignmentPolicy.MOST_PROFICIENT);
            if (membership.ceiling() != null) {
                Fields.within(field + ".ceiling", membership.ceiling(), 0, MOST_CAPACITY);
            }
        }
        return memberships;
    }

    private static Set<GroupId> groupsOf(Written written) {
        List<GroupId> groups = Fields.required("groups", written.groups());
        if (groups.size() > MOST_GROUPS) {
            throw Refused.invalid("groups", "too_long");
        }
        groups.forEach(group -> Fields.required("groups", group));
        return Set.copyOf(groups);
    }

    private static void demandDone(Agents.Outcome outcome) {
        switch (outcome) {
            case DONE -> {}
            case UNKNOWN -> throw Refused.notFound();
            case EMAIL_TAKEN -> throw Refused.invalid("email", "taken");
            case NO_SUCH_GROUP -> throw Refused.invalid("groups", "unknown");
            case LAST_ADMIN -> throw Refused.invalid("role", "last_admin");
        }
    }

    private View view(AgentId id) {
        return view(
                accounts.find(id).orElseThrow(Refused::notFound),
                agents.find(id).orElseThrow(Refused::notFound),
                agents.memberships());
    }

    private static View view(Account account, AgentProfile agent, Map<AgentId, List<Membership>> memberships) {
        return new View(
                account.id(),
                account.email(),
                account.name(),
                account.role(),
                account.advisor(),
                account.enabled(),
                account.mustChangePassword(),
                agent.capacity(),
                agent.groups(),
                memberships.getOrDefault(agent.id(), List.of()),
                account.createdAt());
    }
}
