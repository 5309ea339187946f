package dev.baton.identity;

/**
 * Names one credential, a staff session or a customer's token, without giving it away: the hash of the
 * secret, in hexadecimal. Sockets remember it to know when they are revoked.
 */
public record SessionKey(String value) {
    @Override
    public String toString() {
        return value.substring(0, 8) + "…";
    }
}
