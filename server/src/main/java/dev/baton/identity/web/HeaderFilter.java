package dev.baton.identity.web;

import dev.baton.identity.customers.Sites;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** Puts the security headers on every answer: pages, API, errors, sockets' handshakes. */
@ApplicationScoped
class HeaderFilter {

    private static final int FIRST = 1_000;

    private final Sites sites;
    private final OwnOrigin ownOrigin;

    HeaderFilter(Sites sites, OwnOrigin ownOrigin) {
        this.sites = sites;
        this.ownOrigin = ownOrigin;
    }

    void register(@Observes Filters filters) {
        filters.register(
                routing -> {
                    routing.addHeadersEndHandler(_ -> add(routing));
                    routing.next();
                },
                FIRST);
    }

    /** What an endpoint has set itself stays: a file has a stricter policy than a page. */
    private void add(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        boolean secure = ownOrigin.isSecure(request);
        PageHeaders.Kind kind = PageHeaders.kindOf(routing.normalizedPath());
        List<String> ancestors =
                kind == PageHeaders.Kind.WIDGET ? sites.originsOf(request.getParam("site")) : List.of();
        MultiMap headers = routing.response().headers();
        PageHeaders.of(kind, ancestors, ownOrigin.socketOrigin(request), secure).forEach((name, value) -> {
            if (!headers.contains(name)) {
                headers.set(name, value);
            }
        });
    }
}
