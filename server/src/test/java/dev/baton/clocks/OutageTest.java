package dev.baton.clocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** T6: after an outage nobody is ended who had no chance to answer. */
class OutageTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final Outage outage = new Outage();

    @Test
    void t6_a_start_is_followed_by_a_minute_of_grace() {
        assertThat(lookAt(0)).isTrue();
        assertThat(lookAt(20)).isTrue();
        assertThat(lookAt(40)).isTrue();
        assertThat(lookAt(59)).isTrue();
        assertThat(lookAt(60)).isFalse();
    }

    @Test
    void t6_a_database_that_was_away_for_long_is_followed_by_a_minute_of_grace() {
        lookAt(0);
        lookAt(25);
        lookAt(50);
        assertThat(lookAt(75)).isFalse();
        assertThat(lookAt(106)).isTrue();
        assertThat(lookAt(130)).isTrue();
        assertThat(lookAt(155)).isTrue();
        assertThat(lookAt(166)).isFalse();
    }

    @Test
    void a_short_stumble_delays_nothing() {
        for (int second = 0; second <= 90; second += 30) {
            lookAt(second);
        }
        assertThat(lookAt(120)).isFalse();
    }

    private boolean lookAt(int second) {
        return outage.graceAt(Duration.ofSeconds(second).toNanos(), NOON.plusSeconds(second));
    }
}
