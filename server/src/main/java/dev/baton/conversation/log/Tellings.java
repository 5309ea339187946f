package dev.baton.conversation.log;

import dev.baton.conversation.ConversationId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells of each conversation in the order of its commits, also where two lanes change it one after the other: a start comes
 * through its customer's lane and what the router decides through the router's. A transaction takes its places while it holds
 * the rows; what is committed behind it is told behind it. No lane ever waits for another.
 */
final class Tellings {

    private static final Logger LOG = LoggerFactory.getLogger(Tellings.class);

    private final Consumer<Committed> committed;
    private final Map<ConversationId, Line> lines = new ConcurrentHashMap<>();

    Tellings(Consumer<Committed> committed) {
        this.committed = committed;
    }

    /** One transaction's place in one conversation's line. */
    private static final class Place {
        private final Queue<Committed> ready = new ArrayDeque<>(1);
        private int untold;
    }

    /** Guarded by itself. */
    private static final class Line {
        private final Deque<Place> places = new ArrayDeque<>(2);
        private boolean telling;

        /** What is to be told now, by whoever asks; null when it is another's turn, or somebody is telling. */
        synchronized Committed next() {
            if (telling) {
                return null;
            }
            while (!places.isEmpty() && places.peek().untold == 0) {
                places.remove();
            }
            var news = places.isEmpty() ? null : places.peek().ready.poll();
            if (news != null) {
                places.peek().untold--;
                telling = true;
            }
            return news;
        }

        synchronized void told() {
            telling = false;
        }

        synchronized boolean isOver() {
            return places.isEmpty() && !telling;
        }
    }

    Turn turn() {
        return new Turn();
    }

    /** The places of one transaction; for one thread. */
    final class Turn {
        private final Map<ConversationId, Place> places = new HashMap<>();
        private boolean givenUp;

        /** To be called while the conversation's row is held, and the answer to be run once, after the commit. */
        Runnable after(Committed news) {
            var id = news.after().id();
            var place = places.computeIfAbsent(id, none -> new Place());
            lines.compute(id, (none, known) -> {
                var line = known == null ? new Line() : known;
                synchronized (line) {
                    if (place.untold++ == 0) {
                        line.places.add(place);
                    }
                }
                return line;
            });
            return () -> tell(id, place, news);
        }

        private void tell(ConversationId id, Place place, Committed news) {
            if (givenUp) {
                committed.accept(news);
                return;
            }
            var line = lines.get(id);
            synchronized (line) {
                place.ready.add(news);
            }
            tellReady(id, line);
        }

        /** Nothing was committed, or nobody knows: those behind need not wait. */
        void giveUp() {
            givenUp = true;
            places.forEach((id, place) -> {
                var line = lines.get(id);
                synchronized (line) {
                    line.places.remove(place);
                }
                tellReady(id, line);
            });
        }
    }

    private void tellReady(ConversationId id, Line line) {
        for (var news = line.next(); news != null; news = line.next()) {
            try {
                committed.accept(news);
            } catch (RuntimeException e) {
                LOG.error("telling of a committed change failed", e);
            } finally {
                line.told();
            }
        }
        lines.computeIfPresent(id, (none, known) -> known.isOver() ? null : known);
    }
}
