package dev.baton.bench.client;

import java.util.List;
import java.util.UUID;

/** What the server says on the live line, reduced to what is acted upon here. */
public sealed interface ServerFrame {

    record Hello(String epoch) implements ServerFrame {}

    record Update(UUID conversation, List<Entry> entries) implements ServerFrame {}

    record CaughtUp(UUID conversation, long head) implements ServerFrame {}

    /** @param earlier whether the snapshot leaves out older entries */
    record Reset(UUID conversation, List<Entry> entries, boolean earlier) implements ServerFrame {}

    record Gone(UUID conversation) implements ServerFrame {}

    /** @param seq 0 for customers; @param duplicate it had been stored before */
    record Ack(UUID clientId, UUID conversation, long seq, long publicSeq, boolean duplicate) implements ServerFrame {}

    /** @param clientId null when the refused frame had none */
    record Refused(UUID clientId, UUID conversation, String frame, int status, String code) implements ServerFrame {}

    record Inbox(List<Item> items) implements ServerFrame {}

    record InboxItem(Item item) implements ServerFrame {}

    record Heartbeat(List<Head> heads) implements ServerFrame {}

    /** A frame that nothing here acts upon. */
    record Other(String type) implements ServerFrame {}

    /** @param agent null while nobody is responsible */
    record Item(UUID conversation, UUID agent, String state) {}

    record Head(UUID conversation, long head) {}
}
