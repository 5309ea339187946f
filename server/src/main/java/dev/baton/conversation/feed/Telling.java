package dev.baton.conversation.feed;

import dev.baton.conversation.Conversation;
import dev.baton.conversation.log.Committed;
import dev.baton.conversation.log.Cursors;
import dev.baton.conversation.view.Allowed;
import dev.baton.conversation.view.CustomerView;
import dev.baton.conversation.view.Facts;
import dev.baton.conversation.view.Rendering;
import dev.baton.conversation.view.StaffAction;
import dev.baton.identity.AgentId;
import dev.baton.identity.Viewer;
import dev.baton.live.Frame;
import dev.baton.platform.Json;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One commit, rendered once for each kind of audience and not once for each screen: customers by language, staff by what
 * they may do with it. Used by one thread.
 */
final class Telling {

    /** Viewers who agree in this may do the same. */
    private record Kind(boolean isAgent, boolean supervises, boolean isMember, boolean excluded, boolean offered) {}

    private final Committed news;
    private final Rendering rendering;
    private final Facts facts;
    private final Instant now;
    private final Map<Kind, List<StaffAction>> may = new HashMap<>(4);
    private final Map<List<StaffAction>, String> staffViews = new HashMap<>(4);
    private final Map<List<StaffAction>, Frame> updates = new HashMap<>(4);
    private final Map<List<StaffAction>, Frame> items = new HashMap<>(4);
    private final Map<String, Frame> customerFrames = new HashMap<>(2);
    private String staffEntries;

    Telling(Committed news, Rendering rendering, Cursors cursors, Integer position) {
        this.news = news;
        this.rendering = rendering;
        this.now = news.entries().getLast().at();
        this.facts = new Facts(news.after(), news.policy(), cursors, position);
    }

    Frame update(Viewer.Staff viewer) {
        return updates.computeIfAbsent(
                mayOf(viewer), actions -> FeedFrames.update(news.after().id(), staffEntries(), staffView(actions)));
    }

    Frame item(Viewer.Staff viewer) {
        return items.computeIfAbsent(mayOf(viewer), actions -> FeedFrames.inboxItem(staffView(actions)));
    }

    /** Null when nothing that the customer sees has changed: that staff did something is not theirs to know. */
    Frame update(Viewer.Customer viewer) {
        return customerFrames.computeIfAbsent(viewer.language(), this::forCustomer);
    }

    private Frame forCustomer(String language) {
        var entries = rendering.entriesForCustomer(news.entries(), news.policy(), language);
        var view = rendering.forCustomer(facts, language, now);
        if (entries.isEmpty() && view.equals(before(language))) {
            return null;
        }
        return FeedFrames.update(
                news.after().id(), entries.isEmpty() ? FeedFrames.NONE : Json.write(entries), Json.write(view));
    }

    private CustomerView before(String language) {
        var then = new Facts(news.before(), news.policy(), facts.cursors(), facts.position());
        return rendering.forCustomer(then, language, now);
    }

    private String staffEntries() {
        if (staffEntries == null) {
            staffEntries = Json.write(rendering.entriesForStaff(news.entries(), news.after(), news.policy()));
        }
        return staffEntries;
    }

    private String staffView(List<StaffAction> actions) {
        return staffViews.computeIfAbsent(actions, each -> Json.write(rendering.forStaff(facts, each)));
    }

    private List<StaffAction> mayOf(Viewer.Staff viewer) {
        var standing = Rendering.standing(viewer);
        return may.computeIfAbsent(
                kind(standing), _ -> Allowed.staff(facts.conversation(), facts.policy(), standing, now));
    }

    private Kind kind(Allowed.Standing viewer) {
        Conversation c = facts.conversation();
        AgentId id = viewer.id();
        return new Kind(
                id.equals(c.agent()),
                viewer.supervises(),
                c.isServedBy(viewer.groups()),
                c.excluded().contains(id),
                id.equals(c.offeredTo()));
    }
}
