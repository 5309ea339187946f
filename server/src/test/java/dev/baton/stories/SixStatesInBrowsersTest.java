package dev.baton.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketRoute;
import dev.baton.Cast;
import dev.baton.platform.database.DatabaseForServer;
import dev.baton.platform.database.InvariantsHold;
import dev.baton.platform.database.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;

/** A customer in one browser and an agent in another, through all six states; no page is ever reloaded. */
@QuarkusTest
@QuarkusTestResource(DatabaseForServer.class)
@ExtendWith(InvariantsHold.class)
@Tag("browser")
class SixStatesInBrowsersTest {

    @TestHTTPResource("/")
    URI server;

    private Cast cast;
    private Windows windows;

    @BeforeEach
    void everybodyIsThere(TestInfo story) {
        cast = new Cast(server);
        windows = new Windows(server, story.getTestMethod().orElseThrow().getName());
    }

    @AfterEach
    void everybodyGoesHome() {
        windows.close();
        cast.close();
    }

    @Test
    void a_customer_and_an_agent_carry_one_conversation_through_all_six_states() {
        var lin = CustomerWindow.open(windows, windows.desktop("en"));
        lin.write("My invoice is wrong 😀");
        lin.sees("You are next");
        assertThat(state()).isEqualTo("queued");

        var amy = AgentWindow.signIn(windows, windows.desktop("en"), "amy");
        amy.getReady();
        amy.open("My invoice is wrong");
        eventuallyState("awaiting_agent");
        lin.sees("Amy");

        amy.note("Smells like a double booking");
        amy.reply("Hello, let me look at it");
        lin.sees("Hello, let me look at it");
        lin.doesNotSee("Smells like a double booking");
        eventuallyState("awaiting_customer");

        lin.write("Thank you 谢谢");
        amy.sees("Thank you 谢谢");
        eventuallyState("awaiting_agent");

        amy.askToEnd("Invoice corrected");
        lin.sees("Has your question been solved?");
        lin.sees("Invoice corrected");
        eventuallyState("awaiting_confirmation");
        lin.press("Not yet");
        eventuallyState("awaiting_agent");
        amy.sees("Customer: not solved");

        amy.askToEnd("Now it is");
        lin.press("Solved");
        eventuallyState("ended");
        lin.rate(5, "Fast and kind");
        lin.sees("Thank you for your feedback!");

        lin.write("One more question");
        eventuallyState("awaiting_agent");
        amy.sees("One more question");
        amy.reply("Of course, here you go");
        eventuallyState("awaiting_customer");
        for (var step :
                List.of(Duration.ofMinutes(6), Duration.ofMinutes(10), Duration.ofHours(1), Duration.ofHours(23))) {
            TestDatabase.ofServer().forward(step);
            eventuallyFired();
        }
        eventuallyState("system_ended");
        lin.sees("Ended because we did not hear from you");
        assertThat(kinds()).contains("silenced", "reminded", "reopened", "rated", "unresolved", "note");
    }

    @Test
    void words_written_offline_are_kept_and_arrive_once_when_the_line_is_back() {
        var page = windows.desktop("en");
        var wang = CustomerWindow.open(windows, page);
        wang.write("Are you there?");
        page.context().setOffline(true);
        wang.composer().fill("Written in a tunnel");
        wang.composer().press("Enter");
        wang.sees("Your words are kept");
        page.context().setOffline(false);
        eventually(() -> stored("Written in a tunnel") == 1);
        wang.sees("Written in a tunnel");
    }

    @Test
    void where_sockets_are_blocked_the_chat_goes_over_events_both_ways() {
        var page = windows.desktop("en");
        page.routeWebSocket(Pattern.compile(".*/api/v1/live"), WebSocketRoute::close);
        var wang = CustomerWindow.open(windows, page);
        wang.write("No sockets in this office");
        eventually(() -> stored("No sockets in this office") == 1);
        var amy = cast.amy().ready();
        var conversation = conversationWith("No sockets in this office");
        amy.pick(conversation);
        amy.say(conversation, "Then over events");
        wang.sees("Then over events");
        wang.write("I hear you");
        eventually(() -> stored("I hear you") == 1);
        amy.say(conversation, "So do I");
        wang.sees("So do I");
    }

    @Test
    void the_chat_survives_a_reload_and_speaks_chinese_on_a_phone() {
        var page = windows.phone("zh");
        var lin = CustomerWindow.open(windows, page);
        lin.write("发票抬头写错了，怎么办？");
        eventually(() -> stored("发票抬头写错了，怎么办？") == 1);
        page.reload();
        page.locator("baton-widget button.launcher").click();
        lin.sees("发票抬头写错了，怎么办？");
        org.assertj.core.api.Assertions.assertThat(overflow(page))
                .as("nothing sticks out sideways")
                .isZero();
    }

    private static int overflow(Page page) {
        return ((Number) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .intValue();
    }

    private void eventuallyFired() {
        eventually(() -> TestDatabase.ofServer()
                        .jdbi()
                        .withHandle(handle -> handle.createQuery(
                                        "SELECT count(*) FROM conversations WHERE next_due <= baton_now()")
                                .mapTo(Integer.class)
                                .one())
                == 0);
    }

    private static int stored(String words) {
        return TestDatabase.ofServer()
                .jdbi()
                .withHandle(
                        handle -> handle.createQuery("SELECT count(*) FROM conversation_entries WHERE body = :words")
                                .bind("words", words)
                                .mapTo(Integer.class)
                                .one());
    }

    private static String conversationWith(String words) {
        return TestDatabase.ofServer()
                .jdbi()
                .withHandle(handle -> handle.createQuery(
                                "SELECT conversation FROM conversation_entries WHERE body = :words")
                        .bind("words", words)
                        .mapTo(String.class)
                        .one());
    }

    private static String state() {
        return TestDatabase.ofServer()
                .jdbi()
                .withHandle(handle -> handle.createQuery("SELECT state FROM conversations ORDER BY id DESC LIMIT 1")
                        .mapTo(String.class)
                        .one());
    }

    private static List<String> kinds() {
        return TestDatabase.ofServer()
                .jdbi()
                .withHandle(
                        handle -> handle.createQuery("""
                        SELECT DISTINCT kind FROM conversation_entries WHERE conversation =
                            (SELECT id FROM conversations ORDER BY id DESC LIMIT 1)
                        """).mapTo(String.class).list());
    }

    private static void eventuallyState(String state) {
        eventually(() -> state().equals(state));
    }

    private static void eventually(java.util.function.BooleanSupplier condition) {
        long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > until) {
                throw new AssertionError("still not so; the state is " + state());
            }
            java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
        }
    }
}
