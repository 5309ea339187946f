package dev.baton.live;

import java.util.Map;
import java.util.UUID;

/**
 * What the live line needs from the floor above, which knows what a stream is about. One implementation. Methods that may
 * block run on a virtual thread of the session, one after the other; the others must return at once.
 */
public interface LiveDesk {

    /** Numbers that clients should know, for the hello frame. */
    Map<String, Long> limits();

    /** Somebody has arrived and been greeted. May block. */
    void arrived(LiveSession session);

    /** The session is over. Must not block. */
    void departed(LiveSession session);

    /** What the viewer may see has changed; the session has the new viewer. May block. */
    void reachChanged(LiveSession session);

    /**
     * Brings the session up to date in one stream: {@link LiveSession#follow}, read, send, {@link
     * LiveSession#caughtUp}. May block.
     *
     * @param after the last number that the client has, null when it does not know
     */
    void resume(LiveSession session, UUID stream, Long after);

    /** Watch everything within reach, or no longer. May block. */
    void watch(LiveSession session, boolean all);

    /** Must not block: frames of one session come in order and stay in order. */
    void send(LiveSession session, ClientFrame.Send send);

    /** Must not block. */
    void typing(LiveSession session, ClientFrame.Typing typing);

    /** Must not block. */
    void cursor(LiveSession session, ClientFrame.Cursor cursor);

    /** Once a second, from one thread for all: what was put aside to be told together. Must not block. */
    void tick();
}
