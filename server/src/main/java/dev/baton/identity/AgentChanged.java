package dev.baton.identity;

/** Availability, capacity, presence or the account of this agent has changed, as committed. */
public record AgentChanged(AgentId agent) {}
