package dev.baton.conversation.view;

import dev.baton.conversation.Conversation;
import dev.baton.conversation.log.Cursors;
import dev.baton.conversation.policy.Policy;

/**
 * All that a view of a conversation is made from, besides names.
 *
 * @param position in the waiting line, 1 is next; null when not waiting or not yet counted
 */
public record Facts(Conversation conversation, Policy policy, Cursors cursors, Integer position) {}
