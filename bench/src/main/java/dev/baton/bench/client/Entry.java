package dev.baton.bench.client;

import java.util.UUID;

/**
 * One line of a conversation's log, as far as a reader of words needs it.
 *
 * @param seq 0 where the reader is a customer
 * @param publicSeq 0 for lines that customers never see
 * @param author {@code customer}, {@code agent} or {@code system}
 * @param body null for lines without words
 * @param clientId null for lines that no client named
 */
public record Entry(long seq, long publicSeq, String kind, String author, String body, UUID clientId) {

    public boolean isMessage() {
        return "message".equals(kind);
    }

    /** Its number in the count of one side. */
    long number(boolean staff) {
        return staff ? seq : publicSeq;
    }
}
