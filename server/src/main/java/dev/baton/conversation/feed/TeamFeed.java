package dev.baton.conversation.feed;

import dev.baton.conversation.Conversation;
import dev.baton.identity.AgentChanged;
import dev.baton.identity.AgentId;
import dev.baton.identity.CatalogueChanged;
import dev.baton.live.Frame;
import dev.baton.live.LiveSession;
import dev.baton.live.LiveSessions;
import dev.baton.staffing.AgentProfile;
import dev.baton.staffing.Agents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Tells staff how their colleagues are, and that the catalogue has changed: once a second, whatever happened in it. */
@ApplicationScoped
public class TeamFeed {

    private final LiveSessions sessions;
    private final Agents agents;
    private final Set<AgentId> changed = ConcurrentHashMap.newKeySet();
    private volatile boolean catalogueChanged;

    TeamFeed(LiveSessions sessions, Agents agents) {
        this.sessions = sessions;
        this.agents = agents;
    }

    void changed(@Observes AgentChanged agent) {
        changed.add(agent.agent());
    }

    void changed(@Observes CatalogueChanged catalogue) {
        catalogueChanged = true;
    }

    /** A conversation that begins or ceases to count changes its agent's load. */
    void changed(Conversation before, Conversation after) {
        AgentId had = before != null && before.holdsSlot() ? before.agent() : null;
        AgentId has = after.holdsSlot() ? after.agent() : null;
        if (had != null && !had.equals(has)) {
            changed.add(had);
        }
        if (has != null && !has.equals(had)) {
            changed.add(has);
        }
    }

    /** Blocks. */
    void tell() {
        if (catalogueChanged) {
            catalogueChanged = false;
            toStaff(FeedFrames.catalogueChanged());
        }
        if (changed.isEmpty()) {
            return;
        }
        Set<AgentId> now = Set.copyOf(changed);
        changed.removeAll(now);
        for (AgentProfile agent : profiles(now)) {
            if (now.contains(agent.id())) {
                toStaff(FeedFrames.team(agent));
            }
        }
    }

    /** Whoever could not be looked up is told in the next round. */
    private List<AgentProfile> profiles(Set<AgentId> wanted) {
        try {
            return agents.all();
        } catch (RuntimeException away) {
            changed.addAll(wanted);
            throw away;
        }
    }

    private void toStaff(Frame frame) {
        for (LiveSession session : sessions.staff()) {
            session.send(frame);
        }
    }
}
