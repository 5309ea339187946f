package dev.baton.conversation.feed;

import dev.baton.conversation.log.Words;
import dev.baton.platform.Refused;
import dev.baton.platform.Settings;
import dev.baton.platform.Text;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/**
 * What may be written, over HTTP and over the socket alike. Words are stored as they were written, byte for byte; what no
 * screen can show is refused, never mended in silence. Marks of writing direction stay: screens isolate each message.
 */
@Singleton
public final class MessageRules {

    /** Files that one message may carry. */
    public static final int MAX_ATTACHMENTS = 10;

    private static final int ZERO_WIDTH_SPACE = 0x200B;
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private final int maxCharacters;

    MessageRules(Settings settings) {
        maxCharacters = settings.get(Settings.MESSAGE_CHARACTERS);
    }

    /** In Unicode characters. */
    public int maxCharacters() {
        return maxCharacters;
    }

    /**
     * Words for the other side.
     *
     * @param body null and empty only with attachments
     */
    public Words words(UUID clientId, String body, List<UUID> attachments) {
        List<UUID> files = attachments == null ? List.of() : attachments;
        if (files.size() > MAX_ATTACHMENTS) {
            throw Refused.invalid("attachments", "too_many");
        }
        if (files.stream().distinct().count() != files.size()) {
            throw Refused.invalid("attachments", "repeated");
        }
        String words = body == null ? "" : body;
        if (files.isEmpty() || !isEmpty(words)) {
            text("body", words, maxCharacters);
        } else {
            words = "";
        }
        return new Words(needed(clientId), words, files);
    }

    /** A text that has to say something. */
    public String text(String field, String text) {
        return text(field, text, maxCharacters);
    }

    /** A text that may be left out. */
    public String optional(String field, String text) {
        return text == null || isEmpty(text) ? null : text(field, text, maxCharacters);
    }

    public UUID needed(UUID clientId) {
        if (clientId == null) {
            throw Refused.invalid("client_id", "required");
        }
        return clientId;
    }

    private static String text(String field, String text, int maxCharacters) {
        if (text == null || isEmpty(text)) {
            throw Refused.invalid(field, "required");
        }
        Text.wellFormed(text);
        if (text.codePointCount(0, text.length()) > maxCharacters) {
            throw Refused.invalid(field, "too_long");
        }
        if (text.chars().anyMatch(MessageRules::isForbidden)) {
            throw Refused.malformedText();
        }
        return text;
    }

    /** Control characters other than line ends and tabs. */
    private static boolean isForbidden(int character) {
        return Character.isISOControl(character) && character != '\n' && character != '\r' && character != '\t';
    }

    /** Nothing that anybody could see. */
    private static boolean isEmpty(String text) {
        return text.codePoints().allMatch(MessageRules::isBlank);
    }

    private static boolean isBlank(int character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || character == ZERO_WIDTH_SPACE
                || character == BYTE_ORDER_MARK;
    }
}
