package dev.baton.conversation.policy;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a policy, by the JSON path of the field. */
final class Faults {

    private final List<Fault> found = new ArrayList<>();

    List<Fault> found() {
        return List.copyOf(found);
    }

    boolean none() {
        return found.isEmpty();
    }

    void add(String field, String rule) {
        found.add(new Fault(field, rule));
    }

    void required(String field, Object value) {
        if (value == null) {
            add(field, "required");
        }
    }

    /** A number of seconds, or null for off. */
    void seconds(String field, Long seconds, long least) {
        if (seconds != null && (seconds < least || seconds > Policy.MAX_SECONDS)) {
            add(field, "between " + least + " and " + Policy.MAX_SECONDS);
        }
    }

    /** A count, or null for off. */
    void count(String field, Integer count, int least, int most) {
        if (count != null && (count < least || count > most)) {
            add(field, "between " + least + " and " + most);
        }
    }

    void after(String field, Long earlier, Long later) {
        if (earlier != null && later != null && later <= earlier) {
            add(field, "later than " + earlier + " seconds");
        }
    }
}
