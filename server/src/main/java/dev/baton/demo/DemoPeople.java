package dev.baton.demo;

import dev.baton.identity.AgentId;
import dev.baton.identity.GroupId;
import dev.baton.identity.Secrets;
import dev.baton.identity.accounts.AccountChange;
import dev.baton.identity.accounts.NewAccount;
import dev.baton.identity.accounts.Role;
import dev.baton.identity.accounts.SignIns;
import dev.baton.platform.Ids;
import dev.baton.platform.Settings;
import dev.baton.staffing.Agents;
import dev.baton.staffing.Group;
import dev.baton.staffing.Groups;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Who works at the demo company. Everybody gets a password that has to be changed at the first sign-in. */
@ApplicationScoped
class DemoPeople {

    private static final int CAPACITY = 5;

    private final Agents agents;
    private final Groups groups;
    private final SignIns signIns;
    private final String fixedPassword;
    private final boolean isOneTime;

    DemoPeople(Agents agents, Groups groups, SignIns signIns, Settings settings) {
        this.agents = agents;
        this.groups = groups;
        this.signIns = signIns;
        this.fixedPassword = settings.get(Settings.DEMO_PASSWORD);
        this.isOneTime = fixedPassword.isEmpty();
    }

    /** @param groups by English name; none means all */
    private record Person(String name, Role role, boolean advisor, Set<String> groups) {}

    /** Hires everybody at once and says what to sign in with. */
    List<String> hire() {
        return hire(List.of(
                new Person("Amy", Role.AGENT, false, Set.of("Sales", "Technical support")),
                new Person("Bo", Role.AGENT, false, Set.of("Billing", "Technical support")),
                new Person("Di", Role.AGENT, false, Set.of("Sales", "Billing", "After-sales")),
                new Person("Fang", Role.AGENT, true, Set.of("Technical support")),
                new Person("Chen", Role.SUPERVISOR, false, Set.of()),
                new Person("Admin", Role.ADMIN, false, Set.of())));
    }

    /** Only who can make all other accounts. */
    List<String> hireAdmin() {
        return hire(List.of(new Person("Admin", Role.ADMIN, false, Set.of())));
    }

    private List<String> hire(List<Person> people) {
        List<Group> all = groups.all();
        List<Agents.Newcomer> newcomers = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (Person person : people) {
            String password = isOneTime ? Secrets.oneTimePassword() : fixedPassword;
            AccountChange profile = profile(person);
            NewAccount account = new NewAccount(new AgentId(Ids.next()), profile, signIns.hash(password), isOneTime);
            newcomers.add(new Agents.Newcomer(account, new Agents.Place(CAPACITY, groupsOf(person, all), List.of())));
            if (isOneTime) {
                lines.add("%-10s  %-20s  one-time password  %s"
                        .formatted(profile.role().wire(), profile.email(), password));
            }
        }
        agents.add(newcomers);
        return lines;
    }

    private static AccountChange profile(Person person) {
        String email = person.name().toLowerCase(Locale.ROOT) + "@baton.example";
        return new AccountChange(person.name(), email, person.role(), person.advisor(), true);
    }

    private static Set<GroupId> groupsOf(Person person, List<Group> all) {
        return all.stream()
                .filter(group -> person.groups().isEmpty()
                        || person.groups().contains(group.names().get("en")))
                .map(Group::id)
                .collect(Collectors.toUnmodifiableSet());
    }
}
