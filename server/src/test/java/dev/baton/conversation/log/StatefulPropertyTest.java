package dev.baton.conversation.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.conversation.Actor;
import dev.baton.conversation.Command;
import dev.baton.conversation.Conversation;
import dev.baton.conversation.ConversationId;
import dev.baton.conversation.Event.How;
import dev.baton.identity.Viewer;
import dev.baton.platform.Refused;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Any sequence of steps, several at once, through two doors to one real database: every answer is an
 * acceptance or a refusal with a reason, every row is the fold of its log, and every invariant holds.
 */
@Tag("slow")
class StatefulPropertyTest {

    /** Who does it, what they ask: from a chance that a seed repeats. */
    private interface Step extends BiFunction<World, Random, Callable<Object>> {}

    private static final List<Step> STEPS = List.of(
            (world, chance) -> () -> world.door(chance).start(world.customer(chance), Door.start("您好")),
            (world, chance) -> say(world, chance, world.customer(chance)),
            (world, chance) -> say(world, chance, world.agent(chance)),
            (world, chance) -> say(world, chance, world.agent(chance)),
            (world, chance) -> assign(world, chance),
            (world, chance) -> assign(world, chance),
            (world, chance) -> give(world, chance, world.agent(chance), by -> new Command.AskToEnd(by, null)),
            (world, chance) -> give(world, chance, world.agent(chance), Command.Withdraw::new),
            (world, chance) -> give(world, chance, world.customer(chance), Command.Resolve::new),
            (world, chance) -> give(world, chance, world.customer(chance), by -> new Command.Unresolve(by, null, null)),
            (world, chance) -> give(world, chance, world.customer(chance), by -> new Command.End(by, null)),
            (world, chance) -> give(world, chance, world.agent(chance), by -> new Command.End(by, "spam")),
            (world, chance) -> give(world, chance, world.customer(chance), by -> new Command.Rate(by, 4, null)),
            (world, chance) -> give(world, chance, world.chen, Command.Reassign::new),
            (world, chance) -> give(world, chance, world.chen, by -> new Command.SetPriority(by, chance.nextInt(3))),
            (world, chance) -> transfer(world, chance),
            (world, chance) -> regroup(world, chance),
            (world, chance) -> lose(world, chance),
            (world, chance) -> clock(world, chance));

    private static Door company;
    private static World world;

    @BeforeContainer
    static void open() {
        company = new Door();
        world = new World();
    }

    @AfterContainer
    static void close() {
        company.close();
    }

    @Property(tries = 20, shrinking = ShrinkingMode.OFF)
    void whatever_happens_every_promise_holds(@ForAll @Size(min = 20, max = 60) List<Long> seeds) throws Exception {
        for (int i = 0; i < seeds.size(); ) {
            var chance = new Random(seeds.get(i));
            List<Callable<Object>> together = new ArrayList<>();
            for (int n = 1 + chance.nextInt(6); n > 0 && i < seeds.size(); n--, i++) {
                var each = new Random(seeds.get(i) * 31 + i);
                together.add(STEPS.get(each.nextInt(STEPS.size())).apply(world, each));
            }
            assertThat(Door.atOnce(together))
                    .allMatch(answer -> answer == null
                            || answer instanceof Refused
                            || answer instanceof Started
                            || answer instanceof Ack
                            || answer instanceof Conversation);
        }
        company.database.assertInvariants();
        assertThat(company.unlikeTheirLog(world.one)).as("S2").isEmpty();
    }

    private static final class World {
        final Conversations one = company.open();
        final Conversations two = company.open();
        final List<Viewer.Customer> customers = List.of(company.customer(), company.customer(), company.customer());
        final List<Viewer.Agent> agents = List.of(company.agent(1), company.agent(2));
        final Viewer.Supervisor chen = company.supervisor();

        Conversations door(Random chance) {
            return chance.nextBoolean() ? one : two;
        }

        Viewer.Customer customer(Random chance) {
            return customers.get(chance.nextInt(customers.size()));
        }

        Viewer.Agent agent(Random chance) {
            return agents.get(chance.nextInt(agents.size()));
        }

        /** One of the customer's latest two; null when they have none. */
        ConversationId conversation(Random chance) {
            var mine = one.list(customer(chance), Listing.ofCustomer(null, 2));
            return mine.isEmpty() ? null : mine.get(chance.nextInt(mine.size())).id();
        }
    }

    private static Callable<Object> say(World world, Random chance, Viewer viewer) {
        var id = world.conversation(chance);
        return () -> id == null
                ? null
                : Conversations.await(world.door(chance).say(viewer, id, Door.words("w" + chance.nextInt())));
    }

    private static Callable<Object> give(
            World world, Random chance, Viewer viewer, java.util.function.Function<Actor, Command> command) {
        var id = world.conversation(chance);
        return () ->
                id == null ? null : world.door(chance).give(viewer, id, command.apply(Conversations.actor(viewer)));
    }

    private static Callable<Object> assign(World world, Random chance) {
        var agent = world.agent(chance);
        return chance.nextBoolean()
                ? give(world, chance, agent, by -> new Command.Assign(by, agent.id(), How.PICK, false))
                : give(
                        world,
                        chance,
                        Conversations.MACHINE,
                        by -> new Command.Assign(by, agent.id(), How.AUTOMATIC, false));
    }

    private static Callable<Object> transfer(World world, Random chance) {
        var from = chance.nextBoolean() ? world.agent(chance) : world.chen;
        var to = world.agent(chance);
        var id = world.conversation(chance);
        return () -> id == null
                ? null
                : world.door(chance).transfer(from, id, to.id(), null, how(from == world.chen, chance));
    }

    private static Command.Transfer how(boolean supervises, Random chance) {
        return new Command.Transfer("other", null, supervises && chance.nextBoolean(), chance.nextBoolean());
    }

    private static Callable<Object> regroup(World world, Random chance) {
        var id = world.conversation(chance);
        var to = chance.nextBoolean() ? company.billing : company.support;
        return () -> id == null ? null : world.door(chance).transfer(world.agent(chance), id, to, how(false, chance));
    }

    private static Callable<Object> lose(World world, Random chance) {
        var agent = world.agent(chance);
        return give(world, chance, Conversations.MACHINE, by -> new Command.LoseAgent(agent.id(), "offline"));
    }

    private static Callable<Object> clock(World world, Random chance) {
        return () -> {
            company.database.forward(Duration.ofMinutes(chance.nextInt(60 * 30)));
            for (var due : world.one.due(List.of(), 20)) {
                world.door(chance).fire(due).exceptionally(refused -> null).join();
            }
            return null;
        };
    }
}
