package dev.baton.conversation;

import static dev.baton.conversation.Policies.withoutRating;
import static dev.baton.conversation.Scene.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.conversation.Event.How;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Everything that is not a row of the table is refused with its reason. */
class RefusalsTest {

    private static final Actor AMY_SAYS = by(AMY);
    private static final Actor BO_SAYS = by(BO);

    @Test
    void only_the_responsible_agent_answers() {
        queued().refuses(says(AMY, "hi"), Refusal.NOT_ASSIGNED);
        assigned().refuses(says(BO, "hi"), Refusal.NOT_YOUR_CONVERSATION);
        unattended().refuses(says(AMY, "hi"), Refusal.NOT_ASSIGNED);
        ended().refuses(says(AMY, "hi"), Refusal.WRONG_STATE);
        assigned().refuses(new Command.Say(CHEN, "hi", java.util.List.of()), Refusal.NOT_YOUR_CONVERSATION);
        assigned().refuses(new Command.Say(Actor.SYSTEM, "hi", java.util.List.of()), Refusal.NOT_PERMITTED);
    }

    @Test
    void notes_are_written_by_staff_alone() {
        assigned().refuses(new Command.Note(LIN, "hm"), Refusal.NOT_PERMITTED);
        assigned().refuses(new Command.Note(Actor.SYSTEM, "hm"), Refusal.NOT_PERMITTED);
    }

    @Test
    void nobody_assigns_who_has_no_right_to() {
        queued().refuses(new Command.Assign(LIN, AMY, How.PICK, false), Refusal.NOT_PERMITTED);
        queued().refuses(new Command.Assign(BO_SAYS, AMY, How.PICK, false), Refusal.NOT_PERMITTED);
        queued().refuses(new Command.Assign(CHEN, AMY, How.PICK, false), Refusal.NOT_PERMITTED);
        queued().refuses(new Command.Assign(AMY_SAYS, AMY, How.PICK, true), Refusal.NOT_PERMITTED);
        queued().refuses(new Command.Assign(AMY_SAYS, AMY, How.SUPERVISOR, false), Refusal.NOT_PERMITTED);
        queued().refuses(new Command.Assign(Actor.SYSTEM, AMY, How.AUTOMATIC, true), Refusal.NOT_PERMITTED);
        queued().refuses(new Command.Assign(CHEN, AMY, How.AUTOMATIC, false), Refusal.NOT_PERMITTED);
    }

    @Test
    void of_two_who_claim_it_the_second_learns_that_it_is_taken() {
        assigned().refuses(picks(BO), Refusal.ALREADY_ASSIGNED);
        assigned().refuses(automatic(BO), Refusal.ALREADY_ASSIGNED);
        assigned().refuses(new Command.Offer(BO), Refusal.ALREADY_ASSIGNED);
        assigned().refuses(new Command.AcceptOffer(BO), Refusal.ALREADY_ASSIGNED);
        assigned().refuses(new Command.DeclineOffer(BO), Refusal.ALREADY_ASSIGNED);
    }

    @ParameterizedTest
    @EnumSource(names = {"ENDED", "SYSTEM_ENDED"})
    void what_is_over_is_not_given_to_anybody(State end) {
        in(end).refuses(picks(BO), Refusal.WRONG_STATE)
                .refuses(automatic(BO), Refusal.WRONG_STATE)
                .refuses(overrides(BO), Refusal.WRONG_STATE)
                .refuses(new Command.Offer(BO), Refusal.WRONG_STATE)
                .refuses(new Command.AcceptOffer(BO), Refusal.WRONG_STATE)
                .refuses(transfers(CHEN, BO), Refusal.WRONG_STATE)
                .refuses(transfers(CHEN, REPAIRS), Refusal.WRONG_STATE);
    }

    @Test
    void what_is_offered_to_one_is_not_given_to_another() {
        var offered = queued().accepts(new Command.Offer(AMY));
        offered.refuses(new Command.Offer(BO), Refusal.ALREADY_OFFERED)
                .refuses(automatic(BO), Refusal.ALREADY_OFFERED)
                .refuses(picks(BO), Refusal.ALREADY_OFFERED)
                .refuses(assigns(BO), Refusal.ALREADY_OFFERED)
                .refuses(new Command.AcceptOffer(BO), Refusal.NOT_OFFERED_TO_YOU)
                .refuses(new Command.DeclineOffer(BO), Refusal.NOT_OFFERED_TO_YOU)
                .accepts(overrides(BO));
        queued().refuses(new Command.AcceptOffer(AMY), Refusal.NO_OFFER);
        queued().refuses(new Command.DeclineOffer(AMY), Refusal.NO_OFFER);
    }

    @Test
    void an_offer_is_accepted_only_while_the_agent_can_take_it() {
        var offered = queued().accepts(new Command.Offer(AMY)).full(AMY);
        offered.refuses(new Command.AcceptOffer(AMY), Refusal.AGENT_FULL);
    }

    @Test
    void the_category_changes_only_in_the_queue_and_only_to_another_one() {
        queued().refuses(chooses(LIN, PRICES, SALES), Refusal.SAME_CATEGORY);
        queued().refuses(chooses(AMY_SAYS, BROKEN, REPAIRS), Refusal.NOT_PERMITTED);
        queued().refuses(chooses(Actor.SYSTEM, BROKEN, REPAIRS), Refusal.NOT_PERMITTED);
        queued().accepts(chooses(CHEN, BROKEN, REPAIRS));
        assigned().refuses(chooses(LIN, BROKEN, REPAIRS), Refusal.WRONG_STATE);
        ended().refuses(chooses(LIN, BROKEN, REPAIRS), Refusal.WRONG_STATE);
    }

    @Test
    void a_transfer_goes_to_somebody_else_who_can_take_it() {
        assigned().refuses(transfers(AMY_SAYS, AMY), Refusal.TRANSFER_TO_SELF);
        assigned().refuses(transfers(BO_SAYS, BO), Refusal.NOT_YOUR_CONVERSATION);
        assigned().refuses(transfers(LIN, BO), Refusal.NOT_PERMITTED);
        assigned().full(BO).refuses(transfers(AMY_SAYS, BO), Refusal.AGENT_FULL);
        assigned().disconnected(BO).refuses(transfers(AMY_SAYS, BO), Refusal.AGENT_OFF_DUTY);
        assigned().member(BO, REPAIRS).refuses(transfers(AMY_SAYS, BO), Refusal.AGENT_NOT_MEMBER);
        queued().refuses(transfers(CHEN, BO), Refusal.WRONG_STATE);
        askedToEnd().refuses(transfers(AMY_SAYS, BO), Refusal.WRONG_STATE);
        unattended().refuses(transfers(AMY_SAYS, BO), Refusal.NOT_ASSIGNED);
        var overriding =
                new Command.TransferToAgent(AMY_SAYS, BO, SALES, 0, new Command.Transfer("other", null).overriding());
        assigned().refuses(overriding, Refusal.NOT_PERMITTED);
    }

    @Test
    void a_transfer_to_a_group_comes_from_somebody_responsible_and_changes_something() {
        unattended().refuses(transfers(CHEN, SALES), Refusal.SAME_GROUP);
        assigned().refuses(transfers(BO_SAYS, REPAIRS), Refusal.NOT_YOUR_CONVERSATION);
        queued().refuses(transfers(CHEN, REPAIRS), Refusal.WRONG_STATE);
    }

    @Test
    void only_a_supervisor_takes_a_conversation_away_and_only_while_the_agent_owes_an_answer() {
        assigned().refuses(new Command.Reassign(BO_SAYS), Refusal.NOT_PERMITTED);
        assigned().refuses(new Command.Reassign(LIN), Refusal.NOT_PERMITTED);
        answered().refuses(new Command.Reassign(CHEN), Refusal.WRONG_STATE);
        queued().refuses(new Command.Reassign(CHEN), Refusal.WRONG_STATE);
    }

    @Test
    void losing_an_agent_who_has_nothing_to_do_with_it_changes_nothing() {
        for (var state : State.values()) {
            in(state)
                    .refuses(new Command.LoseAgent(BO, "removed"), Refusal.NOTHING_CHANGES)
                    .refuses(new Command.EndShift(BO), Refusal.NOTHING_CHANGES);
        }
    }

    @Test
    void only_the_responsible_agent_asks_to_end_and_takes_the_question_back() {
        queued().refuses(new Command.AskToEnd(AMY_SAYS, null), Refusal.NOT_ASSIGNED);
        assigned().refuses(new Command.AskToEnd(BO_SAYS, null), Refusal.NOT_YOUR_CONVERSATION);
        assigned().refuses(new Command.AskToEnd(LIN, null), Refusal.NOT_PERMITTED);
        askedToEnd().refuses(new Command.AskToEnd(AMY_SAYS, null), Refusal.WRONG_STATE);
        ended().refuses(new Command.AskToEnd(AMY_SAYS, null), Refusal.WRONG_STATE);
        askedToEnd().refuses(new Command.Withdraw(BO_SAYS), Refusal.NOT_YOUR_CONVERSATION);
        askedToEnd().refuses(new Command.Withdraw(LIN), Refusal.NOT_PERMITTED);
        assigned().refuses(new Command.Withdraw(AMY_SAYS), Refusal.WRONG_STATE);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "AWAITING_CONFIRMATION")
    void nobody_answers_a_question_that_was_not_asked(State state) {
        in(state)
                .refuses(new Command.Resolve(LIN), Refusal.WRONG_STATE)
                .refuses(new Command.Unresolve(LIN, null, null), Refusal.WRONG_STATE);
    }

    @Test
    void only_the_customer_says_whether_it_is_solved() {
        askedToEnd()
                .refuses(new Command.Resolve(AMY_SAYS), Refusal.NOT_PERMITTED)
                .refuses(new Command.Resolve(CHEN), Refusal.NOT_PERMITTED)
                .refuses(new Command.Resolve(Actor.SYSTEM), Refusal.NOT_PERMITTED)
                .refuses(new Command.Unresolve(AMY_SAYS, null, null), Refusal.NOT_PERMITTED);
    }

    @Test
    void only_a_waiting_customer_leaves_the_line() {
        queued().refuses(new Command.Leave(AMY_SAYS), Refusal.NOT_PERMITTED);
        assigned().refuses(new Command.Leave(LIN), Refusal.WRONG_STATE);
        ended().refuses(new Command.Leave(LIN), Refusal.WRONG_STATE);
    }

    @Test
    void an_end_is_the_customers_the_responsible_agents_or_a_supervisors_and_happens_once() {
        assigned().refuses(new Command.End(BO_SAYS, "spam"), Refusal.NOT_YOUR_CONVERSATION);
        queued().refuses(new Command.End(AMY_SAYS, "spam"), Refusal.NOT_ASSIGNED);
        assigned().refuses(new Command.End(Actor.SYSTEM, "spam"), Refusal.NOT_PERMITTED);
        ended().refuses(new Command.End(LIN, null), Refusal.WRONG_STATE);
        ended().refuses(new Command.End(CHEN, "spam"), Refusal.WRONG_STATE);
    }

    @Test
    void staff_cannot_end_without_a_reason() {
        assertThatThrownBy(() -> new Command.End(AMY_SAYS, null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Command.End(CHEN, " ")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_customer_is_gone_only_from_the_line() {
        assigned().refuses(new Command.CustomerGone(), Refusal.WRONG_STATE);
        queued().under(Policies.endsWhenCustomerGone())
                .accepts(new Command.Park(LIN, "closed"))
                .refuses(new Command.CustomerGone(), Refusal.NOTHING_CHANGES);
    }

    @Test
    void only_who_waits_is_parked_and_only_once() {
        queued().refuses(new Command.Park(AMY_SAYS, "closed"), Refusal.NOT_PERMITTED);
        assigned().refuses(new Command.Park(LIN, "closed"), Refusal.WRONG_STATE);
        var parked = queued().accepts(new Command.Park(Actor.SYSTEM, "closed"));
        parked.refuses(new Command.Park(LIN, "closed"), Refusal.ALREADY_PARKED)
                .refuses(new Command.Unpark(LIN), Refusal.NOT_PERMITTED)
                .refuses(new Command.Unpark(AMY_SAYS), Refusal.NOT_PERMITTED)
                .accepts(new Command.Unpark(CHEN))
                .refuses(new Command.Unpark(CHEN), Refusal.NOT_PARKED);
        assigned().refuses(new Command.Unpark(CHEN), Refusal.WRONG_STATE);
    }

    @Test
    void priority_is_not_for_everybody_and_not_for_what_is_over() {
        queued().refuses(new Command.SetPriority(LIN, 9), Refusal.NOT_PERMITTED)
                .refuses(new Command.SetPriority(AMY_SAYS, 9), Refusal.NOT_PERMITTED)
                .refuses(new Command.SetPriority(CHEN, 0), Refusal.NOTHING_CHANGES);
        ended().refuses(new Command.SetPriority(CHEN, 9), Refusal.WRONG_STATE);
    }

    @Test
    void a_rating_is_the_customers_after_the_end_in_time_where_asked_and_once_a_round() {
        var rate = new Command.Rate(LIN, 5, null);
        assigned().refuses(rate, Refusal.WRONG_STATE);
        ended().refuses(new Command.Rate(AMY_SAYS, 5, null), Refusal.NOT_PERMITTED);
        ended().under(withoutRating()).refuses(rate, Refusal.RATING_NOT_ASKED);
        queued().accepts(new Command.Leave(LIN)).refuses(rate, Refusal.NOT_SERVED);
        ended().later(Duration.ofHours(72)).accepts(rate);
        ended().later(Duration.ofHours(72)).later(Duration.ofMillis(1)).refuses(rate, Refusal.WINDOW_OVER);
        ended().accepts(rate).refuses(new Command.Rate(LIN, 1, "no"), Refusal.ALREADY_RATED);
        assertThatThrownBy(() -> new Command.Rate(LIN, 0, null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Command.Rate(LIN, 6, null)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void words_to_an_ended_one_do_not_reopen_it_beside_another_that_is_open() {
        var scene = ended();
        var beside = new Situation(scene.now, scene.policy, scene.agents, true);
        assertThat(Lifecycle.decide(scene.conversation, says("again"), beside))
                .isEqualTo(new Decision.Refused(Refusal.ANOTHER_OPEN));
    }

    @Test
    void a_clock_that_the_state_does_not_have_moved_on() {
        for (var state : State.values()) {
            for (var clock : Clock.values()) {
                in(state).refuses(new Command.Fire(clock), Refusal.CLOCK_MOVED_ON);
            }
        }
    }
}
