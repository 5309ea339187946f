package dev.baton.platform.web;

import dev.baton.platform.Settings;
import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.lang.management.ManagementFactory;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/** Says that the server is ready, and where. */
@Singleton
final class Announcement {

    private static final Logger LOG = Logger.getLogger("dev.baton");

    private final Settings settings;
    private final Config config;

    Announcement(Settings settings, Config config) {
        this.settings = settings;
        this.config = config;
    }

    void ready(@ObservesAsync HttpServerStart started) {
        String address = address();
        long uptimeMillis = ManagementFactory.getRuntimeMXBean().getUptime();
        LOG.infof("""
                Baton is ready after %.1f s
                  workbench  %s/
                  demo page  %s/demo/
                """, uptimeMillis / 1000.0, address, address);
    }

    private String address() {
        String named = settings.get(Settings.PUBLIC_URL);
        if (!named.isEmpty()) return named.replaceFirst("/+$", "");
        // With port 0 this is the port that was found.
        return "http://localhost:" + config.getValue("quarkus.http.port", Integer.class);
    }
}
