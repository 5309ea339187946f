package dev.baton.platform;

/** Text that came from outside. */
public final class Text {
    private Text() {}

    /** The same text. @throws Refused {@code malformed_text} when it holds a NUL or half a surrogate pair */
    public static String wellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            char at = text.charAt(i);
            if (at == 0) throw Refused.malformedText();
            if (!Character.isSurrogate(at)) continue;
            boolean pair = Character.isHighSurrogate(at)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (!pair) throw Refused.malformedText();
            i++;
        }
        return text;
    }
}
