package dev.baton.conversation.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What happens to a customer who owes an answer and is quiet: the mark, reminders, the end by the system. */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record SilencePolicy(
        Long silentAfterSeconds, List<Reminder> reminders, Long systemEndAfterSeconds, boolean keepsSlot) {

    /** At most this many reminders, so that a conversation's log stays readable. */
    public static final int MAX_REMINDERS = 10;

    static final SilencePolicy DEFAULT = new SilencePolicy(
            300L,
            List.of(
                    new Reminder(
                            600,
                            Map.of(
                                    "zh", "您好，请问还在吗？看到后直接回复即可，我们会继续为您处理。",
                                    "en", "Are you still there? Just reply here and we will carry on.")),
                    new Reminder(
                            3600,
                            Map.of(
                                    "zh",
                                    "还没有收到您的回复。会话会为您保留，您随时可以继续。",
                                    "en",
                                    "We have not heard from you. Your conversation is kept; reply whenever"
                                            + " you like."))),
            86_400L,
            false);

    /**
     * @param texts by language; the default language of the site when one is missing
     */
    public record Reminder(long afterSeconds, Map<String, String> texts) {
        public Reminder {
            texts = texts == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(texts));
        }
    }

    public SilencePolicy {
        reminders = Holes.kept(reminders);
    }

    void faults(Faults faults) {
        faults.seconds("silence.silent_after_seconds", silentAfterSeconds, 1);
        faults.seconds("silence.system_end_after_seconds", systemEndAfterSeconds, 1);
        if (reminders.size() > MAX_REMINDERS) {
            faults.add("silence.reminders", "at most " + MAX_REMINDERS);
        }
        if (silentAfterSeconds == null && (!reminders.isEmpty() || systemEndAfterSeconds != null)) {
            faults.add("silence.silent_after_seconds", "needed by reminders and system end");
        }
        Long previous = silentAfterSeconds;
        for (int i = 0; i < reminders.size(); i++) {
            var field = "silence.reminders[" + i + "]";
            var reminder = reminders.get(i);
            if (reminder == null) {
                faults.add(field, "required");
                continue;
            }
            faults.seconds(field + ".after_seconds", reminder.afterSeconds, 1);
            faults.after(field + ".after_seconds", previous, reminder.afterSeconds);
            if (reminder.texts.values().stream().allMatch(text -> text == null || text.isBlank())) {
                faults.add(field + ".texts", "in one language at least");
            }
            previous = reminder.afterSeconds;
        }
        faults.after("silence.system_end_after_seconds", previous, systemEndAfterSeconds);
    }
}
