package dev.baton.clocks;

import dev.baton.platform.Settings;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that asks everybody who owns deadlines, several times a second. Several processes may
 * ask at once: whoever fires second is refused by the lifecycle.
 */
@ApplicationScoped
public class Clockwork {

    private static final Logger LOG = LoggerFactory.getLogger(Clockwork.class);
    private static final int AFTER_ALL_ELSE = 10_000;

    private final Instance<DueSource> sources;
    private final long intervalMillis;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private Thread thread;

    Clockwork(@Any Instance<DueSource> sources, Settings settings) {
        this.sources = sources;
        intervalMillis = settings.get(Settings.CLOCK_INTERVAL);
    }

    void start(@Observes @Priority(AFTER_ALL_ELSE) StartupEvent starting) {
        thread = Thread.ofPlatform().name("clockwork").daemon().start(this::run);
    }

    void stop(@Observes @Priority(1) ShutdownEvent event) throws InterruptedException {
        stopping.countDown();
        if (thread != null) {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        }
    }

    private void run() {
        try {
            while (!stopping.await(intervalMillis, TimeUnit.MILLISECONDS)) {
                sources.forEach(this::fireAll);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void fireAll(DueSource source) {
        try {
            boolean more = true;
            while (more && stopping.getCount() > 0) {
                more = source.fireDue();
            }
        } catch (RuntimeException e) {
            // The database may be away for a while; what is due stays due.
            LOG.warn("looking for what is due failed, trying again: {}", e.toString());
        }
    }
}
