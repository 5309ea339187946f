package dev.baton.identity;

import java.util.Set;

/**
 * What this agent may see has changed, as committed: another role or other groups. Sockets ask {@link
 * Viewers#refresh} for their new viewer.
 */
public record MembershipChanged(AgentId agent, Set<GroupId> groups) {}
