package dev.baton.bench.client;

import java.net.InetSocketAddress;
import java.net.URI;

/** Where a Baton answers; plain HTTP, since everything here stays on one machine or behind the proxy. */
public record ServerAddress(String host, int port) {

    private static final int HTTP = 80;

    /** @throws IllegalArgumentException when it is not an {@code http://} address */
    public static ServerAddress parse(String url) {
        URI uri = URI.create(url);
        if (!"http".equals(uri.getScheme()) || uri.getHost() == null) {
            throw new IllegalArgumentException("the address must look like http://host:port, not " + url);
        }
        return new ServerAddress(uri.getHost(), uri.getPort() < 0 ? HTTP : uri.getPort());
    }

    public InetSocketAddress socket() {
        return new InetSocketAddress(host, port);
    }

    /** As the Host header says it. */
    public String authority() {
        return port == HTTP ? host : host + ":" + port;
    }

    public String origin() {
        return "http://" + authority();
    }
}
