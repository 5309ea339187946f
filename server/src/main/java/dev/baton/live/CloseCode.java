package dev.baton.live;

/** Why the server ended a connection; each code has one reaction of the client. */
public enum CloseCode {
    /** Not, or no longer, signed in: sign in before coming back. */
    SIGN_IN(4001),
    /** The credential was withdrawn. */
    REVOKED(4003),
    /** More was waiting to be sent than a connection may hold: come back and resume. */
    TOO_SLOW(4008),
    /** The same viewer has opened too many connections since: do not come back by yourself. */
    DISPLACED(4009),
    /** The server restarts: come back after the seconds that the reason names. */
    GOING_AWAY(4012),
    /** More frames than anybody types: come back slower. */
    TOO_FAST(4029),
    /** A frame that no client of ours sends: the client has a defect. */
    MALFORMED(4400);

    private final int number;

    CloseCode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }
}
