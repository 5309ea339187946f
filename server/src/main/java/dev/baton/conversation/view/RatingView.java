package dev.baton.conversation.view;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** @param score 1 to 5 */
@Schema(requiredProperties = {"score", "round"})
public record RatingView(int score, String comment, int round) {}
