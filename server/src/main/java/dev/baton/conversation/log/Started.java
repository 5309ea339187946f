package dev.baton.conversation.log;

import dev.baton.conversation.Conversation;

/**
 * @param ack of the first words; null when there were none
 * @param created false when the customer already had an open conversation, which is returned
 */
public record Started(Conversation conversation, Ack ack, boolean created) {}
