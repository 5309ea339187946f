package dev.baton.identity.accounts;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a new password must be: NIST SP 800-63B section 5.1.1.2 - length and not a well-known one, no
 * rules on kinds of characters. Pure.
 */
final class PasswordRules {

    static final int SHORTEST = 10;

    /** Long enough for any pass phrase, short enough that hashing one is not an attack. */
    static final int LONGEST = 200;

    private static final Set<String> WELL_KNOWN = Set.of(
            "1234567890",
            "0123456789",
            "12345678910",
            "123456789a",
            "a123456789",
            "qwertyuiop",
            "password12",
            "password123",
            "password1234",
            "passw0rd123",
            "1q2w3e4r5t",
            "1qaz2wsx3edc",
            "qwerty12345",
            "qwerty123456",
            "administrator",
            "changeme123",
            "letmein1234",
            "iloveyou123",
            "woaini1314520",
            "woaini5201314",
            "abcd123456",
            "abc1234567",
            "aa12345678",
            "asdfghjkl1",
            "zxcvbnm123",
            "welcome123",
            "welcome1234");

    private PasswordRules() {}

    /** The name of the rule that a new password breaks. */
    static Optional<String> broken(String password, String current, String email) {
        String lower = password.toLowerCase(Locale.ROOT);
        String account = email.toLowerCase(Locale.ROOT);
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            return Optional.of("too_short");
        }
        if (password.length() > LONGEST) {
            return Optional.of("too_long");
        }
        if (lower.chars().distinct().count() < 4 || WELL_KNOWN.contains(lower)) {
            return Optional.of("too_common");
        }
        if (lower.equals(account) || lower.equals(account.split("@", 2)[0])) {
            return Optional.of("same_as_email");
        }
        return password.equals(current) ? Optional.of("unchanged") : Optional.empty();
    }
}
