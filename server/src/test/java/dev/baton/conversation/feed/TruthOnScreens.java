package dev.baton.conversation.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.Screen;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Old snapshot plus events is the fresh snapshot. */
final class TruthOnScreens {

    private TruthOnScreens() {}

    /**
     * Waits until a screen shows what a reload would show: events may be on their way.
     *
     * @param reload reads a snapshot; again each time, since the router may give it to somebody meanwhile
     */
    static void shows(Screen screen, String conversation, Supplier<JsonNode> reload) {
        screen.until("the truth", () -> {
            JsonNode fresh = reload.get();
            Screen.Thread thread = screen.thread(conversation);
            return without(thread.view()).equals(without(fresh.get("view")))
                    && list(thread.entries()).equals(list(fresh.get("entries")));
        });
    }

    /** The place in line is compared by its own test: it is counted once a second. */
    private static JsonNode without(JsonNode view) {
        ObjectNode copy = view.deepCopy();
        copy.remove("position");
        return copy;
    }

    private static List<JsonNode> list(Iterable<JsonNode> entries) {
        List<JsonNode> list = new ArrayList<>();
        entries.forEach(list::add);
        return list;
    }
}
