package dev.baton.live;

/** What carries the frames of one session to its screen. Nothing here ever blocks. */
interface Wire {

    /** @param written runs once the frame has left, or never will; in any thread */
    void write(Frame frame, Runnable written);

    /** Asks the other end for a sign of life that scripts cannot delay; answered through {@link LiveSession#heard}. */
    void ping();

    void close(CloseCode code, String reason);
}
