package dev.baton.staffing;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.baton.conversation.Availability;
import dev.baton.identity.AgentId;
import dev.baton.identity.GroupId;
import dev.baton.identity.accounts.Account;
import dev.baton.identity.accounts.Accounts;
import dev.baton.identity.accounts.StaffSession;
import dev.baton.platform.Refused;
import dev.baton.platform.database.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody who is signed in is told of themselves. */
@ApplicationScoped
class Selves {

    private final Accounts accounts;
    private final Agents agents;
    private final DatabaseTime time;

    Selves(Accounts accounts, Agents agents, DatabaseTime time) {
        this.accounts = accounts;
        this.agents = agents;
        this.time = time;
    }

    /** The signed-in person. */
    public record Me(AccountView account, AgentView agent, Set<GroupId> groups, String csrf, Instant serverTime) {}

    @Schema(name = "OwnAccount")
    public record AccountView(
            AgentId id,
            String email,
            String name,
            String role,
            boolean advisor,
            String language,
            boolean mustChangePassword,
            @JsonRawValue String preferences) {}

    @Schema(name = "OwnAgent")
    public record AgentView(
            int capacity, int load, Availability availability, Instant availabilitySince, String availabilityReason) {}

    /** As stored now, not as the session was opened. */
    Me of(StaffSession session) {
        AgentId id = session.viewer().id();
        Account account = accounts.find(id).orElseThrow(Refused::notFound);
        AgentProfile agent = agents.find(id).orElseThrow(Refused::notFound);
        return new Me(accountView(account), agentView(agent), agent.groups(), session.csrf(), time.now());
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

    static AgentView agentView(AgentProfile agent) {
        return new AgentView(
                agent.capacity(),
                agent.load(),
                agent.availability(),
                agent.availabilitySince(),
                agent.availabilityReason());
    }
}
