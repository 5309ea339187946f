package dev.baton.platform.web;

import dev.baton.platform.Json;
import dev.baton.platform.Problem;
import dev.baton.platform.Refused;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.vertx.ext.web.LanguageHeader;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Locale;

/**
 * Whoever comes while the server is going away is told to come back, instead of meeting a half-closed house. What is being
 * answered is answered.
 */
@Singleton
final class ClosingGuard {

    private static final int BEFORE_ALL_ELSE = -3_000;
    private static final String COME_BACK_SECONDS = "2";

    private volatile boolean closing;

    void install(@Observes Router router) {
        router.route().order(BEFORE_ALL_ELSE).handler(this::guard);
    }

    void close(@Observes ShutdownDelayInitiatedEvent stopping) {
        closing = true;
    }

    private void guard(RoutingContext request) {
        if (!closing) {
            request.next();
            return;
        }
        Problem problem = Problem.of(new Refused(503, "going_away"), language(request.preferredLanguage()));
        request.response()
                .setStatusCode(problem.status())
                .putHeader("Retry-After", COME_BACK_SECONDS)
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .end(Json.write(problem));
    }

    private static Locale language(LanguageHeader preferred) {
        return preferred == null ? Locale.ENGLISH : Locale.forLanguageTag(preferred.tag());
    }
}
