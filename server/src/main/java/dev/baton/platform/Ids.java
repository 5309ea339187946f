package dev.baton.platform;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** New identifiers, and the one way to read one that came from outside. */
public final class Ids {
    private Ids() {}

    private static final Pattern WRITTEN = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    /** A new UUIDv7: sorts by the time it was made, so that indexes grow at one end. */
    public static UUID next() {
        return UuidCreator.getTimeOrderedEpochPlus1();
    }

    /** Strict: {@link UUID#fromString} alone also takes "1-1-1-1-1". */
    public static Optional<UUID> read(String written) {
        if (written == null || !WRITTEN.matcher(written).matches()) return Optional.empty();
        return Optional.of(UUID.fromString(written));
    }
}
