package dev.baton.conversation.log;

import dev.baton.conversation.Conversation;
import dev.baton.conversation.Entry;
import java.util.List;

/**
 * @param entries what this start added to the log; from its first entry on when it was created
 * @param ack of the first words; null when there were none
 * @param created false when the customer already had an open conversation, which is returned
 */
public record Started(Conversation conversation, List<Entry> entries, Ack ack, boolean created) {}
