package dev.baton.conversation.feed;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.baton.conversation.Availability;
import dev.baton.conversation.ConversationId;
import dev.baton.conversation.view.CursorsView;
import dev.baton.conversation.view.EntryView.Author;
import dev.baton.conversation.view.Pages.AckView;
import dev.baton.conversation.view.StaffView;
import dev.baton.identity.AgentId;
import dev.baton.live.Frame;
import dev.baton.platform.Json;
import dev.baton.platform.Problem;
import dev.baton.platform.Refused;
import dev.baton.staffing.AgentProfile;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** The frames about conversations. Parts that several frames share come in rendered. */
final class FeedFrames {

    /** No entries; also what an update has when only the view changed. */
    static final String NONE = "[]";

    private FeedFrames() {}

    static Frame update(ConversationId id, String entries, String view) {
        return Frame.of("{\"type\":\"update\",\"conversation\":\"" + id + "\",\"entries\":" + entries
                + (view == null ? "}" : ",\"view\":" + view + "}"));
    }

    static Frame caughtUp(ConversationId id, long head, String view) {
        return Frame.of(
                "{\"type\":\"caught_up\",\"conversation\":\"" + id + "\",\"head\":" + head + ",\"view\":" + view + "}");
    }

    static Frame reset(ConversationId id, String snapshot) {
        return Frame.of("{\"type\":\"reset\",\"conversation\":\"" + id + "\",\"snapshot\":" + snapshot + "}");
    }

    static Frame inbox(List<StaffView> items) {
        return Frame.of("{\"type\":\"inbox\",\"items\":" + Json.write(items) + "}");
    }

    static Frame inboxItem(String view) {
        return Frame.of("{\"type\":\"inbox_item\",\"view\":" + view + "}");
    }

    static Frame inboxGone(ConversationId id) {
        return Frame.of("{\"type\":\"inbox_gone\",\"conversation\":\"" + id + "\"}");
    }

    static Frame position(ConversationId id, int position) {
        return Frame.of("{\"type\":\"position\",\"conversation\":\"" + id + "\",\"position\":" + position + "}");
    }

    static Frame catalogueChanged() {
        return Frame.of("{\"type\":\"catalogue_changed\"}");
    }

    private record Cursor(
            String type,
            ConversationId conversation,
            CursorsView.Place customer,
            CursorsView.Place staff,
            boolean unread) {}

    static Frame cursors(ConversationId id, CursorsView cursors, boolean unread) {
        return Frame.of(Json.write(new Cursor("cursors", id, cursors.customer(), cursors.staff(), unread)));
    }

    private record Typing(String type, ConversationId conversation, Author by, boolean active, String text) {}

    static Frame typing(ConversationId id, Author by, boolean active, String text) {
        return Frame.of(Json.write(new Typing("typing", id, by, active, text)));
    }

    static Frame ack(AckView ack) {
        String json = Json.write(ack);
        return Frame.of("{\"type\":\"ack\"," + json.substring(1));
    }

    static Frame refused(String clientId, ConversationId id, String frame, Refused refused, String language) {
        Problem problem = Problem.of(refused, Locale.of(language));
        String json = Json.write(new RefusedFrame("refused", clientId, id, frame, problem));
        return Frame.of(json);
    }

    private record RefusedFrame(
            String type,
            String clientId,
            ConversationId conversation,
            @JsonProperty("for") String about,
            Problem problem) {}

    private record Team(
            String type,
            AgentId agent,
            Availability availability,
            int load,
            int capacity,
            boolean connected,
            int missedOffers,
            Instant shiftEndsAt,
            Instant availabilitySince,
            String availabilityReason) {}

    static Frame team(AgentProfile agent) {
        return Frame.of(Json.write(new Team(
                "team",
                agent.id(),
                agent.availability(),
                agent.load(),
                agent.capacity(),
                agent.connected(),
                agent.missedOffers(),
                agent.shiftEndsAt(),
                agent.availabilitySince(),
                agent.availabilityReason())));
    }
}
