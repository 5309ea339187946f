package dev.baton.conversation;

import dev.baton.conversation.policy.Policy;
import dev.baton.identity.AgentId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * What was looked up before a decision, so that the decision itself looks nothing up.
 *
 * @param now the database's clock, read once per transaction
 * @param policy the version that the conversation runs under
 * @param agents the agents that {@link Lifecycle#consults} named, as their locked rows stand
 * @param policies every published version, by its number
 * @param anotherOpen whether the customer has another conversation that is open: this one cannot be reopened then
 */
public record Situation(
        Instant now, Policy policy, IntFunction<Policy> policies, Map<AgentId, AgentView> agents, boolean anotherOpen) {

    public Situation(Instant now, Policy policy, Map<AgentId, AgentView> agents) {
        this(now, policy, agents, false);
    }

    /** Where every version is the same. */
    public Situation(Instant now, Policy policy, Map<AgentId, AgentView> agents, boolean anotherOpen) {
        this(now, policy, version -> policy, agents, anotherOpen);
    }

    /** The wait that a version counts as one step of priority. */
    long ageingSeconds(int policyVersion) {
        return policies.apply(policyVersion).queue().ageingSeconds();
    }

    public Optional<AgentView> agent(AgentId id) {
        return Optional.ofNullable(id == null ? null : agents.get(id));
    }
}
