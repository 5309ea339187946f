package dev.baton.bench.client;

/** The server said no, with one of its stable codes. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;

    Refusal(int status, String code, String request) {
        super("%s was refused: %d %s".formatted(request, status, code), null, false, false);
        this.status = status;
        this.code = code;
    }

    public int status() {
        return status;
    }

    /** Of problem+json; empty when the answer had none. */
    public String code() {
        return code;
    }
}
