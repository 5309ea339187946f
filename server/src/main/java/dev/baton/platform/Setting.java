package dev.baton.platform;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * One named setting. Set it as a system property ({@code -Dbaton.data=…}) or in the environment ({@code BATON_DATA=…}).
 *
 * @param name the full name, {@code baton.…}
 * @param unit what the value counts, or "" where there is none
 * @param fallback the value when nobody sets it, written the way a person would; "" means "not set"
 * @param range what is allowed, for a person to read
 * @param meaning one sentence
 * @param reader turns the written value into the typed one, or throws {@link IllegalArgumentException}
 */
public record Setting<T>(
        String name, String unit, String fallback, String range, String meaning, Function<String, T> reader) {

    static Setting<Integer> count(String name, String unit, int fallback, int least, int most, String meaning) {
        return new Setting<>(name, unit, String.valueOf(fallback), least + " to " + most, meaning, written -> {
            int value = Integer.parseInt(written);
            if (value < least || value > most) throw new IllegalArgumentException();
            return value;
        });
    }

    static Setting<String> text(String name, String fallback, String meaning) {
        return new Setting<>(name, "", fallback, "text", meaning, Function.identity());
    }

    static Setting<List<Network>> networks(String name, String meaning) {
        return new Setting<>(name, "", "", "addresses or networks, as 10.0.0.0/8, 127.0.0.1", meaning, Network::listOf);
    }

    static Setting<Boolean> flag(String name, boolean fallback, String meaning) {
        return new Setting<>(name, "", String.valueOf(fallback), "true or false", meaning, written -> switch (written) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException();
        });
    }

    /** The name of the environment variable that sets it. */
    public String variable() {
        return name.toUpperCase(java.util.Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    T read(String written) {
        try {
            return reader.apply(written.strip());
        } catch (IllegalArgumentException e) {
            throw new StartFailure("%s (%s) is '%s', but must be %s%s"
                    .formatted(name, variable(), written, range, unit.isEmpty() ? "" : " " + unit));
        }
    }

    /**
     * A network address and everything that shares its first bits (CIDR, RFC 4632). Pure: names are never looked up.
     *
     * @param bits how many of the address's bits count; all of them for a single machine
     */
    public record Network(InetAddress address, int bits) {

        /**
         * Reads networks separated by commas, as {@code 10.0.0.0/8, ::1}; none from a blank text.
         *
         * @throws IllegalArgumentException when one of them is none
         */
        static List<Network> listOf(String written) {
            return written.isBlank()
                    ? List.of()
                    : Arrays.stream(written.split(",", -1))
                            .map(each -> of(each.strip()))
                            .toList();
        }

        private static Network of(String written) {
            String[] parts = written.split("/", 2);
            InetAddress address = InetAddress.ofLiteral(parts[0]);
            int most = address.getAddress().length * Byte.SIZE;
            int bits = parts.length == 1 ? most : Integer.parseInt(parts[1]);
            if (bits < 0 || bits > most) throw new IllegalArgumentException(written);
            return new Network(address, bits);
        }

        /** Whether an address lies in it; never one of the other family. */
        public boolean contains(InetAddress other) {
            byte[] ours = address.getAddress();
            byte[] theirs = other.getAddress();
            if (ours.length != theirs.length) return false;
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % Byte.SIZE);
                if (((ours[bit / Byte.SIZE] ^ theirs[bit / Byte.SIZE]) & mask) != 0) return false;
            }
            return true;
        }
    }
}
