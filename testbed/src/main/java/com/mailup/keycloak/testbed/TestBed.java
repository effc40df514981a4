package com.mailup.keycloak.testbed;

import com.mailup.keycloak.screens.ScreenFixture;
import com.mailup.keycloak.trialregistration.Applicant;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives a test the real server, mailbox and platforms of the run, and a browser and people of its own. */
public final class TestBed implements ExecutionCondition, ParameterResolver, BeforeEachCallback, AfterEachCallback {

    private static final Namespace HERE = Namespace.create(TestBed.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext test) {
        return !Containers.wanted() || Containers.haveEngine()
                ? ConditionEvaluationResult.enabled("There is what it runs on")
                : ConditionEvaluationResult.disabled(
                        "No container engine answers: DOCKER_HOST, or Docker's usual socket");
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        suite(test).mailbox.clear();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parts(test).containsKey(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return parts(test).get(parameter.getParameter().getType()).get();
    }

    private static Map<Class<?>, Supplier<?>> parts(ExtensionContext test) {
        Suite suite = suite(test);
        return Map.ofEntries(
                entry(KeycloakServer.class, suite.server::get),
                entry(AdminApi.class, suite.admin::get),
                entry(Mailbox.class, () -> suite.mailbox),
                entry(Figures.class, () -> suite.figures),
                entry(RelyingParty.class, suite::platform),
                entry(BearerApi.class, () -> suite.platform().admin()),
                entry(QueueAdmin.class, () -> new QueueAdmin(suite.admin.get(), suite.mailbox)),
                entry(DirectoryRealm.class, () -> directoryRealm(test)),
                entry(SpringPlatform.class, suite.spring::get),
                entry(Cluster.class, suite.cluster::get),
                entry(Person.class, () -> suite.admin.get().create(Person.any())),
                entry(ScreenFixture.class, () -> fixture(suite)),
                entry(Visitor.class, Visitor::new),
                entry(Applicant.class, Applicant::any),
                entry(Browser.class, () -> browser(test)));
    }

    private static ScreenFixture fixture(Suite suite) {
        return new ScreenFixture(suite.server.get(), suite.admin.get(), suite.mailbox, suite.platform());
    }

    /** One for all tests of a class. */
    private static DirectoryRealm directoryRealm(ExtensionContext test) {
        Suite suite = suite(test);
        String name = test.getRequiredTestClass().getSimpleName();
        DirectoryRealm realm = test.getStore(HERE)
                .getOrComputeIfAbsent(
                        DirectoryRealm.class,
                        type -> new DirectoryRealm(suite.server.get(), suite.admin.get(), suite.mailbox, name),
                        DirectoryRealm.class);
        realm.forget();
        return realm;
    }

    private static Map.Entry<Class<?>, Supplier<?>> entry(Class<?> type, Supplier<?> part) {
        return Map.entry(type, part);
    }

    /** Of the several tests that a {@link Journey} is, those with these settings. */
    static void set(ExtensionContext test, BrowserProfile look) {
        test.getStore(HERE).put(BrowserProfile.class, look);
    }

    private static Browser browser(ExtensionContext test) {
        Store store = test.getStore(HERE);
        BrowserProfile look = store.getOrDefault(BrowserProfile.class, BrowserProfile.class, BrowserProfile.USUAL);
        return store.getOrComputeIfAbsent(
                Browser.class, type -> new Browser(suite(test).chromium.get(), look), Browser.class);
    }

    /** Tests share the servers one after another: their clocks must not stay in the future. */
    @Override
    public void afterEach(ExtensionContext test) {
        Browser browser = test.getStore(HERE).get(Browser.class, Browser.class);
        if (browser != null && test.getExecutionException().isPresent()) {
            browser.keepEvidence(failureFolder(test));
        }
        suite(test).server.ifStarted(KeycloakServer::returnToPresent);
        suite(test).cluster.ifStarted(Cluster::returnToPresent);
        suite(test).spring.ifStarted(spring -> spring.travel(Duration.ZERO));
    }

    private static Path failureFolder(ExtensionContext test) {
        String method = test.getRequiredTestClass().getSimpleName() + "."
                + test.getRequiredTestMethod().getName();
        // Only the runs of a template have a name of their own, such as "[with JavaScript]".
        String name = test.getDisplayName().startsWith("[") ? method + "-" + test.getDisplayName() : method;
        return Repository.here().target().resolve("failures").resolve(name.replaceAll("[^\\w.]+", "-"));
    }

    private static Suite suite(ExtensionContext test) {
        return test.getRoot().getStore(HERE).getOrComputeIfAbsent(Suite.class, type -> new Suite(), Suite.class);
    }
}
