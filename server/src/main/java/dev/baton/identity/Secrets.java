package dev.baton.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/** Makes secrets that nobody can guess, and compares them without telling how much of a guess was right. */
public final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Without 0, O, 1, l and I: people type these from a screen or a note. */
    private static final String READABLE = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private Secrets() {}

    /** 256 random bits as 43 characters that are safe in headers, cookies and URLs. */
    public static String token() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** A one-time password for people: 14 characters, about 80 bits, in groups for reading aloud. */
    public static String oneTimePassword() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < 14; i++) {
            if (i == 5 || i == 10) {
                password.append('-');
            }
            password.append(READABLE.charAt(RANDOM.nextInt(READABLE.length())));
        }
        return password.toString();
    }

    /** Equality in a time that depends on the lengths only; null equals nothing. */
    public static boolean same(String one, String other) {
        return one != null
                && other != null
                && MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether this has the form of {@link #token}: anything else is not worth a look into the database. */
    public static boolean looksLikeToken(String text) {
        return text != null && text.length() == 43 && text.matches("[A-Za-z0-9_-]{43}");
    }
}
