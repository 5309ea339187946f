package dev.baton.conversation.view;

import dev.baton.files.Attachment;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One line of a conversation's log.
 *
 * @param seq for staff only
 * @param publicSeq absent on lines that customers never see
 * @param data what the kind adds; absent when it adds nothing
 * @param clientId the id that the author's client gave it
 */
@Schema(requiredProperties = {"at", "kind", "by"})
public record EntryView(
        Long seq,
        Long publicSeq,
        Instant at,
        String kind,
        Author by,
        String body,
        List<Attachment> attachments,
        Map<String, Object> data,
        UUID clientId) {

    /** @param kind {@code customer}, {@code agent} or {@code system} */
    @Schema(requiredProperties = {"kind"})
    public record Author(String kind, UUID id, String name) {}
}
