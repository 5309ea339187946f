package dev.baton.bench.replay;

import dev.baton.bench.replay.Dialogue.Side;
import java.util.UUID;

/**
 * One message as its author knows it.
 *
 * @param acknowledged the public number that the server's acknowledgement gave it; 0 while there was none, -1 where the
 *     acknowledgement names no number
 */
record Said(Side by, UUID clientId, String text, long acknowledged) {

    boolean isAcknowledged() {
        return acknowledged != 0;
    }
}
