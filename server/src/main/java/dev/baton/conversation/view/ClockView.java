package dev.baton.conversation.view;

import dev.baton.conversation.Clock;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A clock and when it is due. */
@Schema(requiredProperties = {"clock", "due"})
public record ClockView(Clock clock, Instant due) {}
