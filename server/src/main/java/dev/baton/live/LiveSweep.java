package dev.baton.live;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Once a second, for all sessions together: heartbeats, those who never said hello, those who fell silent, the desk's tick. */
@Singleton
final class LiveSweep {

    private static final Logger LOG = Logger.getLogger(LiveSweep.class);
    private static final int FIRST = 1;

    /** At most so many come back in one second after a restart. */
    private static final int RETURNS_PER_SECOND = 500;

    private final LiveSessions sessions;
    private final LiveDesk desk;
    private final LiveLimits limits;
    private final LiveClock time;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("live-sweep").daemon().factory());

    LiveSweep(LiveSessions sessions, LiveDesk desk, LiveLimits limits, LiveClock time) {
        this.sessions = sessions;
        this.desk = desk;
        this.limits = limits;
        this.time = time;
    }

    void start(@Observes StartupEvent starting) {
        clock.scheduleAtFixedRate(this::tick, 1, 1, TimeUnit.SECONDS);
    }

    /** Everybody is told to come back, spread over some seconds, while the HTTP server is still there to say it. */
    void sendAway(@Observes ShutdownDelayInitiatedEvent stopping) {
        int spread = 2 + sessions.everybody().size() / RETURNS_PER_SECOND;
        for (LiveSession session : sessions.everybody()) {
            int seconds = ThreadLocalRandom.current().nextInt(1, spread + 1);
            session.close(CloseCode.GOING_AWAY, ServerFrames.goingAway(seconds));
        }
    }

    void stop(@Observes @Priority(FIRST) ShutdownEvent stopping) {
        clock.shutdownNow();
    }

    private void tick() {
        try {
            int second = sessions.second();
            time.compare();
            Instant now = time.now();
            for (LiveSession session : sessions.everybody()) {
                attend(session, second, now);
            }
            desk.tick();
        } catch (RuntimeException failed) {
            LOG.error("a sweep over the live sessions failed", failed);
        }
    }

    private void attend(LiveSession session, int second, Instant now) {
        if (session.viewer() == null) {
            if (second - session.openedSecond >= limits.helloSeconds) {
                session.close(CloseCode.SIGN_IN, "no hello");
            }
            return;
        }
        if (now.isAfter(session.signedIn().expiresAt())) {
            session.close(CloseCode.SIGN_IN, "expired");
            return;
        }
        if (second < session.beatSecond) {
            return;
        }
        session.beatSecond = second + limits.heartbeatSeconds;
        int silentSeconds = second - session.heardSecond;
        if (silentSeconds > 2 * limits.heartbeatSeconds + limits.graceSeconds) {
            session.close(CloseCode.TOO_SLOW, "silent");
            return;
        }
        if (silentSeconds >= limits.heartbeatSeconds) {
            // A hidden page's timers may sleep; the browser itself still answers a ping.
            session.ping();
        }
        session.send(session.heartbeat(now));
    }
}
