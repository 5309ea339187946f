package dev.baton.conversation.policy;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * How conversations go from agent to agent.
 *
 * @param asksReceiver whether the other agent accepts first; it stays where it is until then
 * @param acceptSeconds how long they have; a transfer goes back to who sent it then, a hand-over is taken as accepted
 * @param bounceLimit how often, in one round, the same agent or group may be given the same conversation by transfer; null
 *     for as often as anybody likes
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record TransferPolicy(boolean asksReceiver, long acceptSeconds, Integer bounceLimit) {

    static final TransferPolicy DEFAULT = new TransferPolicy(false, 30, 1);

    void faults(Faults faults) {
        faults.seconds("transfer.accept_seconds", acceptSeconds, 1);
        faults.count("transfer.bounce_limit", bounceLimit, 1, 100);
    }
}
