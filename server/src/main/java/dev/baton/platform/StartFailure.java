package dev.baton.platform;

/** Baton cannot start, and the person who started it can do something about it: printed as one line, without a stack trace. */
public final class StartFailure extends RuntimeException {

    public StartFailure(String message) {
        super(message);
    }

    public StartFailure(String message, Throwable cause) {
        super(message, cause);
    }

    /** The first failure of this kind among the causes, or null. */
    public static StartFailure within(Throwable thrown) {
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            if (at instanceof StartFailure failure) return failure;
        }
        return null;
    }
}
