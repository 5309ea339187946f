package dev.baton.conversation.view;

import dev.baton.conversation.log.Cursors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far each side has received and read, in {@code public_seq}. */
@Schema(requiredProperties = {"customer", "staff"})
public record CursorsView(Place customer, Place staff) {

    @Schema(
            name = "CursorPlace",
            requiredProperties = {"delivered", "read"})
    public record Place(long delivered, long read) {}

    public static CursorsView of(Cursors cursors) {
        return new CursorsView(
                new Place(cursors.customerDelivered(), cursors.customerRead()),
                new Place(cursors.staffDelivered(), cursors.staffRead()));
    }
}
