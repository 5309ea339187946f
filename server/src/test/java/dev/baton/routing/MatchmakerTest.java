package dev.baton.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.conversation.Availability;
import dev.baton.conversation.ConversationId;
import dev.baton.conversation.Why;
import dev.baton.conversation.Why.Verdict;
import dev.baton.conversation.policy.AssignmentPolicy;
import dev.baton.conversation.policy.AssignmentPolicy.Choice;
import dev.baton.conversation.policy.AssignmentPolicy.Ring;
import dev.baton.conversation.policy.Policy;
import dev.baton.identity.AgentId;
import dev.baton.identity.GroupId;
import dev.baton.routing.Candidate.Seat;
import dev.baton.routing.Matchmaker.Match;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MatchmakerTest {

    static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    static final GroupId BILLING = new GroupId(new UUID(1, 1));
    static final GroupId SUPPORT = new GroupId(new UUID(1, 2));
    static final AgentId AMY = new AgentId(new UUID(2, 1));
    static final AgentId BO = new AgentId(new UUID(2, 2));
    static final AgentId DI = new AgentId(new UUID(2, 3));

    private Map<GroupId, Policy> policies = Map.of(BILLING, Policy.DEFAULT, SUPPORT, Policy.DEFAULT);

    @Test
    void q1_first_in_is_first_out() {
        var line = waiting(5);
        assertThat(match(line.reversed(), agent(AMY, 2, 0)))
                .extracting(Match::conversation)
                .containsExactly(line.get(0).id(), line.get(1).id());
    }

    @Test
    void q2_an_agent_of_several_groups_serves_their_lines_as_one() {
        var late = waiting(1, BILLING, NOW.minusSeconds(10));
        var early = waiting(2, SUPPORT, NOW.minusSeconds(60));
        assertThat(match(List.of(late, early), agent(AMY, 1, 0)))
                .extracting(Match::conversation)
                .containsExactly(early.id());
    }

    @Test
    void the_agent_with_the_least_share_of_their_capacity_taken_is_next() {
        assertThat(match(waiting(1), agent(AMY, 4, 2), agent(BO, 10, 3)))
                .extracting(Match::agent)
                .containsExactly(BO);
    }

    @Test
    void of_two_with_the_same_share_whoever_has_been_idle_for_longer_is_next() {
        assertThat(match(waiting(1), idle(AMY, 2, 0, 10), idle(BO, 2, 0, 60)))
                .extracting(Match::agent)
                .containsExactly(BO);
        assertThat(match(waiting(1), agent(AMY, 2, 0), idle(BO, 2, 0, 60)))
                .extracting(Match::agent)
                .containsExactly(AMY);
    }

    @Test
    void the_longest_idle_is_next_where_the_group_chooses_so_whatever_their_share() {
        choosing(Choice.LONGEST_IDLE);
        assertThat(match(waiting(3), idle(AMY, 4, 0, 10), idle(BO, 4, 2, 60)))
                .extracting(Match::agent)
                .containsExactly(BO, AMY, AMY);
    }

    @Test
    void one_after_the_other_where_the_group_chooses_so() {
        choosing(Choice.ROUND_ROBIN);
        assertThat(match(waiting(4), idle(AMY, 5, 0, 10), idle(BO, 5, 3, 60), agent(DI, 5, 0)))
                .extracting(Match::agent)
                .containsExactly(DI, BO, AMY, AMY);
    }

    @Test
    void nobody_gets_more_than_their_capacity_and_the_rest_waits() {
        var matches = match(waiting(10), agent(AMY, 3, 1), agent(BO, 2, 0));
        assertThat(matches).hasSize(4);
        assertThat(matches.stream().filter(m -> m.agent().equals(AMY))).hasSize(2);
        assertThat(matches.stream().filter(m -> m.agent().equals(BO))).hasSize(2);
    }

    @Test
    void a_heavy_conversation_waits_for_as_many_slots_as_it_takes() {
        var heavy = new Waiting(id(1), BILLING, Set.of(), NOW, NOW, 2, Map.of(), null, null);
        assertThat(match(List.of(heavy), agent(AMY, 3, 2))).isEmpty();
        assertThat(match(List.of(heavy), agent(AMY, 3, 1))).hasSize(1);
    }

    @Test
    void a_ceiling_keeps_places_free_for_the_agents_other_groups() {
        var amy = new Candidate(
                AMY,
                null,
                Availability.READY,
                NOW,
                3,
                1,
                Map.of(BILLING, new Seat(1, 2, 1), SUPPORT, new Seat(1, null, 0)),
                null,
                null,
                null);
        var line = List.of(
                waiting(1, BILLING, NOW.minusSeconds(9)),
                waiting(2, BILLING, NOW.minusSeconds(8)),
                waiting(3, SUPPORT, NOW.minusSeconds(7)));
        assertThat(match(line, amy)).extracting(Match::conversation).containsExactly(id(1), id(3));
    }

    @Test
    void whoever_is_excluded_or_of_another_group_is_passed_over_without_holding_up_the_line() {
        var excluding = new Waiting(id(1), BILLING, Set.of(), NOW, NOW, 1, Map.of(AMY, "declined"), null, null);
        var next = waiting(2, BILLING, NOW);
        assertThat(match(List.of(excluding, next), agent(AMY, 5, 0), agent(BO, 5, 0, SUPPORT)))
                .extracting(Match::conversation, Match::agent)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(id(2), AMY));
    }

    @Test
    void a_backup_group_serves_only_those_who_have_overflowed() {
        var overflowed = new Waiting(id(2), BILLING, Set.of(SUPPORT), NOW, NOW, 1, Map.of(), null, null);
        assertThat(match(List.of(waiting(1, BILLING, NOW), overflowed), agent(BO, 5, 0, SUPPORT)))
                .extracting(Match::conversation)
                .containsExactly(id(2));
    }

    @Test
    void who_goes_home_soon_is_given_nothing_new() {
        var goes = new Candidate(
                AMY, null, Availability.READY, NOW, 3, 0, seats(1, BILLING), null, null, NOW.plusSeconds(900));
        assertThat(match(waiting(1), goes)).isEmpty();
        var stays = new Candidate(
                AMY, null, Availability.READY, NOW, 3, 0, seats(1, BILLING), null, null, NOW.plusSeconds(901));
        assertThat(match(waiting(1), stays)).hasSize(1);
    }

    @Test
    void the_best_come_first_and_everybody_after_a_while() {
        rings(new Ring(0, 4), new Ring(60, 1));
        var expert = proficient(AMY, 4, 1, 1);
        var beginner = proficient(BO, 3, 5, 0);
        var fresh = waiting(1, BILLING, NOW.minusSeconds(59));
        assertThat(match(List.of(fresh), expert, beginner)).isEmpty();
        assertThat(match(List.of(fresh), proficient(AMY, 4, 2, 1), beginner))
                .extracting(Match::agent)
                .containsExactly(AMY);
        assertThat(match(List.of(waiting(1, BILLING, NOW.minusSeconds(60))), expert, beginner))
                .extracting(Match::agent)
                .containsExactly(BO);
    }

    @Test
    void whom_the_account_names_comes_first_then_whoever_served_them_before_and_rings_do_not_hold_them_back() {
        rings(new Ring(0, 4), new Ring(60, 1));
        var returning = new Waiting(id(1), BILLING, Set.of(), NOW, NOW, 1, Map.of(), BO, AMY);
        var free = proficient(DI, 5, 9, 0);
        assertThat(match(List.of(returning), proficient(AMY, 1, 2, 1), proficient(BO, 1, 2, 1), free))
                .extracting(Match::agent)
                .containsExactly(AMY);
        assertThat(match(List.of(returning), proficient(AMY, 1, 2, 2), proficient(BO, 1, 2, 1), free))
                .extracting(Match::agent)
                .containsExactly(BO);
        assertThat(match(List.of(returning), proficient(AMY, 1, 2, 2), proficient(BO, 1, 2, 2), free))
                .extracting(Match::agent)
                .containsExactly(DI);
    }

    @Test
    void a_match_says_by_which_rule_and_what_spoke_against_the_others() {
        var away = new Candidate(
                BO, null, Availability.ON_BREAK, NOW.minusSeconds(60), 3, 0, seats(1, BILLING), null, null, null);
        var why = match(waiting(1), agent(AMY, 5, 2), away, agent(DI, 3, 3))
                .getFirst()
                .why();
        assertThat(why.chosen()).isEqualTo(new Why.Chosen(AMY, Why.Rule.LEAST_LOADED, 2, 5, null));
        assertThat(why.considered())
                .containsExactly(
                        new Why.Considered(DI, Verdict.FULL, 3, 3, null, null),
                        new Why.Considered(BO, Verdict.AWAY, null, null, NOW.minusSeconds(60), Availability.ON_BREAK));
        assertThat(why.others()).isZero();
    }

    @Test
    void who_waits_is_told_what_speaks_against_each() {
        rings(new Ring(0, 4), new Ring(60, 1));
        var why = explain(
                new Waiting(id(1), BILLING, Set.of(), NOW, NOW, 1, Map.of(BO, "missed"), null, null),
                proficient(AMY, 1, 2, 0),
                proficient(BO, 5, 2, 0),
                agent(DI, 5, 0, SUPPORT));
        assertThat(why.chosen()).isNull();
        assertThat(why.considered())
                .containsExactly(
                        new Why.Considered(AMY, Verdict.RING, null, null, NOW.plusSeconds(60), null),
                        new Why.Considered(BO, Verdict.MISSED, null, null, null, null));
    }

    @Test
    void of_many_only_the_nearest_are_named_and_the_rest_are_counted() {
        var many = IntStream.range(0, 30)
                .mapToObj(i -> agent(new AgentId(new UUID(3, i)), 1, 1))
                .toArray(Candidate[]::new);
        var why = explain(waiting(1).getFirst(), many);
        assertThat(why.considered()).hasSize(Why.MOST);
        assertThat(why.others()).isEqualTo(30 - Why.MOST);
    }

    @Test
    void who_stands_further_back_is_told_what_is_left_by_those_in_front() {
        var line = waiting(2);
        var whys = Matchmaker.explain(line, List.of(agent(AMY, 3, 2)), policies, NOW);
        assertThat(whys.get(id(0)).chosen().agent()).isEqualTo(AMY);
        assertThat(whys.get(id(1)).considered())
                .containsExactly(new Why.Considered(AMY, Verdict.FULL, 3, 3, null, null));
    }

    // --- the scene

    private Why explain(Waiting waiting, Candidate... agents) {
        return Matchmaker.explain(List.of(waiting), List.of(agents), policies, NOW)
                .get(waiting.id());
    }

    private void choosing(Choice choice) {
        under(new AssignmentPolicy(AssignmentPolicy.Mode.AUTOMATIC, 20, 3, choice, true, true, List.of()));
    }

    private void rings(Ring... rings) {
        under(new AssignmentPolicy(
                AssignmentPolicy.Mode.AUTOMATIC, 20, 3, Choice.LEAST_LOADED, true, true, List.of(rings)));
    }

    private void under(AssignmentPolicy assignment) {
        policies = Map.of(BILLING, with(assignment), SUPPORT, with(assignment));
    }

    static Policy with(AssignmentPolicy assignment) {
        var p = Policy.DEFAULT;
        return new Policy(
                p.queue(),
                assignment,
                p.transfer(),
                p.reply(),
                p.silence(),
                p.confirmation(),
                p.returning(),
                p.presence(),
                p.shiftEnd(),
                p.rating(),
                p.typingPreview());
    }

    private List<Match> match(List<Waiting> line, Candidate... candidates) {
        return Matchmaker.match(line, List.of(candidates), policies, NOW);
    }

    private static Candidate agent(AgentId id, int capacity, int load) {
        return agent(id, capacity, load, BILLING, SUPPORT);
    }

    private static Candidate agent(AgentId id, int capacity, int load, GroupId... groups) {
        return new Candidate(id, null, Availability.READY, NOW, capacity, load, seats(1, groups), null, null, null);
    }

    private static Candidate idle(AgentId id, int capacity, int load, long seconds) {
        var since = NOW.minusSeconds(seconds);
        return new Candidate(id, null, Availability.READY, NOW, capacity, load, seats(1, BILLING), since, since, null);
    }

    private static Candidate proficient(AgentId id, int proficiency, int capacity, int load) {
        return new Candidate(
                id, null, Availability.READY, NOW, capacity, load, seats(proficiency, BILLING), null, null, null);
    }

    private static Map<GroupId, Seat> seats(int proficiency, GroupId... groups) {
        var seat = new Seat(proficiency, null, 0);
        return java.util.Arrays.stream(groups).collect(java.util.stream.Collectors.toMap(g -> g, g -> seat));
    }

    private static ConversationId id(int number) {
        return new ConversationId(new UUID(9, number));
    }

    private static Waiting waiting(int number, GroupId group, Instant since) {
        return new Waiting(id(number), group, Set.of(), since, since, 1, Map.of(), null, null);
    }

    private static List<Waiting> waiting(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> waiting(i, BILLING, NOW.minusSeconds(100 - i)))
                .toList();
    }
}
