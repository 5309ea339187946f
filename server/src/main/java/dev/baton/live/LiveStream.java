package dev.baton.live;

import java.util.Arrays;
import java.util.UUID;

/** One stream that somebody follows: who does, and how far it has come, for heartbeats. It lives as long as it is followed. */
final class LiveStream {

    private static final LiveSession[] NOBODY = {};

    final UUID key;
    private volatile LiveSession[] followers = NOBODY;
    private volatile long head;
    private volatile long visibleHead;

    LiveStream(UUID key) {
        this.key = key;
    }

    LiveSession[] followers() {
        return followers;
    }

    boolean isDeserted() {
        return followers.length == 0;
    }

    synchronized void add(LiveSession session) {
        if (Arrays.asList(followers).contains(session)) {
            return;
        }
        LiveSession[] more = Arrays.copyOf(followers, followers.length + 1);
        more[followers.length] = session;
        followers = more;
    }

    synchronized void remove(LiveSession session) {
        followers = Arrays.stream(followers).filter(each -> each != session).toArray(LiveSession[]::new);
    }

    /** Positions only grow: readers and writers may come in any order. */
    synchronized void reached(long newHead, long newVisibleHead) {
        head = Math.max(head, newHead);
        visibleHead = Math.max(visibleHead, newVisibleHead);
    }

    /** @param staff whether the asker counts everything, or only what customers see */
    long head(boolean staff) {
        return staff ? head : visibleHead;
    }
}
