package dev.baton.bench.figures;

import java.util.List;

/**
 * How much is done for each figure.
 *
 * @param seconds of one measured window
 * @param senders the steps of concurrent senders
 * @param idleSockets held while their memory is weighed
 * @param heldSockets held while messages are sent
 * @param starts conversations started at most in one window
 * @param open conversations that are open beside the measured ones
 * @param stored conversations that have ended before the measurement, ten entries each
 * @param hall where customers wait
 */
record Scale(
        int seconds,
        List<Integer> senders,
        int idleSockets,
        int heldSockets,
        int starts,
        int open,
        int stored,
        Hall hall) {

    /**
     * @param capacity of each agent
     * @param waiting the steps of customers who wait at once
     */
    record Hall(int groups, int agents, int capacity, List<Integer> waiting) {

        int slots() {
            return agents * capacity;
        }
    }

    static final Scale FULL = new Scale(
            8,
            List.of(1, 16, 64, 256),
            15_000,
            10_000,
            5_000,
            10_000,
            100_000,
            new Hall(50, 200, 10, List.of(100, 1_000, 10_000)));
    static final Scale QUICK =
            new Scale(2, List.of(1, 64), 500, 300, 300, 200, 1_000, new Hall(4, 8, 3, List.of(20, 60)));

    int mostSenders() {
        return senders.getLast();
    }
}
