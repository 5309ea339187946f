package dev.baton.staffing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.conversation.policy.Policy;
import dev.baton.conversation.policy.SilencePolicy;
import dev.baton.platform.Fields;
import dev.baton.platform.Json;
import dev.baton.platform.Refused;
import java.util.List;
import java.util.Map;

/** Reads a policy that an admin wrote: what it leaves out is the default, what it calls null is off. Pure. */
final class PolicyReader {

    private static final int LONGEST_TEXT = 500;

    private PolicyReader() {}

    static Policy read(JsonNode written) {
        if (!written.isObject()) {
            throw new Refused(400, "wrong_type");
        }
        ObjectNode whole = Json.MAPPER.valueToTree(Policy.DEFAULT);
        merge("", whole, written);
        Policy policy = Json.read(text(whole), Policy.class);
        List<SilencePolicy.Reminder> reminders = policy.silence().reminders();
        for (int i = 0; i < reminders.size(); i++) {
            demandTexts("silence.reminders[" + i + "]", reminders.get(i));
        }
        return policy;
    }

    private static void merge(String path, ObjectNode whole, JsonNode written) {
        written.properties().forEach(field -> {
            JsonNode before = whole.get(field.getKey());
            JsonNode now = field.getValue();
            String name = path + field.getKey();
            if (before instanceof ObjectNode part && now.isObject()) {
                merge(name + ".", part, now);
            } else if (now.isNull() && before != null && !before.isNumber() && !before.isNull()) {
                throw Refused.invalid(name, "required");
            } else {
                whole.set(field.getKey(), now);
            }
        });
    }

    private static void demandTexts(String field, SilencePolicy.Reminder reminder) {
        Map<String, String> texts = Fields.required(field, reminder).texts();
        Fields.byLanguage(field + ".texts", texts, LONGEST_TEXT);
    }

    private static String text(JsonNode node) {
        try {
            return Json.MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }
}
