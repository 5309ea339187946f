package dev.baton.conversation.log;

import dev.baton.conversation.Command;
import dev.baton.conversation.Conversation;
import dev.baton.conversation.ConversationId;
import dev.baton.conversation.Entry;
import dev.baton.conversation.Event;
import dev.baton.conversation.policy.Policy;
import dev.baton.identity.CategoryId;
import dev.baton.identity.CustomerId;
import dev.baton.identity.GroupId;
import dev.baton.identity.SiteId;
import dev.baton.identity.Viewer;
import java.util.List;
import java.util.UUID;

/** One command on its way into a transaction, with the viewer through whose reach it goes. */
sealed interface Submission {

    Viewer viewer();

    /**
     * @param clientId null for commands that are not words
     */
    record ToExisting(Viewer viewer, ConversationId conversation, Command command, UUID clientId)
            implements Submission {}

    /**
     * A start, or whatever the customer's open conversation makes of the words.
     *
     * @param id of the new conversation, should there be one
     * @param slots what a conversation from there takes of a capacity
     * @param say the first words, or null
     * @param follows the conversation that is over and that these words came back to, or null
     */
    record Starting(
            Viewer viewer,
            ConversationId id,
            SiteId site,
            int slots,
            CustomerId customer,
            GroupId group,
            CategoryId category,
            int policyVersion,
            Command.Say say,
            UUID clientId,
            ConversationId follows)
            implements Submission {

        Event.Started event(Policy policy) {
            return new Event.Started(
                    group, category, 0, policyVersion, follows, policy.queue().ageingSeconds(), slots);
        }
    }

    /** What came of it: the conversation as committed, what was added to its log and, for words, their acknowledgement. */
    record Result(Conversation conversation, List<Entry> entries, Ack ack, boolean created) {

        /** Nothing was added. */
        static Result asItWas(Conversation conversation, Ack ack) {
            return new Result(conversation, List.of(), ack, false);
        }
    }
}
