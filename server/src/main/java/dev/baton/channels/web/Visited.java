package dev.baton.channels.web;

/** What a widget tells about the place it is shown at, made fit to be stored and shown to agents. Pure. */
final class Visited {

    private static final int LONGEST_PAGE = 2_048;
    private static final int LONGEST_DEVICE = 512;

    private Visited() {}

    /** Agents will see it as a link: nothing but an address of the web; else null. */
    static String page(String told) {
        String plain = shortened(told, LONGEST_PAGE);
        return plain != null && plain.matches("https?://\\S+") ? plain : null;
    }

    static String device(String told) {
        return shortened(told, LONGEST_DEVICE);
    }

    private static String shortened(String text, int longest) {
        if (text == null) {
            return null;
        }
        String plain = text.replaceAll("[\\p{Cc}\\p{Cf}]", "").strip();
        int end = Math.min(longest, plain.length());
        if (end > 0 && end < plain.length() && Character.isHighSurrogate(plain.charAt(end - 1))) {
            end--;
        }
        return end == 0 ? null : plain.substring(0, end);
    }
}
