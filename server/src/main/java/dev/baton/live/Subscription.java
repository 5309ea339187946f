package dev.baton.live;

import java.util.ArrayList;
import java.util.List;

/**
 * One session's place in one stream. While the session still reads what it missed, live frames wait here; then those that
 * the reading had covered already are dropped and the others follow. Guarded by its session.
 */
final class Subscription {

    private record Waiting(long position, Frame frame) {}

    /** Null for the inbox, which is nobody else's. */
    final LiveStream stream;

    private List<Waiting> waiting;

    private Subscription(LiveStream stream, List<Waiting> waiting) {
        this.stream = stream;
        this.waiting = waiting;
    }

    static Subscription catchingUp(LiveStream stream) {
        return new Subscription(stream, new ArrayList<>(2));
    }

    static Subscription live(LiveStream stream) {
        return new Subscription(stream, null);
    }

    /** True when the frame has to wait, and does. */
    boolean holds(long position, Frame frame) {
        return waiting != null && waiting.add(new Waiting(position, frame));
    }

    boolean isLive() {
        return waiting == null;
    }

    int held() {
        return waiting == null ? 0 : waiting.size();
    }

    /** From here on frames go straight out; these go first, in order. */
    List<Frame> release(long covered) {
        if (waiting == null) {
            return List.of();
        }
        List<Frame> missed = waiting.stream()
                .filter(each -> each.position() > covered)
                .map(Waiting::frame)
                .toList();
        waiting = null;
        return missed;
    }
}
