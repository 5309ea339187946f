package dev.baton.identity.web;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** Compares origins exactly (RFC 6454): scheme, host and port, nothing else. Pure. */
public final class Origins {

    private Origins() {}

    /**
     * Whether a request with this {@code Origin} header comes from our own pages.
     *
     * @param origin the header, null when absent
     * @param publicUrl the address that people use, from {@code BATON_PUBLIC_URL}; empty when it is not set
     * @param host the request's {@code Host} header: our own name when no public address is set
     * @param secure whether the request came over HTTPS
     */
    public static boolean isOwn(String origin, Optional<String> publicUrl, String host, boolean secure) {
        Optional<String> ours =
                publicUrl.isPresent() ? publicUrl.flatMap(Origins::of) : of((secure ? "https://" : "http://") + host);
        return origin != null && ours.isPresent() && of(origin).equals(ours);
    }

    /** The origin of an address, lower case and without the scheme's usual port; empty for anything that has none. */
    public static Optional<String> of(String address) {
        try {
            URI uri = URI.create(address);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            if (uri.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
                return Optional.empty();
            }
            int usual = scheme.equals("https") ? 443 : 80;
            String port = uri.getPort() < 0 || uri.getPort() == usual ? "" : ":" + uri.getPort();
            return Optional.of(scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + port);
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** Whether a text is exactly an origin, as an admin should write it: no path, no user, no wildcard. */
    public static boolean isExact(String text) {
        return of(text).filter(text.toLowerCase(Locale.ROOT)::equals).isPresent();
    }
}
