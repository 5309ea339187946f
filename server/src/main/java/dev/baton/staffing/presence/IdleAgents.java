package dev.baton.staffing.presence;

import dev.baton.clocks.DueSource;
import dev.baton.platform.database.DatabaseTime;
import dev.baton.staffing.AgentProfile;
import dev.baton.staffing.Agents;
import dev.baton.staffing.Policies;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;

/** Who sits at no screen any more, although one is open, is given nothing: away after what the policy of their groups says. */
@ApplicationScoped
public class IdleAgents implements DueSource {

    private static final Duration REST = Duration.ofSeconds(2);

    private final Agents agents;
    private final Policies policies;
    private final DatabaseTime time;
    private Instant looked = Instant.EPOCH;

    IdleAgents(Agents agents, Policies policies, DatabaseTime time) {
        this.agents = agents;
        this.policies = policies;
        this.time = time;
    }

    @Override
    public boolean fireDue() {
        Instant now = time.now();
        if (!now.isBefore(looked) && now.isBefore(looked.plus(REST))) {
            return false;
        }
        looked = now;
        for (AgentProfile agent : agents.all()) {
            if (agent.connected() && agent.availability().isOnDuty()) {
                shortest(agent).ifPresent(seconds -> agents.idle(agent.id(), seconds));
            }
        }
        return false;
    }

    /** Of the groups that somebody serves, the one that is least patient. */
    private Optional<Long> shortest(AgentProfile agent) {
        return agent.groups().stream()
                .map(group -> policies.latest(group).body().presence().idleAwaySeconds())
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder());
    }
}
