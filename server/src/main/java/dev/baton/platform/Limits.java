package dev.baton.platform;

/**
 * What clients must not exceed; they are told, so that people learn it before they send.
 *
 * @param messageCharacters characters of one message
 * @param fileBytes bytes of one file
 */
public record Limits(int messageCharacters, int fileBytes) {

    public static Limits of(Settings settings) {
        return new Limits(settings.get(Settings.MESSAGE_CHARACTERS), settings.get(Settings.FILE_BYTES));
    }
}
