package dev.baton.conversation.policy;

/** What a customer who writes after the end gets, by the length of the gap. */
public record ReturnPolicy(long sameAgentSeconds, long sameConversationSeconds) {

    static final ReturnPolicy DEFAULT = new ReturnPolicy(1800, 259_200);

    void faults(Faults faults) {
        faults.seconds("returning.same_agent_seconds", sameAgentSeconds, 0);
        faults.seconds("returning.same_conversation_seconds", sameConversationSeconds, 0);
        if (sameConversationSeconds < sameAgentSeconds) {
            faults.add("returning.same_conversation_seconds", "not earlier than returning.same_agent_seconds");
        }
    }
}
