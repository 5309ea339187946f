package dev.baton.conversation.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.Cast;
import dev.baton.Screen;
import dev.baton.conversation.Actor;
import dev.baton.conversation.Clock;
import dev.baton.conversation.Command;
import dev.baton.conversation.ConversationId;
import dev.baton.conversation.log.Conversations;
import dev.baton.identity.AgentId;
import dev.baton.platform.Json;
import dev.baton.platform.database.DatabaseForServer;
import dev.baton.platform.database.InvariantsHold;
import dev.baton.platform.database.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Old snapshot plus events is the fresh snapshot, for every command and every clock there is: a new one without a line here
 * fails. Lin, Amy and Chen look at the conversation from its start.
 */
@QuarkusTest
@QuarkusTestResource(DatabaseForServer.class)
@ExtendWith(InvariantsHold.class)
@Tag("slow")
class EveryCommandOnScreensTest {

    /** What leads to a command, with the command as the last step. */
    private static final Map<Class<? extends Command>, Consumer<EveryCommandOnScreensTest>> COMMANDS =
            new LinkedHashMap<>();

    static {
        on(Command.Say.class, t -> t.lin.say(t.id, "在吗 😀"));
        on(Command.Note.class, t -> t.chen.note(t.id, "VIP"));
        on(Command.Assign.class, EveryCommandOnScreensTest::picked);
        on(Command.Offer.class, EveryCommandOnScreensTest::offered);
        on(Command.AcceptOffer.class, t -> {
            t.offered();
            t.does(new Command.AcceptOffer(t.amysId()));
        });
        on(Command.DeclineOffer.class, t -> {
            t.offered();
            t.does(new Command.DeclineOffer(t.amysId()));
        });
        on(
                Command.ChangeCategory.class,
                t -> t.lin.browser()
                        .post(
                                Cast.Customer.path(t.id) + "/category",
                                json().put(
                                                "category",
                                                Cast.Browsers.categories(t.server, Cast.SHARED_GROUP)
                                                        .getLast())
                                        .toString())
                        .ok());
        on(Command.TransferToAgent.class, t -> {
            t.picked();
            t.chen.give(
                    t.id,
                    "transfer",
                    json().put("agent", t.chen.id())
                            .put("reason", "needs_expert")
                            .put("override", true)
                            .put("note", "请帮忙"));
        });
        on(Command.WithdrawOffer.class, t -> {
            t.picked();
            var bo = t.cast.bo();
            bo.screen();
            bo.ready();
            var handOver = "{\"items\":[{\"conversation\":\"%s\",\"to\":\"agent\",\"agent\":\"%s\",\"note\":\"请接手\"}]}"
                    .formatted(t.id, bo.id());
            t.chens.until(
                    "Bo is there, and asked",
                    () -> t.amy.browser()
                            .post("/hand-overs", handOver)
                            .ok()
                            .at("/items/0/outcome")
                            .asText()
                            .equals("offered"));
            t.assertTruth();
            t.amy.give(t.id, "transfer/withdraw", json());
        });
        on(Command.TransferToGroup.class, t -> {
            t.picked();
            t.amy.transferToGroup(t.id, Cast.AMYS_OTHER_GROUP);
        });
        on(Command.Reassign.class, t -> {
            t.picked();
            t.does(new Command.Reassign(new Actor.Agent(new AgentId(UUID.fromString(t.chen.id())), true)));
        });
        on(Command.LoseAgent.class, t -> {
            t.answered();
            t.does(new Command.LoseAgent(t.amysId(), "removed"));
            t.assertTruth();
            t.lin.say(t.id, "有人吗");
        });
        on(Command.EndShift.class, t -> {
            t.picked();
            t.does(new Command.EndShift(t.amysId()));
        });
        on(Command.AskToEnd.class, EveryCommandOnScreensTest::askedToEnd);
        on(Command.Withdraw.class, t -> {
            t.askedToEnd();
            t.amy.give(t.id, "withdraw", json());
        });
        on(Command.Resolve.class, EveryCommandOnScreensTest::resolved);
        on(Command.Unresolve.class, t -> {
            t.askedToEnd();
            t.lin.unresolve(t.id);
        });
        on(Command.Leave.class, t -> t.lin.leave(t.id));
        on(Command.End.class, t -> {
            t.picked();
            t.amy.end(t.id, "spam");
        });
        on(Command.CustomerGone.class, t -> t.does(new Command.CustomerGone()));
        on(Command.Park.class, EveryCommandOnScreensTest::parked);
        on(Command.Unpark.class, t -> {
            t.parked();
            t.does(new Command.Unpark(Actor.SYSTEM));
        });
        on(Command.SetPriority.class, t -> t.chen.give(t.id, "priority", json().put("priority", 3)));
        on(Command.Rate.class, t -> {
            t.resolved();
            t.lin.rate(t.id, 5);
        });
        on(Command.Fire.class, t -> t.passes(61, "queue_alarmed"));
    }

    /** How each clock that fires comes due. */
    private static final Map<Clock, Consumer<EveryCommandOnScreensTest>> CLOCKS = Map.ofEntries(
            Map.entry(Clock.QUEUE_ALARM, t -> t.passes(61, "queue_alarmed")),
            Map.entry(Clock.OVERFLOW, t -> t.passes(121, "overflowed")),
            Map.entry(Clock.QUEUE_TIMEOUT, t -> t.passes(301, "parked")),
            Map.entry(Clock.OFFER_TIMEOUT, t -> {
                t.offered();
                t.passes(21, "offer_ended");
            }),
            Map.entry(Clock.REPLY_NUDGE, t -> {
                t.picked();
                t.passes(61, "nudged");
            }),
            Map.entry(Clock.REPLY_ALARM, t -> {
                t.picked();
                t.passes(181, "reply_alarmed");
            }),
            Map.entry(Clock.REPLY_REASSIGN, t -> {
                t.picked();
                t.passes(601, "requeued");
            }),
            Map.entry(Clock.SILENT_AFTER, t -> {
                t.answered();
                t.passes(301, "silenced");
            }),
            Map.entry(Clock.REMINDER, t -> {
                t.answered();
                t.passes(301, "silenced");
                t.passes(300, "reminded");
            }),
            Map.entry(Clock.SYSTEM_END, t -> {
                t.answered();
                t.passes(301, "silenced");
                t.passes(300, "reminded");
                t.passes(300, "ended");
            }),
            Map.entry(Clock.CONFIRMATION_TIMEOUT, t -> {
                t.askedToEnd();
                t.passes(1_801, "ended");
            }));

    /** Nobody is given anything by the router, so that offers can be made by hand. */
    private static final String POLICY = """
            {"assignment": {"mode": "manual"},
             "queue": {"overflow_after_seconds": 120, "overflow_groups": ["%s"], "timeout_after_seconds": 300,
                       "timeout_action": "park", "ends_when_customer_gone": true},
             "reply": {"reassign_after_seconds": 600},
             "silence": {"reminders": [{"after_seconds": 600, "texts": {"zh": "在吗", "en": "Hello?"}}],
                         "system_end_after_seconds": 900}}
            """;

    @TestHTTPResource
    URI server;

    @Inject
    Conversations conversations;

    private Cast cast;
    private Cast.Customer lin;
    private Cast.Staff amy;
    private Cast.Staff chen;
    private Screen lins;
    private Screen amys;
    private Screen chens;
    private String id;

    @BeforeEach
    void everybody_looks_at_lins_conversation() {
        cast = new Cast(server);
        publish(POLICY.formatted(Cast.Browsers.group(server, Cast.BOS_OTHER_GROUP)));
        lin = cast.lin();
        amy = cast.amy();
        chen = cast.chen();
        lins = lin.screen();
        amys = amy.screen();
        chens = chen.screen();
        amy.ready();
        id = lin.start("帮帮我");
        lins.follow(id);
        amys.follow(id);
        chens.follow(id);
    }

    @AfterEach
    void everybody_goes() {
        cast.close();
        publish("{}");
    }

    static Stream<Class<? extends Command>> commands() {
        return COMMANDS.keySet().stream();
    }

    static Stream<Clock> clocks() {
        return CLOCKS.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void after_a_command(Class<? extends Command> command) {
        COMMANDS.get(command).accept(this);
        assertTruth();
    }

    @ParameterizedTest
    @MethodSource("clocks")
    void after_a_clock(Clock clock) {
        CLOCKS.get(clock).accept(this);
        assertTruth();
    }

    @Test
    void no_command_and_no_clock_is_left_out() {
        assertThat(names(COMMANDS.keySet().stream())).containsExactlyElementsOf(names(leaves(Command.class)));
        assertThat(CLOCKS.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Clock.values()).filter(Clock::isArmed).toList());
    }

    private static Stream<Class<?>> leaves(Class<?> sealed) {
        return Arrays.stream(sealed.getPermittedSubclasses())
                .flatMap(type -> type.isSealed() ? leaves(type) : Stream.of(type));
    }

    private static List<String> names(Stream<? extends Class<?>> types) {
        return types.map(Class::getSimpleName).sorted().toList();
    }

    // --- steps

    private void picked() {
        amy.pick(id);
    }

    private void answered() {
        picked();
        amy.say(id, "您好");
    }

    private void askedToEnd() {
        answered();
        amy.give(id, "ask-to-end", json().put("summary", "密码已重置"));
    }

    private void resolved() {
        askedToEnd();
        lin.resolve(id);
    }

    private void offered() {
        does(new Command.Offer(amysId()));
    }

    private void parked() {
        does(new Command.Park(Actor.SYSTEM, "closed"));
    }

    /** What no screen can ask for yet comes in by the machine's door. */
    private void does(Command command) {
        conversations.give(Conversations.MACHINE, ConversationId.of(id), command);
    }

    private AgentId amysId() {
        return new AgentId(UUID.fromString(amy.id()));
    }

    private void passes(long seconds, String until) {
        TestDatabase.ofServer().forward(Duration.ofSeconds(seconds));
        chens.until(
                until,
                () -> chens.thread(id).entries().stream()
                        .anyMatch(entry -> entry.get("kind").asText().equals(until)));
    }

    // --- the truth

    private void assertTruth() {
        TruthOnScreens.shows(lins, id, () -> lin.snapshot(id));
        TruthOnScreens.shows(chens, id, () -> chen.snapshot(id));
        if (amy.browser().get(Cast.Staff.path(id)).status() == 200) {
            TruthOnScreens.shows(amys, id, () -> amy.snapshot(id));
        } else {
            amys.await("gone", id);
        }
    }

    private void publish(String policy) {
        cast.admin()
                .browser()
                .put("/admin/policies/" + Cast.Browsers.group(server, Cast.SHARED_GROUP), policy)
                .ok();
    }

    private static void on(Class<? extends Command> command, Consumer<EveryCommandOnScreensTest> steps) {
        COMMANDS.put(command, steps);
    }

    private static ObjectNode json() {
        return Json.MAPPER.createObjectNode();
    }
}
