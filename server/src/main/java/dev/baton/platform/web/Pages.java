package dev.baton.platform.web;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Which addresses are pages. The workbench is one page whose addresses are its own (`/queue`, `/team` …): whatever is no
 * file, no API and no other page shows it.
 */
@Singleton
final class Pages {

    private static final String WORKBENCH = "/workbench/index.html";
    private static final int BEFORE_ALL_ELSE = -1_000;
    private static final List<String> NOT_THE_WORKBENCH =
            List.of("/api/", "/widget/", "/demo/", "/health", "/metrics", "/q/");

    void install(@Observes Router router) {
        router.route().order(BEFORE_ALL_ELSE).handler(Pages::show);
    }

    private static void show(RoutingContext request) {
        String path = request.normalizedPath();
        if (path.equals("/demo") || path.equals("/widget/v1")) {
            String query = request.request().query();
            request.redirect(path + "/" + (query == null ? "" : "?" + query));
        } else if (isRead(request) && isWorkbench(path)) {
            request.reroute(WORKBENCH);
        } else {
            if (isRead(request)) keep(request, path);
            request.next();
        }
    }

    private static boolean isRead(RoutingContext request) {
        HttpMethod method = request.request().method();
        return method == HttpMethod.GET || method == HttpMethod.HEAD;
    }

    private static boolean isWorkbench(String path) {
        boolean file = path.lastIndexOf('.') > path.lastIndexOf('/');
        return !file && NOT_THE_WORKBENCH.stream().noneMatch(path::startsWith);
    }

    /**
     * Built files bear a hash of their content in their names; pages and the loader are asked for each time. A file that is
     * not there may come with the next version: its absence is not kept.
     */
    private static void keep(RoutingContext request, String path) {
        String keeping = path.contains("/assets/")
                ? "public, max-age=31536000, immutable"
                : path.endsWith(".html") || path.endsWith("/") || path.endsWith("/embed.js") ? "no-cache" : null;
        if (keeping != null) {
            request.addHeadersEndHandler(sent -> {
                if (request.response().getStatusCode() < HttpResponseStatus.BAD_REQUEST.code()) {
                    request.response().putHeader("Cache-Control", keeping);
                }
            });
        }
    }
}
