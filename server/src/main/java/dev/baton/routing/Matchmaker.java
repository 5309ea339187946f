package dev.baton.routing;

import dev.baton.conversation.Availability;
import dev.baton.conversation.ConversationId;
import dev.baton.conversation.Why;
import dev.baton.conversation.Why.Chosen;
import dev.baton.conversation.Why.Considered;
import dev.baton.conversation.Why.Rule;
import dev.baton.conversation.Why.Verdict;
import dev.baton.conversation.policy.Policy;
import dev.baton.identity.AgentId;
import dev.baton.identity.GroupId;
import dev.baton.routing.Candidate.Seat;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Waiting lines and agents in, matches out, each with the facts that decided. Pure, and the same answer for the same
 * question. Whoever is further in front is served first, over all lines at once; nobody waits for an agent who may not
 * have them, and no agent is left free whom somebody in line could have.
 */
final class Matchmaker {

    record Match(ConversationId conversation, AgentId agent, Why why) {}

    private static final Comparator<Instant> NEVER_FIRST = Comparator.nullsFirst(Comparator.naturalOrder());

    private static final Comparator<Candidate> LEAST_LOADED = Comparator.comparingDouble(Candidate::share)
            .thenComparing(Candidate::idleSince, NEVER_FIRST)
            .thenComparing(Candidate::id);
    private static final Comparator<Candidate> LONGEST_IDLE = Comparator.comparing(Candidate::idleSince, NEVER_FIRST)
            .thenComparingDouble(Candidate::share)
            .thenComparing(Candidate::id);
    private static final Comparator<Candidate> ROUND_ROBIN =
            Comparator.comparing(Candidate::lastAssignedAt, NEVER_FIRST).thenComparing(Candidate::id);

    private final Map<GroupId, Policy> policies;
    private final Instant now;
    private final Map<AgentId, Candidate> agents = new HashMap<>();
    private final Map<GroupId, Set<AgentId>> members = new HashMap<>();

    private Matchmaker(Collection<Candidate> candidates, Map<GroupId, Policy> policies, Instant now) {
        this.policies = policies;
        this.now = now;
        for (var candidate : candidates) {
            agents.put(candidate.id(), candidate);
            candidate
                    .seats()
                    .keySet()
                    .forEach(group -> members.computeIfAbsent(group, none -> new TreeSet<>())
                            .add(candidate.id()));
        }
    }

    /**
     * @param lines everybody who waits, in any order
     * @param candidates whoever serves these lines
     * @param policies the newest of each line's group
     */
    static List<Match> match(
            Collection<Waiting> lines, Collection<Candidate> candidates, Map<GroupId, Policy> policies, Instant now) {
        var desk = new Matchmaker(candidates, policies, now);
        var matches = new ArrayList<Match>();
        lines.stream()
                .sorted(Waiting.IN_LINE)
                .forEachOrdered(waiting -> desk.give(waiting).ifPresent(matches::add));
        return matches;
    }

    /** For each who waits: who is next for them now or, behind those in front, what speaks against each. */
    static Map<ConversationId, Why> explain(
            Collection<Waiting> lines, Collection<Candidate> candidates, Map<GroupId, Policy> policies, Instant now) {
        var desk = new Matchmaker(candidates, policies, now);
        var whys = new LinkedHashMap<ConversationId, Why>();
        lines.stream()
                .sorted(Waiting.IN_LINE)
                .forEachOrdered(waiting -> whys.put(
                        waiting.id(), desk.give(waiting).map(Match::why).orElseGet(() -> desk.why(waiting, null))));
        return whys;
    }

    private record Choice(Candidate agent, Rule rule) {}

    private Optional<Match> give(Waiting waiting) {
        return choose(waiting).map(choice -> {
            var agent = choice.agent;
            var why = why(waiting, choice);
            agents.put(agent.id(), agent.with(waiting.group(), waiting.slots(), now));
            return new Match(waiting.id(), agent.id(), why);
        });
    }

    private Optional<Choice> choose(Waiting waiting) {
        return preferred(waiting).or(() -> {
            var rule = rule(waiting);
            return serving(waiting)
                    .filter(Candidate::isFree)
                    .filter(agent -> objection(agent, waiting) == null)
                    .min(order(rule))
                    .map(agent -> new Choice(agent, rule));
        });
    }

    /** Rings do not hold back whom the customer knows. */
    private Optional<Choice> preferred(Waiting waiting) {
        var assignment = policies.get(waiting.group()).assignment();
        var account = assignment.accountAgentFirst() ? waiting.accountAgent() : null;
        var last = assignment.lastAgentFirst() ? waiting.lastAgent() : null;
        return known(waiting, account, Rule.ACCOUNT_AGENT).or(() -> known(waiting, last, Rule.LAST_AGENT));
    }

    private Optional<Choice> known(Waiting waiting, AgentId agent, Rule rule) {
        return Optional.ofNullable(agent)
                .map(agents::get)
                .filter(candidate -> serves(candidate, waiting))
                .filter(candidate -> {
                    var objection = objection(candidate, waiting);
                    return objection == null || objection.verdict() == Verdict.RING && hasRoom(candidate, waiting);
                })
                .map(candidate -> new Choice(candidate, rule));
    }

    private Stream<Candidate> serving(Waiting waiting) {
        if (waiting.backups().isEmpty()) {
            return members.getOrDefault(waiting.group(), Set.of()).stream().map(agents::get);
        }
        var serving = new LinkedHashSet<>(members.getOrDefault(waiting.group(), Set.of()));
        waiting.backups().forEach(group -> serving.addAll(members.getOrDefault(group, Set.of())));
        return serving.stream().map(agents::get);
    }

    private static boolean serves(Candidate agent, Waiting waiting) {
        return agent.seats().containsKey(waiting.group())
                || waiting.backups().stream().anyMatch(agent.seats()::containsKey);
    }

    // --- what speaks against somebody

    /** The first thing that does, or null. */
    private Considered objection(Candidate agent, Waiting waiting) {
        if (agent.offlineSince() != null) {
            var since = agent.offlineSince().equals(Candidate.EVER) ? null : agent.offlineSince();
            return new Considered(agent.id(), Verdict.OFFLINE, null, null, since, null);
        }
        if (agent.availability() != Availability.READY) {
            return new Considered(
                    agent.id(), Verdict.AWAY, null, null, agent.availabilitySince(), agent.availability());
        }
        var excluded = waiting.excluded().get(agent.id());
        if (excluded != null) {
            return new Considered(agent.id(), exclusion(excluded), null, null, null, null);
        }
        var stopsAt = stopsAt(agent, waiting);
        if (stopsAt != null && !now.isBefore(stopsAt)) {
            return new Considered(agent.id(), Verdict.STOPS_AT, null, null, stopsAt, null);
        }
        return room(agent, waiting);
    }

    private Considered room(Candidate agent, Waiting waiting) {
        var opens = ringOpens(agent, waiting);
        if (opens.isAfter(now)) {
            return new Considered(agent.id(), Verdict.RING, null, null, opens, null);
        }
        if (agent.load() + waiting.slots() > agent.capacity()) {
            return new Considered(agent.id(), Verdict.FULL, agent.load(), agent.capacity(), null, null);
        }
        var seat = agent.seats().get(waiting.group());
        if (isAtCeiling(seat, waiting)) {
            return new Considered(agent.id(), Verdict.CEILING, seat.load(), seat.ceiling(), null, null);
        }
        return null;
    }

    private static boolean hasRoom(Candidate agent, Waiting waiting) {
        return agent.load() + waiting.slots() <= agent.capacity()
                && !isAtCeiling(agent.seats().get(waiting.group()), waiting);
    }

    private static boolean isAtCeiling(Seat seat, Waiting waiting) {
        return seat != null && seat.ceiling() != null && seat.load() + waiting.slots() > seat.ceiling();
    }

    /** The group's own rings; who helps out from another group is in none. */
    private Instant ringOpens(Candidate agent, Waiting waiting) {
        var seat = agent.seats().get(waiting.group());
        var assignment = policies.get(waiting.group()).assignment();
        var after = seat == null ? Duration.ZERO : assignment.opensAfter(seat.proficiency());
        // Open from the start is open, even to one whose start lies ahead of a clock that was set back.
        return after.isZero() ? Instant.MIN : waiting.queuedSince().plus(after);
    }

    private Instant stopsAt(Candidate agent, Waiting waiting) {
        return agent.shiftEndsAt() == null
                ? null
                : agent.shiftEndsAt()
                        .minusSeconds(policies.get(waiting.group()).shiftEnd().stopNewWorkSeconds());
    }

    private static Verdict exclusion(String why) {
        return switch (why) {
            case "declined" -> Verdict.DECLINED;
            case "missed" -> Verdict.MISSED;
            case "handed_back" -> Verdict.HANDED_BACK;
            default -> Verdict.EXCLUDED;
        };
    }

    // --- who comes first, and what is told of it

    private Rule rule(Waiting waiting) {
        return switch (policies.get(waiting.group()).assignment().choice()) {
            case LEAST_LOADED -> Rule.LEAST_LOADED;
            case LONGEST_IDLE -> Rule.LONGEST_IDLE;
            case ROUND_ROBIN -> Rule.ROUND_ROBIN;
        };
    }

    private static Comparator<Candidate> order(Rule rule) {
        return switch (rule) {
            case LEAST_LOADED, ACCOUNT_AGENT, LAST_AGENT -> LEAST_LOADED;
            case LONGEST_IDLE -> LONGEST_IDLE;
            case ROUND_ROBIN -> ROUND_ROBIN;
        };
    }

    private Why why(Waiting waiting, Choice choice) {
        var chosen = choice == null ? null : choice.agent;
        var others = serving(waiting)
                .filter(agent -> chosen == null || !agent.id().equals(chosen.id()))
                .map(agent -> Objects.requireNonNullElseGet(objection(agent, waiting), () -> lessSuitable(agent)))
                .sorted(Comparator.comparing(Considered::verdict).thenComparing(Considered::agent))
                .toList();
        return new Why(
                chosen == null
                        ? null
                        : new Chosen(chosen.id(), choice.rule, chosen.load(), chosen.capacity(), chosen.idleSince()),
                others.subList(0, Math.min(others.size(), Why.MOST)),
                Math.max(0, others.size() - Why.MOST));
    }

    private static Considered lessSuitable(Candidate agent) {
        return new Considered(
                agent.id(), Verdict.LESS_SUITABLE, agent.load(), agent.capacity(), agent.idleSince(), null);
    }
}
