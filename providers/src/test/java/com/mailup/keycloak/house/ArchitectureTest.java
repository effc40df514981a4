package com.mailup.keycloak.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.mailup.keycloak.mailqueue.MailDelivery;
import com.mailup.keycloak.mailqueue.MailDeliveryFactory;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.ReaderInterceptor;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.authentication.actiontoken.ActionTokenHandler;
import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;
import org.keycloak.storage.user.UserLookupProvider;
import org.keycloak.storage.user.UserQueryMethodsProvider;

@AnalyzeClasses(packages = "com.mailup.keycloak", importOptions = ArchitectureTest.OurJar.class)
class ArchitectureTest {

    /** What is packed into the jar, and no test. */
    static final class OurJar implements ImportOption {

        @Override
        public boolean includes(Location location) {
            return location.contains("/providers/target/classes/");
        }
    }

    private static final String[] SHARED = """
            ..flow.. ..flowcheck.. ..throttle.. ..mailqueue.. ..plan.. ..application.. ..account.. ..singleuse..
            ..userstore..""".split("\\s+");

    private static final Set<String> BY_ID = Set.of("getUserById", "addUser");

    /** What looks accounts up for those that may: deliveries, links that somebody has proved a mailbox with, and the login. */
    private static final Set<String> LOOK_UPS = Set.of("OwnedAccounts", "UnusedUserName", "UserStores");

    /** What a class of ours is so that a server finds it, beside Keycloak's kinds of providers and ours. */
    private static final Set<Class<?>> OTHER_SPIS = Set.of(
            MailDeliveryFactory.class,
            Spi.class,
            ExceptionMapper.class,
            ContainerRequestFilter.class,
            ReaderInterceptor.class);

    private static List<String> nouns(JavaClass type) {
        Stream<String> providers = type.getAllRawInterfaces().stream()
                .filter(ArchitectureTest::isKindOfProvider)
                .map(JavaClass::getSimpleName);
        Stream<String> others =
                OTHER_SPIS.stream().filter(spi -> type.isAssignableTo(spi)).map(Class::getSimpleName);
        return Stream.concat(providers, others)
                // Keycloak's own mappers and filters are called so.
                .map(noun ->
                        noun.replace("ProtocolMapper", "Mapper").replace("ContainerRequestFilter", "RequestFilter"))
                .toList();
    }

    private static boolean isKindOfProvider(JavaClass spi) {
        return (spi.isAssignableTo(Provider.class) || spi.isAssignableTo(ProviderFactory.class))
                && !spi.isEquivalentTo(Provider.class)
                && !spi.isEquivalentTo(ProviderFactory.class);
    }

    @ArchTest
    static final ArchRule no_packages_depend_on_each_other_in_a_circle =
            slices().matching("com.mailup.keycloak.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule features_do_not_see_each_other = slices().matching("com.mailup.keycloak.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(DescribedPredicate.alwaysTrue(), JavaClass.Predicates.resideInAnyPackage(SHARED));

    @ArchTest
    static final ArchRule flow_knows_no_feature = noClasses()
            .that()
            .resideInAPackage("..flow..")
            .should()
            .dependOnClassesThat(DescribedPredicate.and(
                    JavaClass.Predicates.resideInAPackage("com.mailup.keycloak.."),
                    DescribedPredicate.not(JavaClass.Predicates.resideInAPackage("..flow.."))));

    /** So that no answer can depend on whether an account exists: deliveries run on workers, after the answer. */
    @ArchTest
    static final ArchRule only_deliveries_look_accounts_up = noClasses()
            .that()
            .areNotAssignableTo(MailDelivery.class)
            .and(DescribedPredicate.not(lookUps()))
            .and()
            .resideOutsideOfPackage("..userstore..")
            .should()
            .callMethodWhere(DescribedPredicate.describe(
                    "a look-up by anything but an id",
                    call -> (call.getTarget().getOwner().isAssignableTo(UserLookupProvider.class)
                                    || call.getTarget().getOwner().isAssignableTo(UserQueryMethodsProvider.class))
                            && !BY_ID.contains(call.getTarget().getName())));

    @ArchTest
    static final ArchRule look_ups_are_used_off_the_request_or_after_a_proof = classes()
            .that(lookUps())
            .should()
            .onlyBeAccessed()
            .byClassesThat(DescribedPredicate.describe(
                    "deliver a mail, follow a link or sign somebody in",
                    type -> type.isAssignableTo(MailDelivery.class)
                            || type.isAssignableTo(ActionTokenHandler.class)
                            || lookUps().test(type)
                            || type.getPackageName().endsWith(".userstore")
                            || Set.of("PendingTrial", "TrialConfirmation", "LoginAttempt")
                                    .contains(type.getSimpleName())));

    @ArchTest
    static final ArchRule trials_are_opened_by_deliveries_and_confirmed_by_links = classes()
            .that()
            .haveSimpleName("PendingTrial")
            .or()
            .haveSimpleName("TrialConfirmation")
            .should()
            .onlyBeAccessed()
            .byClassesThat(DescribedPredicate.describe(
                    "deliver a mail or follow a link",
                    type -> type.isAssignableTo(MailDelivery.class)
                            || type.isAssignableTo(ActionTokenHandler.class)
                            || Set.of("PendingTrial", "TrialConfirmation").contains(type.getSimpleName())));

    private static DescribedPredicate<JavaClass> lookUps() {
        return DescribedPredicate.describe("look-ups", type -> LOOK_UPS.contains(type.getSimpleName()));
    }

    @ArchTest
    static final ArchRule only_what_keycloak_loads_of_a_feature_is_public = classes()
            .that()
            .resideOutsideOfPackages(SHARED)
            .and()
            .arePublic()
            .should()
            .beAssignableTo(ProviderFactory.class);

    /** So that who searches for an SPI finds what implements it. */
    @ArchTest
    static final ArchRule a_class_that_implements_an_spi_ends_in_its_noun = classes()
            .that(DescribedPredicate.describe(
                    "implement an SPI",
                    type -> type.isTopLevelClass() && !nouns(type).isEmpty()))
            .should(ArchCondition.from(DescribedPredicate.describe(
                    "end in its noun",
                    type -> nouns(type).stream()
                            .anyMatch(noun -> type.getSimpleName().endsWith(noun)))));

    @ArchTest
    static final ArchRule classes_are_final = classes()
            .that()
            .areNotInterfaces()
            .and()
            .areTopLevelClasses()
            .and()
            .doNotHaveModifier(JavaModifier.ABSTRACT)
            .should()
            .haveModifier(JavaModifier.FINAL);

    @ArchTest
    static final ArchRule names_say_what_a_class_is =
            classes().should().haveNameNotMatching(".*(Util|Utils|Helper|Manager|Impl|Base|Abstract\\w*)$");

    @ArchTest
    static final ArchRule nothing_is_printed = noClasses()
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethod(Throwable.class, "printStackTrace");

    /** A94: the language of the machine is nobody's business. */
    @ArchTest
    static final ArchRule letter_case_does_not_depend_on_the_machine = noClasses()
            .should()
            .callMethod(String.class, "toLowerCase")
            .orShould()
            .callMethod(String.class, "toUpperCase");
}
