package dev.baton.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.conversation.Conversation;
import dev.baton.conversation.ConversationDraft;
import dev.baton.conversation.ConversationId;
import dev.baton.identity.AgentId;
import dev.baton.identity.CustomerId;
import dev.baton.identity.GroupId;
import dev.baton.identity.SiteId;
import dev.baton.platform.Ids;
import dev.baton.routing.Matchmaker.Candidate;
import dev.baton.routing.Matchmaker.Match;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MatchmakerTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    private final GroupId billing = new GroupId(Ids.next());
    private final GroupId support = new GroupId(Ids.next());
    private final AgentId amy = new AgentId(Ids.next());
    private final AgentId bo = new AgentId(Ids.next());

    @Test
    void q1_first_in_is_first_out() {
        var line = waiting(5);
        assertThat(match(line, agent(amy, 2, 0)))
                .extracting(Match::conversation)
                .containsExactly(line.get(0).id(), line.get(1).id());
    }

    @Test
    void the_agent_with_the_least_share_of_their_capacity_taken_is_next() {
        assertThat(match(waiting(1), agent(amy, 4, 2), agent(bo, 10, 3)))
                .extracting(Match::agent)
                .containsExactly(bo);
    }

    @Test
    void of_two_with_the_same_share_whoever_has_been_idle_for_longer_is_next() {
        var late = new Candidate(amy, Set.of(billing), 2, 0, NOW.minusSeconds(10));
        var early = new Candidate(bo, Set.of(billing), 2, 0, NOW.minusSeconds(60));
        assertThat(match(waiting(1), late, early)).extracting(Match::agent).containsExactly(bo);
        var never = new Candidate(amy, Set.of(billing), 2, 0, null);
        assertThat(match(waiting(1), never, early)).extracting(Match::agent).containsExactly(amy);
    }

    @Test
    void nobody_gets_more_than_their_capacity_and_the_rest_waits() {
        var matches = match(waiting(10), agent(amy, 3, 1), agent(bo, 2, 0));
        assertThat(matches).hasSize(4);
        assertThat(matches.stream().filter(m -> m.agent().equals(amy))).hasSize(2);
        assertThat(matches.stream().filter(m -> m.agent().equals(bo))).hasSize(2);
    }

    @Test
    void whoever_is_excluded_or_of_another_group_is_passed_over_without_holding_up_the_line() {
        var line = waiting(2);
        var excluding = ConversationDraft.of(line.get(0));
        excluding.excluded = Set.of(amy);
        var foreign = new Candidate(bo, Set.of(support), 5, 0, null);
        assertThat(match(List.of(excluding.done(), line.get(1)), agent(amy, 5, 0), foreign))
                .containsExactly(new Match(line.get(1).id(), amy));
    }

    @Test
    void a_backup_group_serves_only_those_who_have_overflowed() {
        var line = waiting(2);
        var overflowed = ConversationDraft.of(line.get(1));
        overflowed.overflowGroups = Set.of(support);
        var backup = new Candidate(bo, Set.of(support), 5, 0, null);
        assertThat(Matchmaker.match(List.of(line.get(0), overflowed.done()), List.of(backup), NOW))
                .containsExactly(new Match(line.get(1).id(), bo));
    }

    private static List<Match> match(List<Conversation> line, Candidate... candidates) {
        return Matchmaker.match(line, List.of(candidates), NOW);
    }

    private Candidate agent(AgentId id, int capacity, int load) {
        return new Candidate(id, Set.of(billing), capacity, load, null);
    }

    private List<Conversation> waiting(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    var fresh = Conversation.unstarted(
                            new ConversationId(Ids.next()), new SiteId(Ids.next()), new CustomerId(Ids.next()));
                    var draft = ConversationDraft.of(fresh);
                    draft.group = billing;
                    return draft.done();
                })
                .toList();
    }
}
