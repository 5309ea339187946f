package dev.baton.live;

import dev.baton.identity.web.OwnOrigin;
import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;

/**
 * Only our own pages may open a live line: the workbench, and the widget, which is a page of ours wherever it is embedded.
 * Browsers send the cookie along with any page's WebSocket and always name the page's origin; programs other than browsers
 * name none and have no cookie to be tricked out of.
 */
@Singleton
final class OriginCheck implements HttpUpgradeCheck {

    private static final int FORBIDDEN = 403;

    private final OwnOrigin own;

    OriginCheck(OwnOrigin own) {
        this.own = own;
    }

    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext context) {
        return isAllowed(context.httpRequest()) ? CheckResult.permitUpgrade() : CheckResult.rejectUpgrade(FORBIDDEN);
    }

    boolean isAllowed(HttpServerRequest request) {
        String origin = request.getHeader("Origin");
        return origin == null || own.isOwn(origin, request);
    }
}
