package dev.baton.identity.web;

import dev.baton.identity.Secrets;
import dev.baton.identity.SessionKey;
import dev.baton.identity.SignedIn;
import dev.baton.identity.Viewers;
import dev.baton.identity.accounts.Caller;
import dev.baton.identity.accounts.SignIns;
import dev.baton.identity.accounts.StaffSession;
import dev.baton.platform.Refused;
import dev.baton.platform.web.Proxies;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import java.util.Set;

/**
 * The door of the REST API: finds out who asks, before any endpoint runs, and keeps other sites' pages from asking in
 * somebody's name.
 *
 * <p>A customer's token comes in a header that no browser sends by itself. A staff session comes in a cookie, which browsers
 * do send by themselves; so an unsafe request must also come from a page of ours ({@code Origin}, else {@code
 * Sec-Fetch-Site}) and repeat the session's own token in a header.
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
class ViewerFilter implements ContainerRequestFilter {

    static final String CSRF_HEADER = "X-Baton-CSRF";

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final String BEARER = "Bearer ";

    /** What a session whose password has to be changed may still do. */
    private static final Set<String> UNDER_ONE_TIME_PASSWORD =
            Set.of("GET /api/v1/session", "DELETE /api/v1/session", "POST /api/v1/session/password");

    private final Viewers viewers;
    private final SignIns signIns;
    private final OwnOrigin ownOrigin;
    private final Proxies proxies;
    private final CurrentViewer current;
    private final HttpServerRequest http;

    ViewerFilter(
            Viewers viewers,
            SignIns signIns,
            OwnOrigin ownOrigin,
            Proxies proxies,
            CurrentViewer current,
            HttpServerRequest http) {
        this.viewers = viewers;
        this.signIns = signIns;
        this.ownOrigin = ownOrigin;
        this.proxies = proxies;
        this.current = current;
        this.http = http;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        current.calledFrom(Caller.of(proxies.caller(http), request.getHeaderString(HttpHeaders.USER_AGENT)));
        String authorization = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        if (authorization != null) {
            bearer(authorization).ifPresent(current::is);
            return;
        }
        boolean unsafe = !SAFE.contains(request.getMethod());
        if (unsafe) {
            demandOurPage(request);
        }
        Cookie cookie = request.getCookies().get(SessionCookie.NAME);
        if (cookie != null && Secrets.looksLikeToken(cookie.getValue())) {
            signIns.session(SessionKey.of(cookie.getValue())).ifPresent(session -> enter(session, request, unsafe));
        }
    }

    private Optional<SignedIn> bearer(String authorization) {
        return authorization.startsWith(BEARER)
                ? viewers.ofCustomer(authorization.substring(BEARER.length()))
                : Optional.empty();
    }

    private void enter(StaffSession session, ContainerRequestContext request, boolean unsafe) {
        if (unsafe && !isSignIn(request) && !Secrets.same(session.csrf(), request.getHeaderString(CSRF_HEADER))) {
            throw new Refused(403, "csrf");
        }
        current.has(session);
        if (!session.mustChangePassword()) {
            current.is(new SignedIn(session.key(), session.viewer(), session.expiresAt()));
        } else if (!UNDER_ONE_TIME_PASSWORD.contains(line(request))) {
            throw new Refused(403, "password_change_required");
        }
    }

    /** Signing in again needs a password, not the token of whatever session the browser still has. */
    private static boolean isSignIn(ContainerRequestContext request) {
        return line(request).equals("POST /api/v1/session");
    }

    private static String line(ContainerRequestContext request) {
        return request.getMethod() + " " + request.getUriInfo().getRequestUri().getPath();
    }

    private void demandOurPage(ContainerRequestContext request) {
        String origin = request.getHeaderString("Origin");
        String site = request.getHeaderString("Sec-Fetch-Site");
        boolean ours = origin != null
                ? ownOrigin.isOwn(origin, http)
                // A program that is no browser sends neither, and has no cookies that others could ride on.
                : site == null || site.equals("same-origin");
        if (!ours) {
            throw new Refused(403, "origin_not_allowed");
        }
    }
}
