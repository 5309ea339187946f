package dev.baton.identity.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The security headers of every answer, pure: which page may load what, and who may frame it.
 *
 * <p>Scripts come from our own origin and files only: no inline ones, no {@code eval}. The screens of staff may have
 * inline styles, because their component library positions things with style elements; what customers see may not.
 */
final class PageHeaders {

    private static final String PAGE = "default-src 'none'; script-src 'self'; style-src 'self'%s; "
            + "img-src 'self' blob: data:; media-src 'self' blob:; font-src 'self' data:; connect-src 'self'%s; "
            + "frame-src 'self'; worker-src 'self' blob:; manifest-src 'self'; base-uri 'none'; form-action 'self'; "
            + "object-src 'none'; frame-ancestors %s";

    private static final String DATA =
            "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    private PageHeaders() {}

    /** What kind of answer a path gives, as far as headers go. */
    enum Kind {
        /** Screens of staff, the demo page: nobody frames them. */
        PAGE,
        /** The widget's page: the site's own pages frame it. */
        WIDGET,
        /** The loader and other files of the widget: any page may load them. */
        EMBED,
        /** The API: nothing to run, nothing to frame. */
        DATA
    }

    static Kind kindOf(String path) {
        if (path.equals("/widget/v1/") || path.equals("/widget/v1/index.html") || path.equals("/widget/v1")) {
            return Kind.WIDGET;
        }
        if (path.startsWith("/widget/")) {
            return Kind.EMBED;
        }
        return path.startsWith("/api/") || path.startsWith("/q/") ? Kind.DATA : Kind.PAGE;
    }

    /**
     * @param ancestors the origins that may frame the widget besides our own; read for {@link Kind#WIDGET} only
     * @param socketOrigin our own origin with {@code ws} or {@code wss}: older browsers do not count it as 'self'
     * @param secure whether the request came over HTTPS
     */
    static Map<String, String> of(Kind kind, List<String> ancestors, String socketOrigin, boolean secure) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Referrer-Policy", "strict-origin-when-cross-origin");
        headers.put(
                "Permissions-Policy",
                "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), "
                        + "microphone=(), midi=(), payment=(), usb=()");
        headers.put("Content-Security-Policy", contentPolicy(kind, ancestors, socketOrigin));
        headers.put("Cross-Origin-Opener-Policy", "same-origin");
        headers.put(
                "Cross-Origin-Resource-Policy",
                kind == Kind.EMBED || kind == Kind.WIDGET ? "cross-origin" : "same-origin");
        if (kind == Kind.PAGE || kind == Kind.DATA) {
            headers.put("X-Frame-Options", "DENY");
        }
        if (kind == Kind.DATA) {
            headers.put("Cache-Control", "no-store");
        }
        if (secure) {
            headers.put("Strict-Transport-Security", "max-age=31536000");
        }
        return headers;
    }

    private static String contentPolicy(Kind kind, List<String> ancestors, String socketOrigin) {
        String socket = socketOrigin.isEmpty() ? "" : " " + socketOrigin;
        return switch (kind) {
            case PAGE -> PAGE.formatted(" 'unsafe-inline'", socket, "'none'");
            case EMBED -> DATA;
            case WIDGET -> PAGE.formatted("", socket, String.join(" ", ancestorsOf(ancestors)));
            case DATA -> DATA;
        };
    }

    private static List<String> ancestorsOf(List<String> origins) {
        return java.util.stream.Stream.concat(java.util.stream.Stream.of("'self'"), origins.stream())
                .distinct()
                .toList();
    }
}
