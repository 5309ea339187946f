package dev.baton.identity.accounts;

/** More people sign in at once than the machine can check: nothing was decided, try again. */
public final class TooBusy extends RuntimeException {
    TooBusy() {
        super("too many sign-ins at once", null, false, false);
    }
}
