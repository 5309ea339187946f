package dev.baton.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PermissionsTest {

    private static final GroupId BILLING = new GroupId(new UUID(0, 1));
    private static final GroupId TECHNICAL = new GroupId(new UUID(0, 2));
    private static final AgentId AMY = new AgentId(new UUID(0, 3));
    private static final AgentId BO = new AgentId(new UUID(0, 4));
    private static final CustomerId LIN = new CustomerId(new UUID(0, 5));
    private static final CustomerId WANG = new CustomerId(new UUID(0, 6));
    private static final SiteId SITE = new SiteId(new UUID(0, 7));

    private static final Permissions.Facts LINS = new Permissions.Facts(LIN, Set.of(TECHNICAL), BO);

    @Test
    void a_customer_sees_their_own_conversation_and_nobody_elses() {
        assertThat(Permissions.maySee(new Viewer.Customer(LIN, SITE, "en"), LINS))
                .isTrue();
        assertThat(Permissions.maySee(new Viewer.Customer(WANG, SITE, "en"), LINS))
                .isFalse();
    }

    @Test
    void an_agent_sees_the_conversations_of_their_groups_and_those_assigned_to_them() {
        assertThat(Permissions.maySee(new Viewer.Agent(AMY, Set.of(TECHNICAL), "en"), LINS))
                .isTrue();
        assertThat(Permissions.maySee(new Viewer.Agent(BO, Set.of(BILLING), "en"), LINS))
                .isTrue();
        assertThat(Permissions.maySee(new Viewer.Agent(AMY, Set.of(BILLING), "en"), LINS))
                .isFalse();
        assertThat(Permissions.maySee(new Viewer.Agent(AMY, Set.of(), "en"), LINS))
                .isFalse();
    }

    @Test
    void a_supervisor_is_bound_to_their_groups_too_and_an_admin_is_not() {
        assertThat(Permissions.maySee(new Viewer.Supervisor(AMY, Set.of(BILLING), "en"), LINS))
                .isFalse();
        assertThat(Permissions.maySee(new Viewer.Admin(AMY, Set.of(), "en"), LINS))
                .isTrue();
    }

    @Test
    void nobody_is_the_agent_of_an_unassigned_conversation() {
        Permissions.Facts queued = new Permissions.Facts(LIN, Set.of(TECHNICAL), null);
        assertThat(Permissions.maySee(new Viewer.Agent(AMY, Set.of(BILLING), "en"), queued))
                .isFalse();
    }

    @Test
    void only_staff_see_the_staff_side_only_supervisors_supervise_only_admins_administer() {
        Viewer customer = new Viewer.Customer(LIN, SITE, "en");
        Viewer agent = new Viewer.Agent(AMY, Set.of(), "en");
        Viewer supervisor = new Viewer.Supervisor(AMY, Set.of(), "en");
        Viewer admin = new Viewer.Admin(AMY, Set.of(), "en");
        assertThat(Permissions.maySeeStaffSide(customer)).isFalse();
        assertThat(Permissions.maySeeStaffSide(agent)).isTrue();
        assertThat(Permissions.maySupervise(agent)).isFalse();
        assertThat(Permissions.maySupervise(supervisor)).isTrue();
        assertThat(Permissions.mayAdminister(supervisor)).isFalse();
        assertThat(Permissions.mayAdminister(admin)).isTrue();
    }
}
