package dev.baton.live;

/** One rendered frame, shared by everybody who gets the same. */
public final class Frame {

    private final String text;
    private final int bytes;

    private Frame(String text) {
        this.text = text;
        this.bytes = utf8Length(text);
    }

    /** @param json one JSON object */
    public static Frame of(String json) {
        return new Frame(json);
    }

    public String text() {
        return text;
    }

    /** Its size on the wire, in bytes of UTF-8. */
    int bytes() {
        return bytes;
    }

    private static int utf8Length(String text) {
        int bytes = text.length();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                // Each half of a surrogate pair counts two: four bytes for the pair.
                bytes += c < 0x800 || Character.isSurrogate(c) ? 1 : 2;
            }
        }
        return bytes;
    }
}
