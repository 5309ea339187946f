package dev.baton.conversation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The service flow's table of transitions, written down once more by hand: the law that exploration holds
 * the code against. Lines are: from, what, by whom, to.
 */
final class FlowTable {

    private static final String LAW = """
            queued                | assign            | system agent supervisor  | awaiting_agent
            queued                | accept_offer      | agent                    | awaiting_agent
            queued                | offer             | system                   | queued
            queued                | decline_offer     | agent                    | queued
            queued                | lose_agent        | system                   | queued
            queued                | end_shift         | system                   | queued
            queued                | change_category   | customer supervisor      | queued
            queued                | park              | customer supervisor system | queued
            queued                | unpark            | supervisor system        | queued
            queued                | say               | customer                 | queued
            queued                | leave             | customer                 | ended
            queued                | customer_gone     | system                   | system_ended
            queued                | queue_alarm       | clock                    | queued
            queued                | overflow          | clock                    | queued
            queued                | offer_timeout     | clock                    | queued
            queued                | queue_timeout     | clock                    | system_ended queued
            awaiting_agent        | say               | customer                 | awaiting_agent
            awaiting_agent        | say               | agent                    | awaiting_customer
            awaiting_agent        | transfer_to_agent | agent supervisor         | awaiting_agent
            awaiting_agent        | accept_offer      | agent                    | awaiting_agent
            awaiting_agent        | decline_offer     | agent                    | awaiting_agent
            awaiting_agent        | withdraw_offer    | agent supervisor         | awaiting_agent
            awaiting_agent        | offer_timeout     | clock                    | awaiting_agent
            awaiting_agent        | transfer_to_group | agent supervisor         | queued
            awaiting_agent        | reassign          | supervisor               | queued
            awaiting_agent        | lose_agent        | system                   | queued awaiting_agent
            awaiting_agent        | end_shift         | system                   | queued awaiting_agent
            awaiting_agent        | ask_to_end        | agent                    | awaiting_confirmation ended
            awaiting_agent        | reply_nudge       | clock                    | awaiting_agent
            awaiting_agent        | reply_alarm       | clock                    | awaiting_agent
            awaiting_agent        | reply_reassign    | clock                    | queued
            awaiting_customer     | say               | customer                 | awaiting_agent queued
            awaiting_customer     | say               | agent                    | awaiting_customer
            awaiting_customer     | transfer_to_agent | agent supervisor         | awaiting_agent awaiting_customer
            awaiting_customer     | accept_offer      | agent                    | awaiting_agent
            awaiting_customer     | decline_offer     | agent                    | awaiting_customer
            awaiting_customer     | withdraw_offer    | agent supervisor         | awaiting_customer
            awaiting_customer     | offer_timeout     | clock                    | awaiting_customer awaiting_agent
            awaiting_customer     | transfer_to_group | agent supervisor         | queued
            awaiting_customer     | lose_agent        | system                   | awaiting_customer awaiting_agent
            awaiting_customer     | end_shift         | system                   | awaiting_customer awaiting_agent
            awaiting_customer     | ask_to_end        | agent                    | awaiting_confirmation ended
            awaiting_customer     | silent_after      | clock                    | awaiting_customer
            awaiting_customer     | reminder          | clock                    | awaiting_customer
            awaiting_customer     | system_end        | clock                    | system_ended
            awaiting_confirmation | say               | customer                 | awaiting_agent queued
            awaiting_confirmation | unresolve         | customer                 | awaiting_agent queued
            awaiting_confirmation | resolve           | customer                 | ended
            awaiting_confirmation | say               | agent                    | awaiting_confirmation
            awaiting_confirmation | withdraw          | agent                    | awaiting_agent awaiting_customer
            awaiting_confirmation | transfer_to_group | agent supervisor         | queued
            awaiting_confirmation | lose_agent        | system                   | awaiting_confirmation
            awaiting_confirmation | end_shift         | system                   | awaiting_confirmation
            awaiting_confirmation | confirmation_timeout | clock                 | system_ended
            open                  | end               | customer supervisor      | ended
            carried               | end               | agent                    | ended
            open                  | set_priority      | supervisor system        | same
            any                   | note              | agent supervisor         | same
            over                  | say               | customer                 | awaiting_agent queued
            over                  | rate              | customer                 | same
            """;

    private static final Set<String> ROWS = rows();
    private static final Map<Class<?>, String> NAMES = new ConcurrentHashMap<>();

    private FlowTable() {}

    static boolean allows(String row) {
        return ROWS.contains(row);
    }

    static Set<String> all() {
        return ROWS;
    }

    static String row(State from, Command command, State to) {
        return from.wire() + " | " + what(command) + " | " + by(command) + " | " + to.wire();
    }

    /** The command's name in lower snake; a clock's own name for a clock. */
    static String what(Command command) {
        return command instanceof Command.Fire(var clock)
                ? clock.wire()
                : NAMES.computeIfAbsent(
                        command.getClass(),
                        type -> type.getSimpleName()
                                .replaceAll("([a-z])([A-Z])", "$1_$2")
                                .toLowerCase(Locale.ROOT));
    }

    static String by(Command command) {
        return switch (command) {
            case Command.Say c -> role(c.by());
            case Command.Note c -> role(c.by());
            case Command.Assign c -> role(c.by());
            case Command.ChangeCategory c -> role(c.by());
            case Command.TransferToAgent c -> role(c.by());
            case Command.TransferToGroup c -> role(c.by());
            case Command.WithdrawOffer c -> role(c.by());
            case Command.Reassign c -> role(c.by());
            case Command.AskToEnd c -> role(c.by());
            case Command.Withdraw c -> role(c.by());
            case Command.Resolve c -> role(c.by());
            case Command.Unresolve c -> role(c.by());
            case Command.Leave c -> role(c.by());
            case Command.End c -> role(c.by());
            case Command.Park c -> role(c.by());
            case Command.Unpark c -> role(c.by());
            case Command.SetPriority c -> role(c.by());
            case Command.Rate c -> role(c.by());
            case Command.AcceptOffer c -> "agent";
            case Command.DeclineOffer c -> "agent";
            case Command.Offer c -> "system";
            case Command.LoseAgent c -> "system";
            case Command.EndShift c -> "system";
            case Command.CustomerGone c -> "system";
            case Command.Fire c -> "clock";
        };
    }

    private static String role(Actor by) {
        return switch (by) {
            case Actor.Customer customer -> "customer";
            case Actor.Agent agent -> agent.supervises() ? "supervisor" : "agent";
            case Actor.System system -> "system";
        };
    }

    private static Set<String> rows() {
        var rows = new TreeSet<String>();
        LAW.lines().forEach(line -> {
            var parts = Arrays.stream(line.split("\\|")).map(String::strip).toList();
            for (var from : State.values()) {
                if (!covers(parts.get(0), from)) {
                    continue;
                }
                for (var by : parts.get(2).split(" ")) {
                    for (var to : parts.get(3).split(" ")) {
                        var state = to.equals("same") ? from.wire() : to;
                        rows.add(from.wire() + " | " + parts.get(1) + " | " + by + " | " + state);
                    }
                }
            }
        });
        return rows;
    }

    private static boolean covers(String set, State state) {
        return switch (set) {
            case "any" -> true;
            case "open" -> state.isOpen();
            case "carried" -> state.isOpen() && state != State.QUEUED;
            case "over" -> !state.isOpen();
            default -> set.equals(state.wire());
        };
    }
}
