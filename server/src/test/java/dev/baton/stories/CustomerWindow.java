package dev.baton.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** A customer in front of the demo shop, with the chat open. */
final class CustomerWindow {

    final Page page;
    final FrameLocator chat;

    private CustomerWindow(Page page) {
        this.page = page;
        chat = page.frameLocator("iframe");
    }

    static CustomerWindow open(Windows windows, Page page) {
        page.navigate(windows.at("/demo/"));
        page.locator("baton-widget button.launcher").click();
        var window = new CustomerWindow(page);
        assertThat(window.composer()).isVisible();
        return window;
    }

    Locator composer() {
        return chat.getByRole(AriaRole.TEXTBOX).first();
    }

    void write(String words) {
        composer().fill(words);
        composer().press("Enter");
        sees(words);
    }

    void sees(String words) {
        assertThat(chat.getByText(words).last()).isVisible();
    }

    void doesNotSee(String words) {
        assertThat(chat.getByText(words)).hasCount(0);
    }

    void press(String name) {
        chat.getByRole(
                        AriaRole.BUTTON,
                        new FrameLocator.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    void rate(int score, String comment) {
        chat.locator("input[name=score]").nth(score - 1).check(new Locator.CheckOptions().setForce(true));
        chat.locator("form.more textarea").fill(comment);
        press("Send rating");
    }
}
