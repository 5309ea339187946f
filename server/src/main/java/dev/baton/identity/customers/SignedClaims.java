package dev.baton.identity.customers;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.HmacKey;

/**
 * Reads the identity that a site signs for its visitor: a JWT (RFC 7519) with {@code sub} and {@code exp}. Pure. The
 * algorithm is HS256, fixed by us and never chosen by the token (RFC 8725 section 3.1).
 */
final class SignedClaims {

    /** Characters; far above any honest token, and anything longer is not read. */
    private static final int LONGEST = 8_192;

    private static final int LONGEST_SUBJECT = 255;
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_EMAIL = 254;
    private static final int MOST_ATTRIBUTES = 50;
    private static final int LONGEST_KEY = 64;
    private static final int LONGEST_VALUE = 512;

    private SignedClaims() {}

    /** The identity in a token that this secret signed and that has not expired; empty for any other. */
    static Optional<ClaimedIdentity> verify(String token, String secret, Instant now) {
        if (token.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return identityIn(new JwtConsumerBuilder()
                    .setJwsAlgorithmConstraints(
                            new AlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.HMAC_SHA256))
                    .setVerificationKey(new HmacKey(secret.getBytes(StandardCharsets.UTF_8)))
                    .setRequireExpirationTime()
                    .setRequireSubject()
                    .setSkipDefaultAudienceValidation()
                    .setEvaluationTime(NumericDate.fromSeconds(now.getEpochSecond()))
                    .build()
                    .processToClaims(token));
        } catch (InvalidJwtException | MalformedClaimException unverified) {
            return Optional.empty();
        }
    }

    private static Optional<ClaimedIdentity> identityIn(JwtClaims claims) throws MalformedClaimException {
        String subject = claims.getSubject();
        if (subject.isBlank()
                || subject.length() > LONGEST_SUBJECT
                || !subject.codePoints().allMatch(SignedClaims::isFit)) {
            return Optional.empty();
        }
        return Optional.of(new ClaimedIdentity(
                subject,
                bounded(claims.getClaimValueAsString("name"), LONGEST_NAME),
                bounded(claims.getClaimValueAsString("email"), LONGEST_EMAIL),
                attributesIn(claims.getClaimValue("attributes"))));
    }

    private static Map<String, String> attributesIn(Object claim) {
        Map<String, String> attributes = new LinkedHashMap<>();
        if (claim instanceof Map<?, ?> given) {
            given.entrySet().stream().limit(MOST_ATTRIBUTES).forEach(entry -> {
                String key = bounded(String.valueOf(entry.getKey()), LONGEST_KEY);
                if (!key.isEmpty() && isPlain(entry.getValue())) {
                    attributes.put(key, bounded(String.valueOf(entry.getValue()), LONGEST_VALUE));
                }
            });
        }
        return attributes;
    }

    private static boolean isPlain(Object value) {
        return value instanceof String || value instanceof Number || value instanceof Boolean;
    }

    /** Shown to staff as text, so shortened and freed of control characters rather than refused. */
    private static String bounded(String text, int longest) {
        if (text == null) {
            return null;
        }
        StringBuilder clean = new StringBuilder();
        text.strip().codePoints().filter(SignedClaims::isFit).limit(longest).forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static boolean isFit(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.SURROGATE, Character.FORMAT -> false;
            default -> true;
        };
    }
}
