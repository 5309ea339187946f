package dev.baton.conversation.policy;

/**
 * One contradiction or number out of range.
 *
 * @param field the JSON path of the field
 */
public record Fault(String field, String rule) {}
