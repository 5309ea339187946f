package dev.baton.conversation.feed;

import dev.baton.conversation.Conversation;
import dev.baton.conversation.ConversationId;
import dev.baton.conversation.State;
import dev.baton.conversation.log.Committed;
import dev.baton.conversation.log.Conversations;
import dev.baton.conversation.log.Cursors;
import dev.baton.conversation.view.ConversationViews;
import dev.baton.conversation.view.CursorsView;
import dev.baton.conversation.view.Recent;
import dev.baton.conversation.view.Rendering;
import dev.baton.conversation.view.WaitingLines;
import dev.baton.identity.CustomerId;
import dev.baton.identity.Permissions;
import dev.baton.identity.Viewer;
import dev.baton.live.Frame;
import dev.baton.live.LiveSession;
import dev.baton.live.LiveSessions;
import dev.baton.platform.Json;
import dev.baton.platform.database.Database;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;

/**
 * The one place that decides who is told what. It hears what has been committed, in the order of the commits, and tells it
 * on a thread of its own, so that no commit waits for a screen; when telling falls far behind, commits do wait.
 */
@ApplicationScoped
public class ConversationFeed {

    private static final Logger LOG = Logger.getLogger(ConversationFeed.class);
    private static final int WAITING_NEWS = 65_536;
    private static final int TOGETHER = 200;

    /** For whatever is not just the database being away, which is waited for. */
    private static final int ATTEMPTS = 3;

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    /** After everything that a session has read: what replaces, and adds nothing to, a stream. */
    private static final long ALWAYS = Long.MAX_VALUE;

    private final LiveSessions sessions;
    private final Rendering rendering;
    private final ConversationViews views;
    private final Recent recent;
    private final WaitingLines lines;
    private final TeamFeed team;
    private final InboxFeed inboxes;
    private final BlockingQueue<News> news = new LinkedBlockingQueue<>(WAITING_NEWS);
    private final Thread teller = Thread.ofPlatform().name("feed").daemon().unstarted(this::tellAll);
    private volatile boolean stopping;

    ConversationFeed(
            LiveSessions sessions,
            Rendering rendering,
            ConversationViews views,
            Recent recent,
            WaitingLines lines,
            TeamFeed team) {
        this.sessions = sessions;
        this.rendering = rendering;
        this.views = views;
        this.recent = recent;
        this.lines = lines;
        this.team = team;
        this.inboxes = new InboxFeed(sessions, rendering, recent, lines);
    }

    void start(@Observes StartupEvent starting) {
        teller.start();
    }

    void stop(@Observes ShutdownEvent ending) {
        stopping = true;
        teller.interrupt();
    }

    /** @param newcomer whose face nobody may have seen yet, or null */
    private record News(CustomerId newcomer, Runnable telling) {}

    /** Called after the commit and in its order. */
    void committed(@Observes Committed committed) {
        CustomerId newcomer = committed.before() == null ? committed.after().customer() : null;
        put(new News(newcomer, () -> tell(committed)));
    }

    /** Somebody has received or read more. */
    void cursorsMoved(ConversationId id, Cursors before, Cursors after) {
        put(new News(null, () -> tellCursors(id, before, after)));
    }

    void positionMoved(WaitingLines.Moved moved) {
        put(new News(null, () -> tellPosition(moved)));
    }

    private void put(News item) {
        try {
            news.put(item);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void tellAll() {
        List<News> together = new ArrayList<>();
        while (!stopping) {
            try {
                News first = news.poll(inboxes.nanosToWait(), TimeUnit.NANOSECONDS);
                if (first != null) {
                    together.add(first);
                    news.drainTo(together, TOGETHER);
                    meet(together);
                    together.forEach(each -> guarded(each.telling()));
                }
                guarded(inboxes::tellDue);
            } catch (InterruptedException stopped) {
                return;
            } finally {
                together.clear();
            }
        }
    }

    /** Looks up whoever is new in one go, and not one by one when each is told of. */
    private void meet(List<News> together) {
        List<CustomerId> newcomers = together.stream()
                .map(News::newcomer)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        guarded(() -> rendering.meet(newcomers));
    }

    /**
     * Nothing stays untold because the database was away when names or cursors were looked up: lists have no heads
     * by which their screens could notice. Everything behind waits as well.
     */
    private void guarded(Runnable telling) {
        for (int attempt = 1; ; attempt++) {
            try {
                telling.run();
                return;
            } catch (RuntimeException failed) {
                if (stopping || attempt >= ATTEMPTS && !Database.isAway(failed)) {
                    LOG.error("could not tell what was committed", failed);
                    return;
                }
                LOG.warnf("telling what was committed is tried again: %s", failed);
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    // --- commits

    private void tell(Committed committed) {
        Conversation after = committed.after();
        recent.saw(after);
        lines.changed(committed.before(), after);
        team.changed(committed.before(), after);
        sessions.reached(after.id().value(), after.seq(), after.publicSeq());
        if (committed.before() == null) {
            recent.saw(after.id(), Cursors.NONE);
            followEverywhere(after);
        }
        if (!sessions.isFollowed(after.id().value()) && sessions.staff().isEmpty()) {
            return;
        }
        var telling = new Telling(committed, rendering, recent.cursors(after.id()), lines.position(after));
        sessions.tell(after.id().value(), after.seq(), session -> update(session, telling, after));
        inboxes.tell(committed, telling);
    }

    /** A customer's other screens hear of a conversation that one of them has started. */
    private void followEverywhere(Conversation started) {
        sessions.of(started.customer()).forEach(session -> {
            if (!session.follows(started.id().value())) {
                session.followFromStart(started.id().value());
            }
        });
    }

    private static Frame update(LiveSession session, Telling telling, Conversation after) {
        boolean visible = Permissions.maySee(session.viewer(), Conversations.facts(after));
        if (!visible) {
            session.leave(after.id().value(), true);
            return null;
        }
        return switch (session.viewer()) {
            case Viewer.Customer customer -> telling.update(customer);
            case Viewer.Staff staff -> telling.update(staff);
            case Viewer.Machine _ -> null;
        };
    }

    // --- what is not in the log

    private void tellCursors(ConversationId id, Cursors before, Cursors after) {
        Conversation conversation = recent.conversation(id);
        if (conversation == null) {
            return;
        }
        var view = CursorsView.of(after);
        boolean unreadByStaff = Rendering.isUnreadByStaff(conversation, after);
        Frame forStaff = FeedFrames.cursors(id, view, unreadByStaff);
        Frame forCustomer = FeedFrames.cursors(id, view, Rendering.isUnreadByCustomer(conversation, after));
        sessions.tell(id.value(), ALWAYS, session -> session.isStaff() ? forStaff : forCustomer);
        if (unreadByStaff == Rendering.isUnreadByStaff(conversation, before)) {
            return;
        }
        for (LiveSession session : sessions.staff()) {
            if (session.viewer() instanceof Viewer.Staff viewer
                    && !session.follows(id.value())
                    && InboxScope.includes(viewer, session.isWatchingAll(), conversation)) {
                session.deliver(
                        LiveSession.INBOX, ALWAYS, FeedFrames.inboxItem(Json.write(views.view(viewer, conversation))));
            }
        }
    }

    private void tellPosition(WaitingLines.Moved moved) {
        Conversation conversation = recent.conversation(moved.conversation());
        if (conversation != null && conversation.state() != State.QUEUED) {
            return;
        }
        Frame frame = FeedFrames.position(moved.conversation(), moved.position());
        sessions.tell(moved.conversation().value(), ALWAYS, _ -> frame);
    }
}
