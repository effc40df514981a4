package com.mailup.keycloak.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.mailup.keycloak.login.LoginPage;
import com.mailup.keycloak.testbed.AdminApi;
import com.mailup.keycloak.testbed.Await;
import com.mailup.keycloak.testbed.Browser;
import com.mailup.keycloak.testbed.Compose;
import com.mailup.keycloak.testbed.Page;
import com.mailup.keycloak.testbed.Person;
import com.mailup.keycloak.testbed.Reply;
import com.mailup.keycloak.testbed.SlowSenders;
import com.mailup.keycloak.testbed.TestBed;
import com.mailup.keycloak.testbed.Visitor;
import com.mailup.keycloak.usernamerecovery.UsernameRecoveryPage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code docker-compose.yml}, from the first start to nothing left of it. */
@Tag("container")
@ExtendWith(TestBed.class)
class ComposeIT {

    private static final List<String> SERVICES =
            List.of("postgres", "mailpit", "keycloak", "keycloak2", "proxy", "platform");

    /** The services by the names that the proxy gives them in its cookie. */
    private static final Map<String, String> NODES = Map.of("one", "keycloak", "two", "keycloak2");

    /** {@code timeout http-request} of the proxy. */
    private static final Duration CUT_OFF = Duration.ofSeconds(10);

    private static final Duration COMING_BACK = Duration.ofMinutes(2);

    @BeforeAll
    static void compose_is_here() {
        assumeTrue(Compose.isHere(), "Neither docker compose nor docker-compose is installed");
    }

    @Test
    void a_start_without_a_secret_is_refused_and_says_which() {
        for (String secret : List.of(
                "POSTGRES_PASSWORD",
                "KEYCLOAK_DB_PASSWORD",
                "PLATFORM_DB_PASSWORD",
                "KC_BOOTSTRAP_ADMIN_PASSWORD",
                "PLATFORM_SECRET")) {
            Compose compose = new Compose().with(secret, "");
            assertThatThrownBy(() -> compose.run("config")).hasMessageContaining("set " + secret + " in .env");
        }
    }

    /** Longer than others may take: containers are started nine times. */
    @Tag("S2")
    @Tag("S13")
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    @Test
    void a_node_is_killed_during_a_login_and_a_recovery_and_both_finish(Browser browser) {
        Compose compose = new Compose();
        try (compose) {
            compose.up(SERVICES);
            eachHasOnlyWhatIsItsOwn(compose);
            slowSendersAreNotNoticed(compose);
            Person person =
                    Person.any().withEmail(UUID.randomUUID() + "@example.com").withAttribute("plan", "active");
            AdminApi admin = compose.admin();
            admin.create(person);

            com.microsoft.playwright.Page login = open(browser, compose);
            Browser another = browser.another();
            com.microsoft.playwright.Page recovery = open(another, compose);
            new LoginPage(recovery).forgotUsername();
            UsernameRecoveryPage form = new UsernameRecoveryPage(recovery);
            String killed = node(login);
            compose.kill(killed);
            form.recover(person.email());
            new LoginPage(login).signIn(person);

            assertThat(new Page(login, "platform-abbonamento").text()).contains(person.username());
            assertThat(compose.inbox().await(person.email())).contains(person.username());

            compose.start(killed);
            theOtherNodeIsKilled(compose, person, browser.another());
            anAddressThatIsNoneIsAnswered(compose);
            theProxyIsStartedAgain(compose);
            assertThat(compose.log("keycloak", "keycloak2", "proxy", "platform", "postgres"))
                    .doesNotContain(person.email(), Person.PASSWORD);
        }
        assertThat(compose.left()).isEmpty();
    }

    private static void eachHasOnlyWhatIsItsOwn(Compose compose) {
        Map.of(
                        "keycloak", List.of("KEYCLOAK_DB_PASSWORD", "PLATFORM_SECRET", "KC_BOOTSTRAP_ADMIN_PASSWORD"),
                        "platform", List.of("PLATFORM_DB_PASSWORD", "PLATFORM_SECRET"),
                        "postgres", List.of("POSTGRES_PASSWORD"),
                        "databases", List.of("POSTGRES_PASSWORD", "KEYCLOAK_DB_PASSWORD", "PLATFORM_DB_PASSWORD"),
                        "proxy", List.<String>of(),
                        "mailpit", List.<String>of())
                .forEach((service, own) -> {
                    assertThat(compose.secretsIn(service)).as(service).containsExactlyInAnyOrderElementsOf(own);
                    assertThat(compose.inspected(service, "{{.HostConfig.SecurityOpt}}"))
                            .contains("no-new-privileges");
                    assertThat(compose.inspected(service, "{{.HostConfig.CapDrop}}"))
                            .as(service)
                            .contains("ALL");
                });
        // All threads of the kernel's are its own: the first is the service's.
        for (String service : List.of("keycloak", "proxy", "platform", "postgres")) {
            assertThat(compose.run("exec", "-T", service, "grep", "CapEff", "/proc/1/status"))
                    .as(service)
                    .contains("0000000000000000");
        }
        assertThat(compose.run(
                                "exec",
                                "-T",
                                "postgres",
                                "psql",
                                "-U",
                                "postgres",
                                "-Atc",
                                "select rolname || rolsuper || rolcreaterole from pg_roles where rolcanlogin order by 1")
                        .lines())
                .containsExactly("keycloakfalsefalse", "platformfalsefalse", "postgrestruetrue");
    }

    /** 150 of each sort at each address, until the proxy has cut each of them off. */
    private static void slowSendersAreNotNoticed(Compose compose) {
        String login = compose.keycloak() + "/realms/mailup/protocol/openid-connect/auth";
        String token = compose.keycloak() + "/realms/mailup/protocol/openid-connect/token";
        String page = login + "?client_id=platform&response_type=code&scope=openid&code_challenge_method=S256"
                + "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&redirect_uri="
                + compose.platform().replace(":", "%3A").replace("/", "%2F") + "%2Facquisto";
        assertAnswersAtOnce(page, compose.platform(), 5);
        try (SlowSenders bodies = SlowSenders.ofBodies(token, 150);
                SlowSenders headers = SlowSenders.ofHeaders(login, 150);
                SlowSenders platformBodies = SlowSenders.ofBodies(compose.platform() + "/", 150);
                SlowSenders platformHeaders = SlowSenders.ofHeaders(compose.platform() + "/", 150)) {
            List<SlowSenders> senders = List.of(bodies, headers, platformBodies, platformHeaders);
            do {
                assertAnswersAtOnce(page, compose.platform(), 10);
            } while (senders.stream().anyMatch(sender -> sender.cutOff() < 150));
        }
    }

    /** Within a second at the median; somebody who has to wait for the senders waits until they are cut off. */
    private static void assertAnswersAtOnce(String login, String platform, int times) {
        List<Duration> took = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            Reply page = new Visitor().open(login);
            assertThat(page.pageId()).isEqualTo("login-login");
            Reply home = new Visitor().open(platform + "/");
            assertThat(home.status()).isEqualTo(200);
            took.addAll(List.of(page.took(), home.took()));
        }
        took.sort(null);
        assertThat(took.get(times)).isLessThan(Duration.ofSeconds(1));
        assertThat(took.get(took.size() - 1)).isLessThan(CUT_OFF.dividedBy(2));
    }

    /** The one that was away has learned what the other knows. */
    private static void theOtherNodeIsKilled(Compose compose, Person person, Browser browser) {
        com.microsoft.playwright.Page tab = open(browser, compose);
        compose.kill(node(tab));
        new LoginPage(tab).signIn(person);
        new Page(tab, "platform-abbonamento");
        tab.click("#logout");
        new Page(tab, "platform-home");
    }

    private static void anAddressThatIsNoneIsAnswered(Compose compose) {
        for (String claimed : List.of("", "10.1.1.1,", "nobody")) {
            Visitor visitor = new Visitor().header("X-Forwarded-For", claimed);
            assertThat(visitor.open(compose.keycloak() + "/realms/mailup").status())
                    .isEqualTo(200);
        }
    }

    /** Its network goes with it, and the platform, which lives there, comes back by itself. */
    private static void theProxyIsStartedAgain(Compose compose) {
        compose.run("restart", "proxy");
        Await.until("the platform answers again", COMING_BACK, () -> answers(compose.platform()));
    }

    private static boolean answers(String url) {
        try {
            return new Visitor().open(url).status() == 200;
        } catch (IllegalStateException nobodyYet) {
            return false;
        }
    }

    private static com.microsoft.playwright.Page open(Browser browser, Compose compose) {
        com.microsoft.playwright.Page tab = browser.open(compose.platform());
        tab.click("#accedi");
        new LoginPage(tab);
        return tab;
    }

    /** Where this browser's requests go. */
    private static String node(com.microsoft.playwright.Page tab) {
        return tab.context().cookies().stream()
                .filter(cookie -> cookie.name.equals("NODE"))
                .map(cookie -> NODES.get(cookie.value))
                .findFirst()
                .orElseThrow();
    }
}
