package dev.baton.bench.replay;

import java.util.List;

/**
 * Who said what, in order.
 *
 * @param language {@code zh} or {@code en}: what the customer's widget speaks
 */
public record Dialogue(String id, String language, List<Turn> turns) {

    public record Turn(Side by, String text) {}

    public enum Side {
        CUSTOMER,
        AGENT;

        /** As the format and the API write it. */
        public String wire() {
            return this == CUSTOMER ? "customer" : "agent";
        }
    }
}
