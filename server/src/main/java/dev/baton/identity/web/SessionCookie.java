package dev.baton.identity.web;

import jakarta.ws.rs.core.NewCookie;

/** The cookie that holds a staff session's token: not for scripts, not for other sites. */
public final class SessionCookie {

    public static final String NAME = "baton_session";

    private SessionCookie() {}

    /** Ends with the browser; the server ends it sooner. */
    public static NewCookie of(String token, boolean secure) {
        return cookie(token, secure).maxAge(NewCookie.DEFAULT_MAX_AGE).build();
    }

    public static NewCookie gone(boolean secure) {
        return cookie("", secure).maxAge(0).build();
    }

    private static NewCookie.Builder cookie(String value, boolean secure) {
        return new NewCookie.Builder(NAME)
                .value(value)
                .path("/")
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.LAX)
                .secure(secure);
    }
}
