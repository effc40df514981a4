package com.mailup.keycloak.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.mailup.keycloak.testbed.AdminApi;
import com.mailup.keycloak.testbed.Browser;
import com.mailup.keycloak.testbed.KeycloakServer;
import com.mailup.keycloak.testbed.Person;
import com.mailup.keycloak.testbed.TestBed;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.keycloak.admin.client.resource.ClientResource;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

@ExtendWith(TestBed.class)
record ConsoleIT(KeycloakServer server, AdminApi admin) {

    private static final String HELP = "A plan past its end counts as expired, whatever is set here.";

    @Test
    void a_plan_is_chosen_from_a_list_with_its_help_beside_it(Browser browser) {
        Person person = admin.create(Person.any().withAttribute("plan", "trial"));
        Console console = Console.open(browser, server).user(admin.userId(person.username()));
        Page tab = console.tab();

        assertThat(tab.locator("body").innerText()).contains("End of the plan");
        assertThat(console.showPlanHelp().help()).contains(HELP);
        tab.locator("button#plan").click();
        tab.getByRole(
                        com.microsoft.playwright.options.AriaRole.OPTION,
                        new Page.GetByRoleOptions().setName("Active").setExact(true))
                .click();
        tab.fill("[data-testid='planEndsAt']", "tomorrow");
        tab.locator("[data-testid='user-creation-save']").click();
        tab.getByText("This has to be an ISO 8601 date-time").first().waitFor();
        tab.fill("[data-testid='planEndsAt']", "2099-12-31T23:59:59Z");
        tab.locator("[data-testid='user-creation-save']").click();
        tab.getByText("The user has been saved").first().waitFor();

        UserRepresentation account = admin.user(person.username()).orElseThrow();
        assertThat(account.firstAttribute("plan")).isEqualTo("active");
        assertThat(account.firstAttribute("planEndsAt")).isEqualTo("2099-12-31T23:59:59Z");
    }

    @Test
    void a_landing_is_set_on_the_client_and_a_wrong_one_refused_with_the_reason(Browser browser) {
        ClientResource client = admin.client("platform");
        ProtocolMapperRepresentation mapper = admin.mapper("platform", "addresses");
        Page tab = Console.open(browser, server)
                .mapper(client.toRepresentation().getId(), mapper.getId())
                .tab();
        try {
            assertThat(tab.locator("body").innerText()).contains("Landing of trials", "Initiate login URI");
            tab.fill("[data-testid='landing.default']", "/altrove");
            tab.locator("[data-testid='save']").click();
            tab.getByText("none of the valid redirect URIs").first().waitFor();
            tab.fill("[data-testid='landing.default']", "/acquisto");
            tab.locator("[data-testid='save']").click();
            tab.getByText("Mapping successfully updated").first().waitFor();

            assertThat(admin.mapper("platform", "addresses").getConfig()).containsEntry("landing.default", "/acquisto");
        } finally {
            client.getProtocolMappers().update(mapper.getId(), mapper);
        }
    }

    @Test
    void the_settings_of_trials_are_on_their_step(Browser browser) {
        Page tab = Console.open(browser, server).trialSettings().tab();

        assertThat(tab.locator("body").innerText()).contains("Days of a trial", "Trials for an address");
        assertThat(tab.inputValue("[data-testid='trialDays']")).isEqualTo("30");
    }
}
