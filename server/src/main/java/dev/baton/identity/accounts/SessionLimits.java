package dev.baton.identity.accounts;

import dev.baton.platform.Settings;
import java.time.Duration;

/**
 * How long a sign-in lasts.
 *
 * @param idle without any request
 * @param absolute whatever happens
 */
record SessionLimits(Duration idle, Duration absolute) {

    static SessionLimits from(Settings settings) {
        return new SessionLimits(
                Duration.ofMinutes(settings.get(Settings.SESSION_IDLE)),
                Duration.ofMinutes(settings.get(Settings.SESSION_ABSOLUTE)));
    }
}
