package dev.baton.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.baton.Cast;
import dev.baton.platform.database.DatabaseForServer;
import dev.baton.platform.database.InvariantsHold;
import dev.baton.platform.database.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;

/** A group that asks its agents before it gives them anything. */
@QuarkusTest
@QuarkusTestResource(DatabaseForServer.class)
@ExtendWith(InvariantsHold.class)
@Tag("browser")
class OffersInBrowsersTest {

    @TestHTTPResource("/")
    URI server;

    private Cast cast;
    private Windows windows;
    private AgentWindow amy;
    private CustomerWindow lin;

    @BeforeEach
    void lin_writes_to_a_group_that_asks(TestInfo story) {
        cast = new Cast(server);
        cast.amy();
        publish("{\"assignment\":{\"mode\":\"offer\",\"offer_misses\":1}}");
        windows = new Windows(server, story.getTestMethod().orElseThrow().getName());
        amy = AgentWindow.signIn(windows, windows.desktop("en"), "amy");
        amy.getReady();
        lin = CustomerWindow.open(windows, windows.desktop("en"));
        lin.write("My parcel is lost");
        assertThat(offers()).containsText("My parcel is lost");
    }

    @AfterEach
    void everybody_goes_home() {
        windows.close();
        cast.close();
        publish("{}");
    }

    private void publish(String policy) {
        cast.admin()
                .browser()
                .put("/admin/policies/" + Cast.Browsers.group(server, Cast.AMYS_OTHER_GROUP), policy)
                .ok();
    }

    @Test
    void one_key_accepts_and_the_conversation_is_open() {
        assertThat(offers().locator(".left")).containsText("0:");
        amy.page.keyboard().press("y");
        assertThat(amy.composer()).isVisible();
        assertThat(offers()).hasCount(0);
        amy.sees("Amy accepted the offer");
        amy.reply("I will look for it");
        lin.sees("I will look for it");
    }

    @Test
    void who_declines_says_why_and_is_not_asked_again() {
        amy.press("Decline");
        offers().getByText("Busy right now").click();
        assertThat(offers()).hasCount(0);
        amy.tab("Queue");
        amy.page.getByText("My parcel is lost").first().click();
        amy.sees("Amy declined the offer: Busy right now");
    }

    @Test
    void who_does_not_answer_is_set_away_and_told_and_comes_back_with_one_click() {
        TestDatabase.ofServer().forward(Duration.ofSeconds(21));
        amy.sees("You were set to away");
        assertThat(offers()).not().containsText("My parcel is lost");
        amy.press("I am back");
        assertThat(offers()).hasCount(0);
    }

    private Locator offers() {
        return amy.page.getByRole(
                AriaRole.REGION, new Page.GetByRoleOptions().setName("Offers that wait for your answer"));
    }
}
