package dev.baton.conversation.log;

/** How far each side has received and read, counted in {@code public_seq}. */
public record Cursors(long customerDelivered, long customerRead, long staffDelivered, long staffRead) {

    public static final Cursors NONE = new Cursors(0, 0, 0, 0);
}
