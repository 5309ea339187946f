package dev.baton.conversation;

import static dev.baton.conversation.Scene.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.conversation.Event.How;
import dev.baton.identity.AgentId;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A3: whom a conversation may be given to, by whom, and what is said when it may not. */
class AssignmentRulesTest {

    @ParameterizedTest
    @EnumSource(How.class)
    void a_ready_connected_member_with_a_free_slot_may_be_given_anything(How how) {
        assertThat(objection(queued(), how)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(How.class)
    void nobody_is_given_work_who_is_disabled_or_unknown_or_no_member_or_full_or_excluded(How how) {
        assertThat(objection(queued().disabled(AMY), how)).contains(Refusal.AGENT_DISABLED);
        assertThat(objection(queued().member(AMY, REPAIRS), how)).contains(Refusal.AGENT_NOT_MEMBER);
        assertThat(objection(queued().full(AMY), how)).contains(Refusal.AGENT_FULL);
        var slack = assigned().accepts(new Command.Reassign(CHEN));
        assertThat(objection(slack, how)).contains(Refusal.AGENT_EXCLUDED);
        var scene = queued();
        var stranger = new AgentId(new UUID(1, 77));
        assertThat(AssignmentRules.objection(how, false, scene.situation(), stranger, scene.conversation))
                .contains(Refusal.AGENT_UNKNOWN);
    }

    @ParameterizedTest
    @EnumSource(
            value = Availability.class,
            names = {"ON_BREAK", "AWAY", "OFF"})
    void nobody_is_given_work_and_nobody_takes_any_while_off_duty(Availability availability) {
        for (var how : How.values()) {
            assertThat(objection(queued().availability(AMY, availability), how)).contains(Refusal.AGENT_OFF_DUTY);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = How.class,
            names = {"AUTOMATIC", "SUPERVISOR", "RETURN"})
    void who_takes_no_more_or_is_not_connected_is_given_nothing(How how) {
        assertThat(objection(queued().availability(AMY, Availability.NOT_TAKING), how))
                .contains(Refusal.AGENT_OFF_DUTY);
        assertThat(objection(queued().disconnected(AMY), how)).contains(Refusal.AGENT_OFF_DUTY);
    }

    @ParameterizedTest
    @EnumSource(
            value = How.class,
            names = {"PICK", "OFFER"})
    void who_takes_no_more_or_is_not_connected_may_still_take_by_their_own_hand(How how) {
        assertThat(objection(queued().availability(AMY, Availability.NOT_TAKING), how))
                .isEmpty();
        assertThat(objection(queued().disconnected(AMY), how)).isEmpty();
    }

    @Test
    void a_supervisor_who_overrides_is_stopped_by_a_disabled_account_alone() {
        var worst = assigned()
                .accepts(new Command.Reassign(CHEN))
                .full(AMY)
                .disconnected(AMY)
                .member(AMY, REPAIRS);
        assertThat(overridden(worst)).isEmpty();
        assertThat(overridden(worst.disabled(AMY))).contains(Refusal.AGENT_DISABLED);
    }

    @Test
    void who_handed_it_back_is_not_given_it_by_the_router_but_may_take_it_or_be_given_it() {
        var scene = assigned().accepts(transfers(Scene.by(AMY), SALES));
        assertThat(objection(scene, How.AUTOMATIC)).contains(Refusal.AGENT_EXCLUDED);
        assertThat(objection(scene, How.PICK)).isEmpty();
        assertThat(objection(scene, How.SUPERVISOR)).isEmpty();
    }

    @Test
    void the_backup_group_serves_only_what_has_overflowed() {
        var scene = queued().under(Policies.overflowAfter(60)).member(AMY, BACKUP);
        assertThat(objection(scene, How.AUTOMATIC)).contains(Refusal.AGENT_NOT_MEMBER);
        scene.later(java.time.Duration.ofSeconds(60)).fires(Clock.OVERFLOW);
        assertThat(objection(scene, How.AUTOMATIC)).isEmpty();
    }

    @Test
    void nobody_is_given_more_than_their_capacity_even_when_it_was_lowered_below_their_load() {
        var scene = queued().full(AMY).full(AMY);
        assertThat(scene.agents.get(AMY).load())
                .isGreaterThan(scene.agents.get(AMY).capacity());
        assertThat(objection(scene, How.AUTOMATIC)).contains(Refusal.AGENT_FULL);
    }

    private static Optional<Refusal> objection(Scene scene, How how) {
        return AssignmentRules.objection(how, false, scene.situation(), AMY, scene.conversation);
    }

    private static Optional<Refusal> overridden(Scene scene) {
        return AssignmentRules.objection(How.SUPERVISOR, true, scene.situation(), AMY, scene.conversation);
    }
}
