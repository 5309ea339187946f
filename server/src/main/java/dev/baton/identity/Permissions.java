package dev.baton.identity;

import java.util.Collections;
import java.util.Set;

/**
 * Who may see and do what: the one list of rules, pure, for HTTP and socket alike.
 *
 * <p>The caller turns a refusal to see into "not found".
 */
public final class Permissions {

    private Permissions() {}

    /**
     * What seeing depends on.
     *
     * @param customer whose conversation it is
     * @param groups whose agents may serve it
     * @param agent who it is assigned to, null when nobody
     */
    public record Facts(CustomerId customer, Set<GroupId> groups, AgentId agent) {}

    /** Customers their own; agents and supervisors those of their groups or assigned to them; admins all. */
    public static boolean maySee(Viewer viewer, Facts conversation) {
        return switch (viewer) {
            case Viewer.Customer customer -> customer.id().equals(conversation.customer());
            case Viewer.Agent agent -> isWithinReach(agent, conversation);
            case Viewer.Supervisor supervisor -> isWithinReach(supervisor, conversation);
            case Viewer.Admin _, Viewer.Machine _ -> true;
        };
    }

    /** Notes, clocks, loads, staff-only entries. */
    public static boolean maySeeStaffSide(Viewer viewer) {
        return switch (viewer) {
            case Viewer.Customer _ -> false;
            case Viewer.Staff _, Viewer.Machine _ -> true;
        };
    }

    /** Acting on a conversation that is assigned to somebody else, or beyond somebody's capacity. */
    public static boolean maySupervise(Viewer viewer) {
        return switch (viewer) {
            case Viewer.Customer _, Viewer.Agent _ -> false;
            case Viewer.Supervisor _, Viewer.Admin _, Viewer.Machine _ -> true;
        };
    }

    /** Accounts, groups, categories, sites, reasons, policies. */
    public static boolean mayAdminister(Viewer viewer) {
        return switch (viewer) {
            case Viewer.Customer _, Viewer.Agent _, Viewer.Supervisor _ -> false;
            case Viewer.Admin _, Viewer.Machine _ -> true;
        };
    }

    /** Watching every open conversation that the viewer may see, not only their own and the queue. */
    public static boolean mayWatchAll(Viewer viewer) {
        return maySupervise(viewer);
    }

    private static boolean isWithinReach(Viewer.Staff staff, Facts conversation) {
        return !Collections.disjoint(staff.groups(), conversation.groups())
                || staff.id().equals(conversation.agent());
    }
}
