package dev.baton.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Names one credential, a staff session or a customer's token, without giving it away: the SHA-256 of
 * the secret, in hexadecimal. It is what the database stores, and what sockets remember to know when
 * they are revoked. A fast hash is enough, since the secret is 256 random bits.
 */
public record SessionKey(String value) {

    /** The key of a secret that somebody shows. */
    public static SessionKey of(String secret) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return of(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    public static SessionKey of(byte[] hash) {
        return new SessionKey(HexFormat.of().formatHex(hash));
    }

    public byte[] hash() {
        return HexFormat.of().parseHex(value);
    }

    @Override
    public String toString() {
        return value.substring(0, 8) + "…";
    }
}
