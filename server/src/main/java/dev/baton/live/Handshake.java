package dev.baton.live;

import io.netty.handler.codec.http.cookie.Cookie;
import io.netty.handler.codec.http.cookie.ServerCookieDecoder;

/**
 * The credential that a connection showed before its first frame.
 *
 * @param cookie the value of the staff session's cookie, null without one
 * @param bearer a customer's token from the header, null without one; browsers cannot send it with a WebSocket
 */
record Handshake(String cookie, String bearer) {

    private static final String COOKIE = "baton_session";
    private static final String BEARER = "Bearer ";

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
