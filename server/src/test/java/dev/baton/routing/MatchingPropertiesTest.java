package dev.baton.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.conversation.Availability;
import dev.baton.conversation.ConversationId;
import dev.baton.conversation.Why.Rule;
import dev.baton.conversation.policy.AssignmentPolicy;
import dev.baton.conversation.policy.AssignmentPolicy.Choice;
import dev.baton.conversation.policy.AssignmentPolicy.Ring;
import dev.baton.conversation.policy.Policy;
import dev.baton.identity.AgentId;
import dev.baton.identity.GroupId;
import dev.baton.routing.Candidate.Seat;
import dev.baton.routing.Matchmaker.Match;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What must hold of every matching, whatever the floor looks like; looked at from outside, with rules written a second time. */
class MatchingPropertiesTest {

    private static final Instant NOW = MatchmakerTest.NOW;
    private static final int GROUPS = 4;

    /** A floor by chance: lines, agents, rules. */
    record Floor(List<Waiting> lines, List<Candidate> agents, Map<GroupId, Policy> policies) {

        List<Match> match() {
            return Matchmaker.match(lines, agents, policies, NOW);
        }

        Waiting waiting(ConversationId id) {
            return lines.stream().filter(w -> w.id().equals(id)).findFirst().orElseThrow();
        }

        Candidate agent(AgentId id) {
            return agents.stream().filter(a -> a.id().equals(id)).findFirst().orElseThrow();
        }
    }

    @Property(tries = 2000)
    void q1_nobody_is_overtaken_in_a_line_by_anybody_whose_agent_they_could_have_had(@ForAll long seed) {
        var floor = floor(seed);
        var used = new Loads(floor);
        var given = floor.match();
        for (var match : given) {
            var served = floor.waiting(match.conversation());
            var agent = floor.agent(match.agent());
            floor.lines.stream()
                    .filter(w -> w.group().equals(served.group()) && Waiting.IN_LINE.compare(w, served) < 0)
                    .filter(w -> given.stream().noneMatch(m -> m.conversation().equals(w.id())))
                    .forEach(w -> assertThat(used.couldTake(agent, w)).isFalse());
            used.add(served, agent);
        }
    }

    @Property(tries = 2000)
    void q2_matches_are_made_in_the_order_of_the_place_over_all_lines(@ForAll long seed) {
        var floor = floor(seed);
        assertThat(floor.match().stream().map(m -> floor.waiting(m.conversation())))
                .isSortedAccordingTo(Waiting.IN_LINE);
    }

    @Property(tries = 2000)
    void q3_nobody_is_left_waiting_for_whom_there_is_an_eligible_agent_with_room(@ForAll long seed) {
        var floor = floor(seed);
        var used = new Loads(floor);
        var given = floor.match();
        given.forEach(m -> used.add(floor.waiting(m.conversation()), floor.agent(m.agent())));
        var served = given.stream().map(Match::conversation).collect(Collectors.toSet());
        floor.lines.stream()
                .filter(w -> !served.contains(w.id()))
                .forEach(w -> assertThat(floor.agents).noneMatch(a -> used.couldTake(a, w)));
    }

    @Property(tries = 2000)
    void a2_a3_nobody_gets_more_than_capacity_and_ceiling_or_what_they_may_not_have(@ForAll long seed) {
        var floor = floor(seed);
        var used = new Loads(floor);
        for (var match : floor.match()) {
            var waiting = floor.waiting(match.conversation());
            var agent = floor.agent(match.agent());
            boolean known = match.why().chosen().rule() == Rule.ACCOUNT_AGENT
                    || match.why().chosen().rule() == Rule.LAST_AGENT;
            assertThat(used.hasRoom(agent, waiting)).isTrue();
            assertThat(mayServe(agent, waiting, floor)).isTrue();
            assertThat(known || ringIsOpen(agent, waiting, floor)).isTrue();
            used.add(waiting, agent);
        }
    }

    @Property(tries = 500)
    void the_same_floor_gets_the_same_answer_in_whatever_order_it_is_told(@ForAll long seed) {
        var floor = floor(seed);
        var lines = new ArrayList<>(floor.lines);
        var agents = new ArrayList<>(floor.agents);
        Collections.shuffle(lines, new Random(seed));
        Collections.shuffle(agents, new Random(seed + 1));
        assertThat(new Floor(lines, agents, floor.policies).match()).isEqualTo(floor.match());
    }

    @Property(tries = 500)
    void who_waits_after_all_is_told_why_of_everybody_who_serves_them(@ForAll long seed) {
        var floor = floor(seed);
        var whys = Matchmaker.explain(floor.lines, floor.agents, floor.policies, NOW);
        for (var waiting : floor.lines) {
            var why = whys.get(waiting.id());
            long serving =
                    floor.agents.stream().filter(a -> isMember(a, waiting)).count();
            assertThat(why.considered().size() + why.others() + (why.chosen() == null ? 0 : 1))
                    .isEqualTo((int) serving);
        }
    }

    // --- the rules, a second time

    private static boolean isMember(Candidate agent, Waiting waiting) {
        return Stream.concat(Stream.of(waiting.group()), waiting.backups().stream())
                .anyMatch(agent.seats()::containsKey);
    }

    private static boolean mayServe(Candidate agent, Waiting waiting, Floor floor) {
        var stop = floor.policies.get(waiting.group()).shiftEnd().stopNewWorkSeconds();
        return isMember(agent, waiting)
                && agent.offlineSince() == null
                && agent.availability() == Availability.READY
                && !waiting.excluded().containsKey(agent.id())
                && (agent.shiftEndsAt() == null || NOW.plusSeconds(stop).isBefore(agent.shiftEndsAt()));
    }

    private static boolean ringIsOpen(Candidate agent, Waiting waiting, Floor floor) {
        var rings = floor.policies.get(waiting.group()).assignment().rings();
        var seat = agent.seats().get(waiting.group());
        return rings.isEmpty()
                || seat == null
                || rings.stream()
                        .anyMatch(ring -> !waiting.queuedSince()
                                        .plusSeconds(ring.afterSeconds())
                                        .isAfter(NOW)
                                && seat.proficiency() >= ring.leastProficiency());
    }

    /** What everybody has, as matches are added one by one. */
    private static final class Loads {
        private final Floor floor;
        private final Map<AgentId, Integer> loads = new HashMap<>();
        private final Map<AgentId, Map<GroupId, Integer>> inGroup = new HashMap<>();

        Loads(Floor floor) {
            this.floor = floor;
            floor.agents.forEach(agent -> {
                loads.put(agent.id(), agent.load());
                var seats = new HashMap<GroupId, Integer>();
                agent.seats().forEach((group, seat) -> seats.put(group, seat.load()));
                inGroup.put(agent.id(), seats);
            });
        }

        void add(Waiting waiting, Candidate agent) {
            loads.merge(agent.id(), waiting.slots(), Integer::sum);
            inGroup.get(agent.id()).merge(waiting.group(), waiting.slots(), Integer::sum);
        }

        boolean hasRoom(Candidate agent, Waiting waiting) {
            var seat = agent.seats().get(waiting.group());
            return loads.get(agent.id()) + waiting.slots() <= agent.capacity()
                    && (seat == null
                            || seat.ceiling() == null
                            || inGroup.get(agent.id()).get(waiting.group()) + waiting.slots() <= seat.ceiling());
        }

        boolean couldTake(Candidate agent, Waiting waiting) {
            return hasRoom(agent, waiting) && mayServe(agent, waiting, floor) && ringIsOpen(agent, waiting, floor);
        }
    }

    // --- floors by chance

    private static Floor floor(long seed) {
        var chance = new Random(seed);
        var policies = new HashMap<GroupId, Policy>();
        for (int g = 0; g < GROUPS; g++) {
            policies.put(group(g), MatchmakerTest.with(rules(chance)));
        }
        var agents = IntStream.range(0, chance.nextInt(8))
                .mapToObj(i -> candidate(i, chance))
                .toList();
        var lines = IntStream.range(0, chance.nextInt(25))
                .mapToObj(i -> waiting(i, chance))
                .toList();
        return new Floor(lines, agents, policies);
    }

    private static AssignmentPolicy rules(Random chance) {
        var rings = chance.nextBoolean() ? List.<Ring>of() : List.of(new Ring(0, 4), new Ring(30, 2), new Ring(60, 1));
        return new AssignmentPolicy(
                AssignmentPolicy.Mode.AUTOMATIC,
                20,
                3,
                Choice.values()[chance.nextInt(Choice.values().length)],
                chance.nextBoolean(),
                chance.nextBoolean(),
                rings);
    }

    private static Candidate candidate(int number, Random chance) {
        var seats = new HashMap<GroupId, Seat>();
        for (int g = 0; g < GROUPS; g++) {
            if (chance.nextInt(3) > 0) {
                var ceiling = chance.nextInt(3) == 0 ? chance.nextInt(4) : null;
                seats.put(group(g), new Seat(1 + chance.nextInt(5), ceiling, chance.nextInt(2)));
            }
        }
        var idle = chance.nextInt(4) == 0 ? null : NOW.minusSeconds(chance.nextInt(100));
        return new Candidate(
                agent(number),
                chance.nextInt(6) == 0 ? NOW.minusSeconds(5) : null,
                chance.nextInt(5) == 0 ? Availability.AWAY : Availability.READY,
                NOW.minusSeconds(1000),
                chance.nextInt(6),
                chance.nextInt(3),
                seats,
                idle,
                chance.nextInt(4) == 0 ? null : NOW.minusSeconds(chance.nextInt(100)),
                chance.nextInt(4) == 0 ? NOW.plusSeconds(chance.nextInt(1800)) : null);
    }

    private static Waiting waiting(int number, Random chance) {
        return new Waiting(
                new ConversationId(new UUID(9, number)),
                group(chance.nextInt(GROUPS)),
                chance.nextInt(4) == 0 ? Set.of(group(chance.nextInt(GROUPS))) : Set.of(),
                NOW.minusSeconds(chance.nextInt(50)),
                NOW.minusSeconds(chance.nextInt(90)),
                1 + chance.nextInt(2),
                chance.nextInt(4) == 0 ? Map.of(agent(chance.nextInt(8)), "declined") : Map.of(),
                chance.nextInt(3) == 0 ? agent(chance.nextInt(8)) : null,
                chance.nextInt(3) == 0 ? agent(chance.nextInt(8)) : null);
    }

    private static GroupId group(int number) {
        return new GroupId(new UUID(1, number));
    }

    private static AgentId agent(int number) {
        return new AgentId(new UUID(2, number));
    }
}
