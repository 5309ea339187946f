package dev.baton.platform.web;

import dev.baton.platform.Settings;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * {@code /metrics} tells how busy the house is: nobody's business but the operator's. Without a token in the settings
 * it is not there. A token rather than an address: behind a proxy on the same machine everybody comes from it.
 */
@Singleton
final class MetricsGuard {

    private static final String METRICS = "/metrics";
    private static final int BEFORE_ALL_ELSE = -2_000;

    private final String token;

    MetricsGuard(Settings settings) {
        token = settings.get(Settings.METRICS_TOKEN);
    }

    void install(@Observes Router router) {
        router.route().order(BEFORE_ALL_ELSE).handler(this::guard);
    }

    private void guard(RoutingContext request) {
        String path = request.normalizedPath();
        if (!path.equals(METRICS) && !path.startsWith(METRICS + "/")) {
            request.next();
        } else if (token.isEmpty()) {
            refuse(request.response(), 404);
        } else if (isOperator(request.request().getHeader("Authorization"))) {
            request.next();
        } else {
            refuse(request.response().putHeader("WWW-Authenticate", "Bearer"), 401);
        }
    }

    private boolean isOperator(String authorization) {
        return authorization != null && MessageDigest.isEqual(bytes("Bearer " + token), bytes(authorization));
    }

    private static void refuse(HttpServerResponse response, int status) {
        response.setStatusCode(status).end();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
