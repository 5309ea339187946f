package dev.baton.files;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Set;

/** Makes the names that people's machines send harmless, and says them in headers. Pure. */
final class FileNames {

    static final int LONGEST = 255;

    private static final String UNNAMED = "file";

    /** Windows cannot save files of these names, whatever the extension. */
    private static final Set<String> DEVICES =
            Set.of("con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "lpt1", "lpt2", "lpt3");

    private static final String UNRESERVED = "!#$&+-.^_`|~";

    private FileNames() {}

    /**
     * The last part of a path without characters that a file system or a reader may take for something
     * else: controls, bidirectional overrides (a "cod.exe" that shows as "exe.doc"), separators, wildcards.
     */
    static String clean(String given) {
        String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        StringBuilder name = new StringBuilder();
        Normalizer.normalize(last, Normalizer.Form.NFC)
                .codePoints()
                .map(c -> isHarmless(c) ? c : -1)
                .filter(c -> c >= 0)
                .forEach(name::appendCodePoint);
        String trimmed = name.toString().strip().replaceAll("^\\.+|[. ]+$", "");
        String stem = trimmed.split("\\.", 2)[0].toLowerCase(java.util.Locale.ROOT);
        if (trimmed.isBlank() || DEVICES.contains(stem)) {
            return shortened(UNNAMED + trimmed.replaceFirst("^[^.]*", ""));
        }
        return shortened(trimmed);
    }

    /** RFC 6266 with the name in RFC 5987 coding, and a plain ASCII one for old clients. */
    static String disposition(boolean inline, String name) {
        return (inline ? "inline" : "attachment")
                + "; filename=\""
                + ascii(name)
                + "\"; filename*=UTF-8''"
                + percentEncoded(name);
    }

    private static boolean isHarmless(int c) {
        if ("<>:\"|?*/\\".indexOf(c) >= 0) {
            return false;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    /** Keeps the extension, which tells people what a file is. */
    private static String shortened(String name) {
        if (name.length() <= LONGEST) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String extension = dot > 0 && name.length() - dot <= 16 ? name.substring(dot) : "";
        int end = LONGEST - extension.length();
        return name.substring(0, Character.isHighSurrogate(name.charAt(end - 1)) ? end - 1 : end) + extension;
    }

    private static String ascii(String name) {
        return name.replaceAll("[^A-Za-z0-9._ ()-]", "_");
    }

    private static String percentEncoded(String name) {
        StringBuilder coded = new StringBuilder();
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean plain = (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || UNRESERVED.indexOf(c) >= 0;
            coded.append(plain ? String.valueOf(c) : "%%%02X".formatted((int) c));
        }
        return coded.toString();
    }
}
