package dev.baton.identity.accounts;

import java.util.Locale;

/**
 * Where a request comes from.
 *
 * @param address the client's address; of IPv6 the first 64 bits, since one client has them all
 * @param userAgent what the browser calls itself, shortened
 */
public record Caller(String address, String userAgent) {

    private static final int LONGEST_USER_AGENT = 512;

    public static Caller of(String address, String userAgent) {
        String agent = userAgent == null ? "" : userAgent;
        return new Caller(networkOf(address), agent.substring(0, Math.min(agent.length(), LONGEST_USER_AGENT)));
    }

    private static String networkOf(String address) {
        if (address == null) {
            return "unknown";
        }
        String plain = address.split("%", 2)[0].toLowerCase(Locale.ROOT);
        return plain.indexOf(':') < 0 ? plain : firstHalf(plain);
    }

    private static String firstHalf(String ipv6) {
        String[] sides = ipv6.split("::", 2);
        String[] left = sides[0].isEmpty() ? new String[0] : sides[0].split(":");
        StringBuilder network = new StringBuilder();
        String[] right = sides.length > 1 && !sides[1].isEmpty() ? sides[1].split(":") : new String[0];
        for (int i = 0; i < 4; i++) {
            int fromEnd = i - (8 - right.length);
            String part = i < left.length ? left[i] : fromEnd >= 0 ? right[fromEnd] : "0";
            network.append(part).append(':');
        }
        return network + ":/64";
    }
}
