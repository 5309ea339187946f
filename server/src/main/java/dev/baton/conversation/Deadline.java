package dev.baton.conversation;

import java.time.Instant;

/** A clock of one conversation and the instant, by the database clock, at which it is due. */
public record Deadline(Clock clock, Instant due) {}
