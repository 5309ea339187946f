package dev.baton.platform.web;

import dev.baton.platform.Settings;
import dev.baton.platform.StartNotes;
import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.lang.management.ManagementFactory;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/** Says that the server is ready, and where. */
@Singleton
final class Announcement {

    private static final Logger LOG = Logger.getLogger("dev.baton");

    private final Settings settings;
    private final Config config;
    private final StartNotes notes;

    Announcement(Settings settings, Config config, StartNotes notes) {
        this.settings = settings;
        this.config = config;
        this.notes = notes;
    }

    void ready(@ObservesAsync HttpServerStart started) {
        String address = address();
        long uptimeMillis = ManagementFactory.getRuntimeMXBean().getUptime();
        LOG.infof("""
                Baton is ready after %.1f s
                  workbench  %s/
                  demo page  %s/demo/
                %s""", uptimeMillis / 1000.0, address, address, noted());
        // The start leaves garbage that would stay resident for as long as the server is idle.
        System.gc();
    }

    /** What the first start has to say, a line each. */
    private String noted() {
        return notes.lines().stream().map(line -> "  " + line + "\n").collect(Collectors.joining());
    }

    private String address() {
        String named = settings.get(Settings.PUBLIC_URL);
        if (!named.isEmpty()) return named.replaceFirst("/+$", "");
        // With port 0 this is the port that was found.
        return "http://localhost:" + config.getValue("quarkus.http.port", Integer.class);
    }
}
