package dev.baton.conversation.log;

import dev.baton.conversation.Conversation;
import dev.baton.conversation.Entry;
import dev.baton.conversation.policy.Policy;
import java.util.List;

/**
 * What one command changed, told after its commit and never before, in commit order per conversation.
 *
 * @param before null when the conversation has just been started; the same as {@code after} when words that were stored before
 *     came again
 * @param entries the new lines of its log, at least one
 * @param policy the version that {@code after} runs under
 */
public record Committed(Conversation before, Conversation after, List<Entry> entries, Policy policy) {}
