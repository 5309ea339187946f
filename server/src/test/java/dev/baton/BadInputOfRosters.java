package dev.baton;

import dev.baton.BadInputTest.Route;
import dev.baton.platform.Ids;
import java.util.ArrayList;
import java.util.List;

/** What {@link BadInputTest} tries at the routes of rosters and of presence. */
final class BadInputOfRosters {

    private BadInputOfRosters() {}

    static List<Route> routes(Cast.Staff admin, Cast.Staff amy) {
        List<Route> routes = new ArrayList<>();
        String shift = """
                {"agent":"%s","kind":"work","starts_at":"2026-01-05T09:00:00Z","ends_at":"2026-01-05T17:00:00Z","note":"x"}""".formatted(Ids.next());
        String pattern = """
                {"agent":"%s","weekdays":["monday"],"from":"09:00","until":"17:00","zone":"Asia/Shanghai","valid_from":"2026-01-05"}""".formatted(Ids.next());
        routes.add(new Route(admin, "POST", "/roster/shifts", shift, "/note"));
        routes.add(new Route(admin, "PUT", "/roster/shifts/" + Ids.next(), shift, "/note"));
        routes.add(new Route(admin, "POST", "/roster/patterns", pattern, "/zone"));
        routes.add(new Route(admin, "PUT", "/roster/patterns/" + Ids.next(), pattern, "/zone"));
        routes.add(new Route(admin, "POST", "/roster/import", """
                {"format":"csv","text":"agent,kind,starts_at,ends_at","zone":"Asia/Shanghai"}""", "/zone"));
        routes.add(new Route(amy, "POST", "/me/swaps", """
                {"shift":"%s","to_agent":"%s","note":"x"}""".formatted(Ids.next(), Ids.next()), "/note"));
        routes.add(new Route(amy, "PUT", "/me/swaps/" + Ids.next(), "{\"answer\":\"agree\"}"));
        routes.add(new Route(amy, "PUT", "/me/availability", "{\"availability\":\"not_taking\"}"));
        routes.add(new Route(admin, "PUT", "/team/" + Ids.next() + "/availability", "{\"availability\":\"away\"}"));
        return routes;
    }
}
