package dev.baton.identity;

import java.util.Set;

/**
 * Who is asking. Every lookup goes through one, over HTTP and over the socket alike; what a viewer may
 * not see does not exist for them.
 */
public sealed interface Viewer {

    /** The language of the answers, {@code zh} or {@code en}. */
    String language();

    /** A customer, with the site they came from. */
    record Customer(CustomerId id, SiteId site, String language) implements Viewer {}

    /** Anybody with an account. */
    sealed interface Staff extends Viewer {
        AgentId id();

        /** The groups that they are a member of. */
        Set<GroupId> groups();
    }

    record Agent(AgentId id, Set<GroupId> groups, String language) implements Staff {}

    record Supervisor(AgentId id, Set<GroupId> groups, String language) implements Staff {}

    record Admin(AgentId id, Set<GroupId> groups, String language) implements Staff {}

    /** Baton's own doing: the router, a clock, a script. Sees everything. */
    record Machine(String name) implements Viewer {
        @Override
        public String language() {
            return "en";
        }
    }
}
