package dev.baton;

import dev.baton.EveryRouteTest.For;
import dev.baton.EveryRouteTest.Route;
import java.util.ArrayList;
import java.util.List;

/** The rows of {@link EveryRouteTest} about rosters and presence. */
final class RoutesOfRosters {

    private RoutesOfRosters() {}

    static List<Route> all() {
        List<Route> routes = new ArrayList<>();
        routes.add(new Route("GET", "/roster", For.SUPERVISORS, null));
        routes.add(new Route("GET", "/roster/export", For.SUPERVISORS, null));
        routes.add(new Route("POST", "/roster/import", For.SUPERVISORS, "{}"));
        for (String kind : List.of("shifts", "patterns")) {
            routes.add(new Route("POST", "/roster/" + kind, For.SUPERVISORS, "{}"));
            routes.add(new Route("PUT", "/roster/" + kind + "/{id}", For.SUPERVISORS, "{}"));
            routes.add(new Route("DELETE", "/roster/" + kind + "/{id}", For.SUPERVISORS, null));
        }
        routes.add(new Route("GET", "/me/shifts", For.STAFF_THEMSELVES, null));
        routes.add(new Route("POST", "/me/swaps", For.STAFF_THEMSELVES, "{}"));
        routes.add(new Route("PUT", "/me/swaps/{id}", For.STAFF_THEMSELVES, "{}"));
        routes.add(new Route("POST", "/me/activity", For.STAFF_THEMSELVES, null));
        routes.add(new Route("GET", "/team/{id}/availability", For.SUPERVISORS, null));
        routes.add(new Route("PUT", "/team/{id}/availability", For.SUPERVISORS, "{\"availability\":\"ready\"}"));
        return routes;
    }
}
