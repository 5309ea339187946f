package dev.baton.live;

import io.netty.handler.codec.http.cookie.Cookie;
import io.netty.handler.codec.http.cookie.ServerCookieDecoder;

/** Finds the credential in the headers of a handshake. Pure. */
final class Credentials {

    private static final String COOKIE = "baton_session";
    private static final String BEARER = "Bearer ";

    private Credentials() {}

    /** @param cookies the {@code Cookie} header and @param authorization the {@code Authorization} header; null when absent */
    static Handshake of(String cookies, String authorization) {
        return new Handshake(sessionIn(cookies), tokenIn(authorization));
    }

    private static String sessionIn(String cookies) {
        if (cookies == null) {
            return null;
        }
        return ServerCookieDecoder.STRICT.decode(cookies).stream()
                .filter(cookie -> cookie.name().equals(COOKIE))
                .map(Cookie::value)
                .findFirst()
                .orElse(null);
    }

    private static String tokenIn(String authorization) {
        return authorization != null && authorization.startsWith(BEARER)
                ? authorization.substring(BEARER.length()).strip()
                : null;
    }
}
