package dev.baton.conversation;

import java.util.List;

/** The answer to a command: what happened, in order, or why nothing did. */
public sealed interface Decision {

    /** At least one happening; folding them in order gives the new conversation. */
    record Accepted(List<Happening> happenings) implements Decision {}

    record Refused(Refusal refusal) implements Decision {}

    static Decision accept(Actor by, Event... events) {
        return new Accepted(java.util.Arrays.stream(events)
                .map(event -> new Happening(by, event))
                .toList());
    }

    static Decision accept(Happening... happenings) {
        return new Accepted(List.of(happenings));
    }

    static Decision refuse(Refusal refusal) {
        return new Refused(refusal);
    }

    /** An event and who did it. */
    record Happening(Actor by, Event event) {}
}
