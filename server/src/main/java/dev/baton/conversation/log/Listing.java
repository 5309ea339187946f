package dev.baton.conversation.log;

import dev.baton.conversation.ConversationId;
import dev.baton.conversation.State;
import dev.baton.identity.AgentId;
import dev.baton.identity.CustomerId;
import dev.baton.identity.GroupId;
import java.util.Set;

/**
 * Which conversations to list, newest start first; every filter may be null.
 *
 * @param before only those that started before this one: the next page
 * @param limit at most {@value #MAX_LIMIT}
 */
public record Listing(
        View view,
        Set<State> states,
        GroupId group,
        AgentId agent,
        CustomerId customer,
        ConversationId before,
        int limit) {

    public static final int MAX_LIMIT = 500;

    /** Mine: assigned or offered to me, open. Queue: waiting in a group of mine. All: whatever I may see. */
    public enum View {
        MINE,
        QUEUE,
        ALL
    }

    public static Listing mine() {
        return new Listing(View.MINE, null, null, null, null, null, MAX_LIMIT);
    }

    public static Listing queue() {
        return new Listing(View.QUEUE, null, null, null, null, null, MAX_LIMIT);
    }

    public static Listing ofCustomer(CustomerId customer, int limit) {
        return new Listing(View.ALL, null, null, null, customer, null, limit);
    }
}
