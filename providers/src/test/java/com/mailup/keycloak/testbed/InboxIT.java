package com.mailup.keycloak.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestBed.class)
final class InboxIT {

    private final Mailbox mailbox = new Mailbox();
    private final Inbox inbox = new Inbox(mailbox, 0);

    @AfterEach
    void stop() {
        inbox.close();
        mailbox.close();
    }

    @Journey
    void a_link_in_the_html_of_a_mail_opens_a_tab(Browser browser) {
        send("anna@example.com", "<html><head></head><a href='" + inbox.url() + "api/messages'>Entra</a></html>");

        com.microsoft.playwright.Page tab = browser.open(inbox.url());
        com.microsoft.playwright.Page opened = tab.waitForPopup(
                () -> tab.frameLocator("iframe").getByText("Entra").click());

        opened.waitForURL("**/api/messages");
    }

    @Test
    void a_script_in_a_mail_does_not_run(Browser browser) {
        send("anna@example.com", "<p>Ciao</p><script>document.body.textContent = 'pwned'</script>");

        com.microsoft.playwright.Page tab = browser.open(inbox.url());

        assertThat(tab.frameLocator("iframe").locator("body").innerText()).isEqualTo("Ciao");
        tab.navigate(inbox.url() + "messages/1/html");
        assertThat(tab.locator("body").innerText()).isEqualTo("Ciao");
    }

    @Test
    void a_new_mail_shows_by_itself_and_leaves_the_open_one_open(Browser browser) {
        com.microsoft.playwright.Page tab = browser.open(inbox.url());
        send("anna@example.com", "<p>Prima</p>");
        tab.locator("main h2").waitFor();
        send("carlo@example.com", "<p>Seconda</p>");
        tab.locator("nav li").nth(1).waitFor();

        assertThat(tab.frameLocator("iframe").locator("body").innerText()).isEqualTo("Prima");
        tab.getByText("Delete all").click();
        tab.getByText("No message yet").waitFor();
    }

    @Test
    void it_is_accessible_in_the_light_and_in_the_dark_and_on_a_phone(Browser browser) {
        // axe looks into frames too, and would wait for ever in one that may run no script.
        send("anna@example.com", "text/plain", "Ciao: https://example.com/");

        for (Browser person : new Browser[] {browser, browser.inTheDark(), browser.sized(320, 640)}) {
            Page page = new Page(person.open(inbox.url()), "inbox");
            page.assertAccessible();
            assertThat(page.horizontalOverflow()).isZero();
        }
    }

    private void send(String to, String html) {
        send(to, "text/html", html);
    }

    private void send(String to, String type, String body) {
        ServerSetup there = new ServerSetup(mailbox.port(), "localhost", ServerSetup.PROTOCOL_SMTP);
        GreenMailUtil.sendMessageBody(to, "noreply@example.com", "Ciao", body, type + "; charset=utf-8", there);
        mailbox.await(to);
    }
}
