package dev.baton.conversation.view;

/** @param score 1 to 5 */
public record RatingView(int score, String comment, int round) {}
