package dev.baton.platform.web;

import dev.baton.platform.Setting.Network;
import dev.baton.platform.Settings;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Who is at the other end when a proxy stands between. {@code X-Forwarded-For} and {@code X-Forwarded-Proto} are believed
 * from the proxies of {@code BATON_HTTP_TRUSTED_PROXIES} only: anybody can write such a header.
 *
 * <p>The framework can do this too, but takes the first address of the header, which is what the client itself wrote when
 * the proxy appends to it.
 */
@Singleton
public final class Proxies {

    private final List<Network> trusted;

    @Inject
    Proxies(Settings settings) {
        this(settings.get(Settings.TRUSTED_PROXIES));
    }

    Proxies(List<Network> trusted) {
        this.trusted = trusted;
    }

    /** The address of whoever asks; null when the connection has none. */
    public String caller(HttpServerRequest request) {
        return caller(peer(request), String.join(",", request.headers().getAll("X-Forwarded-For")));
    }

    /** Whether whoever asks speaks HTTPS, with us or with the last proxy before us. */
    public boolean isSecure(HttpServerRequest request) {
        if (request.isSSL()) return true;
        if (!isTrusted(peer(request))) return false;
        String told = String.join(",", request.headers().getAll("X-Forwarded-Proto"));
        return told.substring(told.lastIndexOf(',') + 1).strip().equalsIgnoreCase("https");
    }

    private static String peer(HttpServerRequest request) {
        return request.remoteAddress() == null ? null : request.remoteAddress().hostAddress();
    }

    /**
     * From the near end of the chain, the first one who is no trusted proxy. Every proxy writes at the end by whom it was
     * called; what stands before that is hearsay.
     */
    String caller(String peer, String forwardedFor) {
        String at = peer;
        for (String before : Arrays.asList(forwardedFor.split(",")).reversed()) {
            if (!isTrusted(at)) return at;
            Optional<InetAddress> address = read(before);
            if (address.isEmpty()) return at;
            at = address.get().getHostAddress();
        }
        return at;
    }

    private boolean isTrusted(String address) {
        return !trusted.isEmpty()
                && read(address)
                        .filter(known -> trusted.stream().anyMatch(network -> network.contains(known)))
                        .isPresent();
    }

    /** An address alone, {@code 192.0.2.1:443} or {@code [2001:db8::1]:443}; empty for anything else, names too. */
    private static Optional<InetAddress> read(String written) {
        if (written == null) return Optional.empty();
        String plain = written.strip();
        if (plain.startsWith("[")) plain = plain.substring(1).split("]", 2)[0];
        else if (plain.indexOf(':') == plain.lastIndexOf(':')) plain = plain.split(":", 2)[0];
        try {
            return Optional.of(InetAddress.ofLiteral(plain.split("%", 2)[0]));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
