package dev.baton.conversation.view;

import dev.baton.conversation.Clock;
import java.time.Instant;

/** A clock and when it is due. */
public record ClockView(Clock clock, Instant due) {}
