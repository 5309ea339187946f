package dev.baton.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.baton.identity.Browser;

/** An agent in the workbench. */
final class AgentWindow {

    final Page page;

    private AgentWindow(Page page) {
        this.page = page;
    }

    static AgentWindow signIn(Windows windows, Page page, String name) {
        page.navigate(windows.at("/"));
        page.locator("#email").fill(name + "@baton.example");
        page.locator("#password").fill(Browser.PASSWORD);
        page.locator("#password").press("Enter");
        assertThat(page.locator("#password")).hasCount(0);
        return new AgentWindow(page);
    }

    void open(String customerWords) {
        page.getByText(customerWords).first().click();
        assertThat(composer()).isVisible();
    }

    Locator composer() {
        return page.locator("textarea").first();
    }

    void reply(String words) {
        composer().fill(words);
        composer().press("Enter");
        sees(words);
    }

    void sees(String words) {
        assertThat(page.getByText(words).last()).isVisible();
    }

    void press(String name) {
        button(name).first().click();
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    void tab(String name) {
        page.locator(".tabs").getByText(name).click();
    }

    /** What is under the dots of the open conversation. */
    void menu(String item) {
        press("More");
        page.getByRole(
                        AriaRole.MENUITEM,
                        new Page.GetByRoleOptions().setName(item).setExact(true))
                .click();
        assertThat(dialog()).isVisible();
    }

    Locator dialog() {
        return page.getByRole(AriaRole.DIALOG);
    }

    void getReady() {
        press("Switch to Ready");
    }

    void note(String words) {
        page.getByText("Note", new Page.GetByTextOptions().setExact(true))
                .first()
                .click();
        composer().fill(words);
        composer().press("Enter");
        sees(words);
        page.getByText("Reply", new Page.GetByTextOptions().setExact(true))
                .first()
                .click();
    }

    void askToEnd(String summary) {
        press("Ask to end");
        page.getByRole(AriaRole.DIALOG).getByRole(AriaRole.TEXTBOX).fill(summary);
        press("Ask the customer");
        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
    }
}
