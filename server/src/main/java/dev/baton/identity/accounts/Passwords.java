package dev.baton.identity.accounts;

import dev.baton.identity.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Hashes passwords with Argon2id and checks them, pure. Hashes are PHC strings, so a hash carries its
 * own cost and old ones stay valid when the cost is raised.
 */
public final class Passwords {

    private static final Pattern PHC = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,8}),t=(\\d{1,3}),p=(\\d{1,2})" + "\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final Cost cost;
    private final String nobody;

    /**
     * What one hash costs.
     *
     * @param memoryKibibytes OWASP Password Storage Cheat Sheet, Argon2id: at least 19 MiB (19,456)
     * @param iterations the same source: at least 2 with that memory
     * @param lanes the same source: 1
     */
    public record Cost(int memoryKibibytes, int iterations, int lanes) {}

    public Passwords(Cost cost) {
        this.cost = cost;
        this.nobody = hash(Secrets.token());
    }

    /** The PHC string of a password with a fresh salt. */
    public String hash(String password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(
                        cost.memoryKibibytes(),
                        cost.iterations(),
                        cost.lanes(),
                        base64.encodeToString(salt),
                        base64.encodeToString(derive(password, salt, cost, HASH_BYTES)));
    }

    public boolean matches(String password, String phc) {
        Matcher parts = PHC.matcher(phc);
        if (!parts.matches()) {
            return false;
        }
        byte[] salt = Base64.getDecoder().decode(parts.group(4));
        byte[] expected = Base64.getDecoder().decode(parts.group(5));
        return MessageDigest.isEqual(expected, derive(password, salt, costIn(parts), expected.length));
    }

    /** The same work as {@link #matches} for an account that does not exist. */
    public boolean matchesNobody(String password) {
        matches(password, nobody);
        return false;
    }

    /** Whether a hash was made with another cost than today's and should be made again. */
    public boolean isOutdated(String phc) {
        Matcher parts = PHC.matcher(phc);
        return !parts.matches() || !costIn(parts).equals(cost);
    }

    private static Cost costIn(Matcher parts) {
        return new Cost(
                Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3)));
    }

    /** Normalised first (NFKC), since keyboards differ in how they compose the same character. */
    private static byte[] derive(String password, byte[] salt, Cost cost, int length) {
        Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
        argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.memoryKibibytes())
                .withIterations(cost.iterations())
                .withParallelism(cost.lanes())
                .withSalt(salt)
                .build());
        byte[] hash = new byte[length];
        argon2.generateBytes(
                Normalizer.normalize(password, Normalizer.Form.NFKC).getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }
}
