package dev.baton.conversation.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.baton.conversation.Event;
import dev.baton.platform.Json;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Events as the log stores them: a kind, the words in a column of their own, the rest as JSON. */
public final class EventCodec {

    private static final ObjectMapper JSON = Json.MAPPER.copy().disable(SerializationFeature.FAIL_ON_EMPTY_BEANS);

    private static final Map<String, Class<? extends Event>> TYPES = Stream.of(
                    kind("message", Event.Said.class),
                    kind("note", Event.Noted.class),
                    kind("started", Event.Started.class),
                    kind("assigned", Event.Assigned.class),
                    kind("offered", Event.Offered.class),
                    kind("offer_ended", Event.OfferEnded.class),
                    kind("category_changed", Event.CategoryChanged.class),
                    kind("overflowed", Event.Overflowed.class),
                    kind("queue_alarmed", Event.QueueAlarmed.class),
                    kind("parked", Event.Parked.class),
                    kind("unparked", Event.Unparked.class),
                    kind("priority_changed", Event.PriorityChanged.class),
                    kind("transfer_offered", Event.TransferOffered.class),
                    kind("transferred", Event.Transferred.class),
                    kind("requeued", Event.Requeued.class),
                    kind("unattended", Event.Unattended.class),
                    kind("nudged", Event.Nudged.class),
                    kind("reply_alarmed", Event.ReplyAlarmed.class),
                    kind("silenced", Event.Silenced.class),
                    kind("reminded", Event.Reminded.class),
                    kind("asked_to_end", Event.AskedToEnd.class),
                    kind("withdrawn", Event.Withdrawn.class),
                    kind("unresolved", Event.Unresolved.class),
                    kind("ended", Event.Ended.class),
                    kind("reopened", Event.Reopened.class),
                    kind("rated", Event.Rated.class))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private static final Map<Class<?>, String> KINDS =
            TYPES.entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));

    private EventCodec() {}

    private static Map.Entry<String, Class<? extends Event>> kind(String kind, Class<? extends Event> type) {
        return Map.entry(kind, type);
    }

    /** The wire name of an entry's kind, e.g. {@code message}. */
    public static String kind(Event event) {
        return KINDS.get(event.getClass());
    }

    static String body(Event event) {
        return event instanceof Event.Worded words ? words.body() : null;
    }

    static List<UUID> attachments(Event event) {
        return event instanceof Event.Worded words ? words.attachments() : List.of();
    }

    /** The JSON of everything but the words; null when there is nothing else. */
    static String data(Event event) {
        if (event instanceof Event.Worded) {
            return null;
        }
        return write(event);
    }

    static Event read(String kind, String body, List<UUID> attachments, String data) {
        return switch (kind) {
            case "message" -> new Event.Said(body, attachments);
            case "note" -> new Event.Noted(body);
            default -> read(data, TYPES.get(kind));
        };
    }

    private static String write(Event event) {
        try {
            return JSON.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write " + event, e);
        }
    }

    private static Event read(String data, Class<? extends Event> type) {
        try {
            return JSON.readValue(data, type);
        } catch (JsonProcessingException e) {
            // Our own row: a damaged database or a bug, never somebody's input.
            throw new IllegalStateException("not an entry of the log: " + data, e);
        }
    }
}
