package dev.baton.platform.database;

import dev.baton.platform.StartFailure;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/**
 * Where a PostgreSQL listens and who we are there.
 *
 * @param user null when the URL itself says it (or nobody does)
 */
record DatabaseAddress(String jdbcUrl, String user, String password) {

    /** Reads {@code postgresql://user:password@host:port/database?…} or a {@code jdbc:postgresql:} URL. */
    static DatabaseAddress parse(String written) {
        if (written.startsWith("jdbc:postgresql:")) return new DatabaseAddress(written, null, null);
        if (!written.startsWith("postgresql://") && !written.startsWith("postgres://")) throw unreadable();
        URI uri;
        try {
            uri = URI.create(written);
        } catch (IllegalArgumentException e) {
            throw unreadable();
        }
        if (uri.getHost() == null) throw unreadable();
        String[] login = uri.getRawUserInfo() == null
                ? new String[0]
                : uri.getRawUserInfo().split(":", 2);
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return new DatabaseAddress(
                "jdbc:postgresql://" + uri.getHost() + port + path + query,
                login.length > 0 ? decoded(login[0]) : null,
                login.length > 1 ? decoded(login[1]) : null);
    }

    /** The address for messages: no user, no password, no parameters. */
    String shown() {
        return jdbcUrl.replaceFirst("^jdbc:", "").replaceFirst("\\?.*$", "").replaceFirst("//[^/@]*@", "//");
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static StartFailure unreadable() {
        return new StartFailure("BATON_DATABASE_URL must look like postgresql://user:password@host:port/database");
    }
}
