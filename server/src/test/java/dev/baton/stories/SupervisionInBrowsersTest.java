package dev.baton.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import dev.baton.Cast;
import dev.baton.platform.database.DatabaseForServer;
import dev.baton.platform.database.InvariantsHold;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;

/** A supervisor in one browser, an agent in another, a customer in a third; no page is ever reloaded. */
@QuarkusTest
@QuarkusTestResource(DatabaseForServer.class)
@ExtendWith(InvariantsHold.class)
@Tag("browser")
class SupervisionInBrowsersTest {

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
    void a_supervisor_sets_priority_and_category_assigns_over_the_rules_and_ends_with_a_reason() {
        var lin = CustomerWindow.open(windows, windows.desktop("en"));
        lin.write("I was charged twice");
        var amy = AgentWindow.signIn(windows, windows.desktop("en"), "amy");
        var chen = AgentWindow.signIn(windows, windows.desktop("en"), "chen");
        chen.tab("Queue");
        chen.open("I was charged twice");

        choose(chen, "Set priority", "Urgent", "Set");
        chen.sees("Priority is now Urgent");
        choose(chen, "Change category", "Products and prices", "Change");
        chen.sees("Category is now “Products and prices” · Sales");

        chen.menu("Assign");
        assertThat(chen.dialog().getByLabel("Amy")).isDisabled();
        chen.dialog().getByText("Override capacity and duty as supervisor").click();
        chen.dialog().getByText("Amy", exactly()).click();
        chen.press("Assign");
        chen.sees("Chen assigned it to Amy");
        amy.open("I was charged twice");
        amy.sees("Chen assigned it to Amy");
        lin.sees("Amy");

        choose(chen, "End conversation", "Duplicate", "End conversation");
        amy.sees("Chen ended the conversation · Duplicate");
        lin.sees("ended");
    }

    @Test
    void what_an_agent_gives_to_a_group_of_others_leaves_their_screen_without_a_word() {
        var lin = CustomerWindow.open(windows, windows.desktop("en"));
        lin.write("The invoice names the wrong company");
        var amy = AgentWindow.signIn(windows, windows.desktop("en"), "amy");
        var chen = AgentWindow.signIn(windows, windows.desktop("en"), "chen");
        chen.tab("Queue");
        amy.getReady();
        amy.open("The invoice names the wrong company");

        amy.press("Transfer");
        amy.dialog()
                .getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName("To a group"))
                .click();
        amy.dialog().getByText("Billing", exactly()).click();
        amy.dialog().getByLabel("Reason").selectOption("wrong_topic");
        amy.dialog().locator("button[type=submit]").click();
        assertThat(amy.page.getByText("Choose a conversation")).isVisible();
        assertThat(amy.page.getByText("You can no longer see this conversation"))
                .hasCount(0);

        chen.open("The invoice names the wrong company");
        chen.sees("Amy transferred to Billing · Reason: ");
    }

    private static void choose(AgentWindow who, String menuItem, String option, String action) {
        who.menu(menuItem);
        who.dialog().getByText(option, exactly()).click();
        who.dialog()
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(action).setExact(true))
                .click();
        assertThat(who.dialog()).hasCount(0);
    }

    private static Locator.GetByTextOptions exactly() {
        return new Locator.GetByTextOptions().setExact(true);
    }
}
