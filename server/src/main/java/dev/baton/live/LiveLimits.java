package dev.baton.live;

import dev.baton.platform.Settings;
import jakarta.inject.Singleton;

/** What one connection may take from the server, each a named setting. */
@Singleton
public final class LiveLimits {

    /** What may wait for one connection before it is cut as too slow. */
    static final int OUTBOUND_BYTES = 1024 * 1024;

    static final int OUTBOUND_FRAMES = 512;

    /** Frames that may wait while the session greets, or reads what it missed. */
    static final int WAITING_CHORES = 64;

    /** Streams that one connection follows at most. */
    static final int SUBSCRIPTIONS = 500;

    final int frameBytes;
    final int framesPerSecond;
    final int framesBurst;
    final int heartbeatSeconds;
    final int graceSeconds;
    final int helloSeconds;
    final int connectionsPerViewer;

    LiveLimits(Settings settings) {
        frameBytes = settings.get(Settings.LIVE_FRAME_BYTES);
        framesPerSecond = settings.get(Settings.LIVE_FRAMES_PER_SECOND);
        framesBurst = framesPerSecond * 4;
        heartbeatSeconds = settings.get(Settings.LIVE_HEARTBEAT_SECONDS);
        graceSeconds = settings.get(Settings.LIVE_GRACE_SECONDS);
        helloSeconds = settings.get(Settings.LIVE_HELLO_SECONDS);
        connectionsPerViewer = settings.get(Settings.LIVE_CONNECTIONS_PER_VIEWER);
    }
}
