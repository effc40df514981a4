package com.mailup.keycloak.login;

import com.mailup.keycloak.testbed.Browser;
import com.mailup.keycloak.testbed.Page;
import com.mailup.keycloak.testbed.Person;
import com.mailup.keycloak.testbed.RelyingParty;

/** "Entra in piattaforma": the page that asks for user name and password. */
public final class LoginPage extends Page {

    public LoginPage(com.microsoft.playwright.Page tab) {
        super(tab, "login-login");
    }

    public static LoginPage open(Browser browser, RelyingParty platform) {
        return new LoginPage(browser.open(platform.loginUrl()));
    }

    /** Types both and presses the button; whatever page comes then is in the tab. */
    public void signIn(String username, String password) {
        tab.fill("#username", username);
        tab.fill("#password", password);
        submit();
    }

    public void signIn(Person person) {
        signIn(person.username(), person.password());
    }

    public String username() {
        return tab.inputValue("#username");
    }

    public void forgotUsername() {
        leave(() -> tab.click("a[href*='recover=username']"));
    }

    public void forgotPassword() {
        leave(() -> tab.click("a[href*='recover=password']"));
    }

    public void register() {
        leave(() -> tab.click("a[href*='/login-actions/registration']"));
    }

    /** Posts what a "try another way" link would, though the page has none. */
    public void askForAnotherWay() {
        leave(() -> tab.evaluate("""
                () => {
                  const form = document.querySelector('form');
                  form.append(Object.assign(document.createElement('input'), {name: 'tryAnotherWay', value: 'on'}));
                  HTMLFormElement.prototype.submit.call(form);
                }"""));
    }

    /** The page's own address, which a refresh asks for. */
    public String address() {
        return tab.locator("form").first().getAttribute("action").replaceFirst("session_code=[^&]*&", "");
    }
}
