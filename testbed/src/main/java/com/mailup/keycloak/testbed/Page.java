package com.mailup.keycloak.testbed;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.TimeoutError;
import java.util.List;
import java.util.stream.Collectors;

/** A screen of ours in a browser tab, known by the page id that its body carries. */
public class Page {

    private static final String LEFT = "data-left-by-test";

    protected final com.microsoft.playwright.Page tab;

    /** Waits for the page of this id; fails saying which page is there instead. */
    public Page(com.microsoft.playwright.Page tab, String id) {
        this.tab = tab;
        try {
            tab.locator("body[data-page-id='" + id + "']").waitFor();
        } catch (TimeoutError e) {
            String text = tab.locator("body").innerText();
            throw new AssertionError(
                    "Page '%s' expected, '%s' found at %s:%n%s".formatted(id, idOf(tab), tab.url(), text));
        }
    }

    public static String idOf(com.microsoft.playwright.Page tab) {
        return tab.locator("body").getAttribute("data-page-id");
    }

    public com.microsoft.playwright.Page tab() {
        return tab;
    }

    public String heading() {
        return tab.locator("h1").innerText().strip();
    }

    /** The sentence that the page has to say, over its form or in place of one; empty where there is none. */
    public String message() {
        return textOf(".kc-feedback-text, .instruction");
    }

    /** The sentence at a field; empty where there is none. */
    public String errorOf(String field) {
        return textOf("[id='input-error-" + field + "']");
    }

    /** All that a person can read. */
    public String text() {
        return tab.locator("body").innerText();
    }

    /** The language the page says it is in. */
    public String language() {
        return tab.locator("html").getAttribute("lang");
    }

    /** Chooses a language at the foot of the page. */
    public void switchLanguage(String language) {
        leave(() -> tab.click("nav :is(a, button)[lang=" + language + "]"));
    }

    /** Does what leaves this page and waits for the next one, even where that is this same page again. */
    protected void leave(Runnable action) {
        tab.locator("body").evaluate("body => body.setAttribute('" + LEFT + "', '')");
        action.run();
        tab.locator("body:not([" + LEFT + "])").waitFor();
    }

    /** Presses the first button that sends the page's first form. */
    protected void submit() {
        leave(() -> tab.locator("main form :is(button:not([type=button]), [type=submit])")
                .first()
                .click());
    }

    /** Fails with a readable list where axe finds a barrier. */
    public void assertAccessible() {
        List<Rule> violations = new AxeBuilder(tab).analyze().getViolations();
        if (!violations.isEmpty()) {
            throw new AssertionError(idOf(tab) + " has barriers:\n"
                    + violations.stream().map(Page::describe).collect(Collectors.joining("\n")));
        }
    }

    /** By how many pixels the page is wider than its window. */
    public int horizontalOverflow() {
        Object pixels =
                tab.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        return ((Number) pixels).intValue();
    }

    private String textOf(String selector) {
        Locator found = tab.locator(selector);
        return found.count() == 0 ? "" : found.first().innerText().strip();
    }

    private static String describe(Rule rule) {
        return "- %s (%s): %s at %s"
                .formatted(
                        rule.getId(),
                        rule.getImpact(),
                        rule.getHelp(),
                        rule.getNodes().stream()
                                .map(node -> node.getTarget().toString())
                                .toList());
    }
}
