package dev.baton.conversation.table;

import dev.baton.conversation.Clock;
import dev.baton.conversation.Command;
import dev.baton.conversation.Conversation;
import dev.baton.conversation.Deadline;
import dev.baton.conversation.Decision;
import dev.baton.conversation.Entry;
import dev.baton.conversation.Event;
import dev.baton.conversation.Lifecycle;
import dev.baton.conversation.Refusal;
import dev.baton.conversation.Situation;
import dev.baton.conversation.State;
import dev.baton.conversation.policy.Policy;
import dev.baton.conversation.policy.SilencePolicy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Every state, every command and what follows, as the code answers it: rows for a printed table and for a chart.
 *
 * @param states in the order of a conversation's life
 * @param rows the start first, then state by state
 * @param clocks in the order of {@link Clock}
 */
public record LifecycleTable(List<StateRow> states, List<Row> rows, List<ClockRow> clocks) {

    /** Who gives a command. */
    public enum Party {
        CUSTOMER,
        AGENT,
        COLLEAGUE,
        SUPERVISOR,
        BATON,
        CLOCK
    }

    /** A sign on a conversation that is not a state of its own. */
    public enum Mark {
        NONE,
        OFFERED,
        PARKED,
        SILENT,
        UNATTENDED,
        /** Asked to end although words of the customer wait for an answer; only ever where a row begins. */
        UNANSWERED
    }

    /** What the answer depends on, besides the state; a row for a special condition stands only where it matters. */
    public enum When {
        NORMALLY,
        AGENT_CANNOT_TAKE_IT,
        NO_CONFIRMATION_ASKED,
        TIMEOUT_PARKS,
        AFTER_SAME_AGENT_TIME,
        AFTER_REOPEN_WINDOW,
        ANOTHER_IS_OPEN
    }

    /**
     * @param owes who owes the next move; null when nobody does
     * @param clocks the clocks that run in it where the policy switches them on
     */
    public record StateRow(State state, Party owes, List<Clock> clocks) {}

    /**
     * One answer.
     *
     * @param from null for the start
     * @param command wire name; the clock's name when a clock gives it
     * @param to null when refused
     * @param refusal null when accepted
     * @param events kinds of the entries that the log gets
     * @param reason why it ended, when it did
     */
    public record Row(
            State from,
            Mark mark,
            String command,
            Party by,
            When when,
            State to,
            Mark toMark,
            Refusal refusal,
            List<String> events,
            String reason) {

        public boolean isAccepted() {
            return refusal == null;
        }

        public boolean changesState() {
            return isAccepted() && from != to;
        }
    }

    /**
     * @param states where it runs, or is looked at
     * @param defaults seconds; several for reminders, none for off
     */
    public record ClockRow(Clock clock, List<State> states, List<Long> defaults) {}

    /** Asks the code. Takes some milliseconds; the answer never changes while the process runs. */
    public static LifecycleTable ofTheCode() {
        return new LifecycleTable(askedStates(), askedRows(), askedClocks());
    }

    // --- states

    private static List<StateRow> askedStates() {
        return Arrays.stream(State.values())
                .map(state -> new StateRow(state, owes(state), clocksIn(state)))
                .toList();
    }

    private static Party owes(State state) {
        return switch (state) {
            case QUEUED -> Party.BATON;
            case AWAITING_AGENT -> Party.AGENT;
            case AWAITING_CUSTOMER, AWAITING_CONFIRMATION -> Party.CUSTOMER;
            case ENDED, SYSTEM_ENDED -> null;
        };
    }

    private static List<Clock> clocksIn(State state) {
        return Probes.all().stream()
                .filter(probe -> probe.conversation().state() == state)
                .flatMap(probe -> Lifecycle.deadlines(probe.conversation(), Probes.EVERYTHING_ON).stream())
                .map(Deadline::clock)
                .distinct()
                .sorted()
                .toList();
    }

    // --- rows

    private static List<Row> askedRows() {
        var rows = new ArrayList<Row>();
        var first = Probes.started();
        rows.add(new Row(
                null,
                Mark.NONE,
                "start",
                Party.CUSTOMER,
                When.NORMALLY,
                first.conversation().state(),
                Mark.NONE,
                null,
                List.of("started", "message"),
                null));
        for (var probe : Probes.all()) {
            for (var ask : Probes.asks(probe.conversation())) {
                rows.addAll(rows(probe, ask));
            }
        }
        return List.copyOf(rows);
    }

    private static List<Row> rows(Probes.Probe probe, Probes.Ask ask) {
        var usual = row(probe, ask, When.NORMALLY);
        var special = Arrays.stream(When.values())
                .filter(when -> when != When.NORMALLY)
                .map(when -> row(probe, ask, when))
                .filter(row -> !sameAnswer(row, usual));
        return Stream.concat(Stream.of(usual), special).toList();
    }

    private static boolean sameAnswer(Row one, Row other) {
        return one.to == other.to
                && one.toMark == other.toMark
                && one.refusal == other.refusal
                && one.events.equals(other.events);
    }

    private static Row row(Probes.Probe probe, Probes.Ask ask, When when) {
        var before = probe.conversation();
        var situation = Probes.situation(probe, ask.command(), when);
        return switch (Lifecycle.decide(before, ask.command(), situation)) {
            case Decision.Refused(var refusal) ->
                new Row(before.state(), probe.mark(), ask.name(), ask.by(), when, null, null, refusal, List.of(), null);
            case Decision.Accepted(var happenings) -> {
                var after = folded(before, happenings, situation);
                var events = happenings.stream().map(h -> kind(h.event())).toList();
                yield new Row(
                        before.state(),
                        probe.mark(),
                        ask.name(),
                        ask.by(),
                        when,
                        after.state(),
                        mark(after),
                        null,
                        events,
                        after.endReason());
            }
        };
    }

    private static Conversation folded(Conversation before, List<Decision.Happening> happenings, Situation situation) {
        var after = before;
        for (var happening : happenings) {
            after = Lifecycle.evolve(after, Entry.next(after, situation.now(), happening, null));
        }
        return after;
    }

    static Mark mark(Conversation c) {
        if (c.unattended()) {
            return Mark.UNATTENDED;
        }
        if (c.silent()) {
            return Mark.SILENT;
        }
        if (c.parked()) {
            return Mark.PARKED;
        }
        return c.offeredTo() != null ? Mark.OFFERED : Mark.NONE;
    }

    /** The name of an entry's kind on the wire. */
    static String kind(Event event) {
        return switch (event) {
            case Event.Said said -> "message";
            case Event.Noted noted -> "note";
            case Event.Started e -> snake(e);
            case Event.Assigned e -> snake(e);
            case Event.Offered e -> snake(e);
            case Event.OfferEnded e -> snake(e);
            case Event.CategoryChanged e -> snake(e);
            case Event.Overflowed e -> snake(e);
            case Event.QueueAlarmed e -> snake(e);
            case Event.Parked e -> snake(e);
            case Event.Unparked e -> snake(e);
            case Event.PriorityChanged e -> snake(e);
            case Event.TransferOffered e -> snake(e);
            case Event.Transferred e -> snake(e);
            case Event.Requeued e -> snake(e);
            case Event.Unattended e -> snake(e);
            case Event.Nudged e -> snake(e);
            case Event.ReplyAlarmed e -> snake(e);
            case Event.Silenced e -> snake(e);
            case Event.Reminded e -> snake(e);
            case Event.AskedToEnd e -> snake(e);
            case Event.Withdrawn e -> snake(e);
            case Event.Unresolved e -> snake(e);
            case Event.Ended e -> snake(e);
            case Event.Reopened e -> snake(e);
            case Event.Rated e -> snake(e);
        };
    }

    private static String snake(Object record) {
        return snake(record.getClass().getSimpleName());
    }

    static String snake(String name) {
        return name.replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }

    static String name(Command command) {
        return command instanceof Command.Fire(var clock)
                ? clock.wire()
                : snake(command.getClass().getSimpleName());
    }

    // --- clocks

    private static List<ClockRow> askedClocks() {
        var states = askedStates();
        return Arrays.stream(Clock.values())
                .map(clock -> new ClockRow(clock, runsIn(clock, states), defaults(clock)))
                .toList();
    }

    private static List<State> runsIn(Clock clock, List<StateRow> states) {
        return switch (clock) {
            case CUSTOMER_GONE -> List.of(State.QUEUED);
            case REOPEN_WINDOW, RATING_WINDOW -> List.of(State.ENDED, State.SYSTEM_ENDED);
            case QUEUE_ALARM,
                    OVERFLOW,
                    QUEUE_TIMEOUT,
                    OFFER_TIMEOUT,
                    REPLY_NUDGE,
                    REPLY_ALARM,
                    REPLY_REASSIGN,
                    SILENT_AFTER,
                    REMINDER,
                    SYSTEM_END,
                    CONFIRMATION_TIMEOUT ->
                states.stream()
                        .filter(row -> row.clocks().contains(clock))
                        .map(StateRow::state)
                        .toList();
        };
    }

    private static List<Long> defaults(Clock clock) {
        var p = Policy.DEFAULT;
        return switch (clock) {
            case QUEUE_ALARM -> seconds(p.queue().alarmAfterSeconds());
            case OVERFLOW -> seconds(p.queue().overflowAfterSeconds());
            case QUEUE_TIMEOUT -> seconds(p.queue().timeoutAfterSeconds());
            case OFFER_TIMEOUT -> seconds(p.assignment().offerSeconds());
            case REPLY_NUDGE -> seconds(p.reply().nudgeAfterSeconds());
            case REPLY_ALARM -> seconds(p.reply().alarmAfterSeconds());
            case REPLY_REASSIGN -> seconds(p.reply().reassignAfterSeconds());
            case SILENT_AFTER -> seconds(p.silence().silentAfterSeconds());
            case REMINDER ->
                p.silence().reminders().stream()
                        .map(SilencePolicy.Reminder::afterSeconds)
                        .toList();
            case SYSTEM_END -> seconds(p.silence().systemEndAfterSeconds());
            case CONFIRMATION_TIMEOUT -> seconds(p.confirmation().timeoutSeconds());
            case CUSTOMER_GONE -> List.of();
            case REOPEN_WINDOW -> seconds(p.returning().sameConversationSeconds());
            case RATING_WINDOW -> seconds(p.rating().windowSeconds());
        };
    }

    private static List<Long> seconds(Long seconds) {
        return seconds == null ? List.of() : List.of(seconds);
    }
}
