package dev.baton.staffing;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** A server that has just started has nobody's screen open, whatever the last one left written. */
@ApplicationScoped
class PresenceReset {

    private static final int BEFORE_ANYBODY_CONNECTS = 60;

    private final Agents agents;

    PresenceReset(Agents agents) {
        this.agents = agents;
    }

    void reset(@Observes @Priority(BEFORE_ANYBODY_CONNECTS) StartupEvent starting) {
        agents.disconnectAll();
    }
}
