package dev.baton.conversation.feed;

import dev.baton.identity.AgentId;
import dev.baton.live.LiveSessions;
import dev.baton.staffing.Agents;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Tells staffing when the first screen of an agent connects and when the last one has gone. Whatever the order in which
 * screens come and go, what is told last is what holds.
 */
@ApplicationScoped
public class Presence {

    private static final Logger LOG = Logger.getLogger(Presence.class);

    private final LiveSessions sessions;
    private final Agents agents;
    private final Set<AgentId> changed = ConcurrentHashMap.newKeySet();
    private final Set<AgentId> present = new HashSet<>();
    private final AtomicBoolean working = new AtomicBoolean();

    Presence(LiveSessions sessions, Agents agents) {
        this.sessions = sessions;
        this.agents = agents;
    }

    /** Somebody's screen came or went; never blocks. */
    void changed(AgentId agent) {
        changed.add(agent);
        if (working.compareAndSet(false, true)) {
            Thread.startVirtualThread(this::work);
        }
    }

    private void work() {
        do {
            try {
                changed.forEach(this::tell);
            } catch (RuntimeException failed) {
                // What could not be told stays marked; the next change or tick tells it.
                LOG.warnf("presence could not be told: %s", failed);
                working.set(false);
                return;
            }
            working.set(false);
        } while (!changed.isEmpty() && working.compareAndSet(false, true));
    }

    /** Tries again what could not be told. */
    void retry() {
        if (!changed.isEmpty() && working.compareAndSet(false, true)) {
            Thread.startVirtualThread(this::work);
        }
    }

    private void tell(AgentId agent) {
        changed.remove(agent);
        boolean connected = !sessions.of(agent).isEmpty();
        try {
            if (connected && !present.contains(agent)) {
                agents.connected(agent);
                present.add(agent);
            } else if (!connected && present.contains(agent)) {
                agents.disconnected(agent);
                present.remove(agent);
            }
        } catch (RuntimeException failed) {
            changed.add(agent);
            throw failed;
        }
    }
}
