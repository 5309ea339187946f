package dev.baton.conversation;

import dev.baton.conversation.policy.Policy;
import dev.baton.identity.AgentId;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * One accepted command: what was, what was asked, what is.
 *
 * @param consulted the agents whose rows were locked for it
 * @param remembered what a reader of the log knew before, and knows after
 */
record Step(
        Policy policy,
        Conversation before,
        Memory remembered,
        Command command,
        Set<AgentId> consulted,
        Situation situation,
        List<Entry> entries,
        Conversation after,
        Memory remembers,
        List<Deadline> clocksBefore,
        List<Deadline> clocksAfter) {

    Instant now() {
        return situation.now();
    }

    <E extends Event> List<E> events(Class<E> type) {
        return entries.stream()
                .map(Entry::event)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    boolean has(Class<? extends Event> type) {
        return !events(type).isEmpty();
    }

    boolean fires(Clock clock) {
        return command.equals(new Command.Fire(clock));
    }

    boolean byCustomer() {
        return entries.stream().anyMatch(e -> e.by() instanceof Actor.Customer);
    }
}
