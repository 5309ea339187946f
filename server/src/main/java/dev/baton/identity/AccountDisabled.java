package dev.baton.identity;

/** This agent may no longer sign in, as committed: what they were working on needs somebody else. */
public record AccountDisabled(AgentId agent) {}
