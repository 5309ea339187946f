package dev.baton.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.platform.Settings;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProxiesTest {

    private static final Proxies NONE = new Proxies(List.of());

    /** Reads the setting as the start does. */
    private static Proxies trusting(String written) {
        return new Proxies(Settings.TRUSTED_PROXIES.reader().apply(written));
    }

    @Test
    void without_the_setting_the_header_is_nothing() {
        assertThat(NONE.caller("127.0.0.1", "192.0.2.1")).isEqualTo("127.0.0.1");
        assertThat(NONE.caller("::1", "192.0.2.1")).isEqualTo("::1");
        assertThat(NONE.caller(null, "192.0.2.1")).isNull();
    }

    @Test
    void a_stranger_who_writes_the_header_stays_who_they_are() {
        assertThat(trusting("10.0.0.1").caller("10.0.0.2", "192.0.2.1")).isEqualTo("10.0.0.2");
    }

    @Test
    void the_caller_is_the_last_one_who_is_no_proxy() {
        Proxies proxies = trusting("10.0.0.0/8, 2001:db8::/32");
        assertThat(proxies.caller("10.0.0.1", "192.0.2.1")).isEqualTo("192.0.2.1");
        assertThat(proxies.caller("10.0.0.1", "203.0.113.9, 192.0.2.1")).isEqualTo("192.0.2.1");
        assertThat(proxies.caller("10.0.0.1", "203.0.113.9,192.0.2.1 , 10.2.3.4"))
                .isEqualTo("192.0.2.1");
        assertThat(proxies.caller("2001:db8::1", "192.0.2.1")).isEqualTo("192.0.2.1");
        assertThat(proxies.caller("10.0.0.1", "10.0.0.9")).isEqualTo("10.0.0.9");
    }

    @Test
    void ports_and_brackets_are_understood_and_anything_else_ends_the_chain() {
        Proxies proxies = trusting("127.0.0.1,::1");
        assertThat(proxies.caller("::1", "192.0.2.1:4711")).isEqualTo("192.0.2.1");
        assertThat(proxies.caller("0:0:0:0:0:0:0:1", "[2001:db8::7]:4711")).isEqualTo("2001:db8:0:0:0:0:0:7");
        for (String nobody : List.of("", "unknown", "_hidden", "example.com", "192.0.2.1, unknown", "\"", ":::")) {
            assertThat(proxies.caller("127.0.0.1", nobody)).as(nobody).isEqualTo("127.0.0.1");
        }
    }

    @Test
    void a_setting_that_is_no_network_stops_the_start() {
        for (String bad :
                List.of("proxy.example", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "10.0.0.1,", "*", "::1/129")) {
            assertThatThrownBy(() -> trusting(bad)).as(bad).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
