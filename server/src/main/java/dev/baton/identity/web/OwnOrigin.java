package dev.baton.identity.web;

import dev.baton.platform.Settings;
import dev.baton.platform.web.Proxies;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Which origin is ours: {@code BATON_PUBLIC_URL} exactly, or whatever name the browser reached us by where that is not set. */
@ApplicationScoped
public class OwnOrigin {

    private final Optional<String> publicUrl;
    private final Proxies proxies;

    OwnOrigin(Settings settings, Proxies proxies) {
        this.proxies = proxies;
        this.publicUrl = Optional.of(settings.get(Settings.PUBLIC_URL)).filter(url -> !url.isEmpty());
    }

    /**
     * Whether a page of ours sends this.
     *
     * @param origin the {@code Origin} header, null when absent
     */
    public boolean isOwn(String origin, HttpServerRequest request) {
        return Origins.isOwn(origin, publicUrl, hostOf(request), proxies.isSecure(request));
    }

    /** The name and port that a request was sent to: HTTP/2 says it in another place than the Host header. */
    private static String hostOf(HttpServerRequest request) {
        HostAndPort authority = request.authority();
        return authority == null ? "" : authority.toString();
    }

    /** Whether people reach us over HTTPS, be it through a proxy that takes the encryption off. */
    public boolean isSecure(HttpServerRequest request) {
        return proxies.isSecure(request)
                || publicUrl.filter(url -> url.startsWith("https://")).isPresent();
    }

    /** Our own origin as the socket's scheme says it; empty when the host is not a plain one. */
    String socketOrigin(HttpServerRequest request) {
        String ours = publicUrl
                .flatMap(Origins::of)
                .or(() -> Origins.of((isSecure(request) ? "https://" : "http://") + hostOf(request)))
                .orElse("");
        return ours.replaceFirst("^http", "ws");
    }
}
