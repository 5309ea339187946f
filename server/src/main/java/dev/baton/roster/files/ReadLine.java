package dev.baton.roster.files;

import dev.baton.roster.Shift;
import java.time.Instant;

/**
 * A shift as a file says it.
 *
 * @param line of the file, from 1
 * @param agent an e-mail address; "" where the file does not say
 */
record ReadLine(int line, String agent, Shift.Kind kind, Instant startsAt, Instant endsAt, String note) {}
