package com.mailup.keycloak.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.mailup.keycloak.mailjob.MailDelivery;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.storage.user.UserLookupProvider;
import org.keycloak.storage.user.UserQueryMethodsProvider;

@AnalyzeClasses(packages = "com.mailup.keycloak", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] SHARED = {"..flow..", "..flowcheck..", "..throttle..", "..mailjob.."};

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
            .should()
            .callMethodWhere(DescribedPredicate.describe(
                    "a look-up by anything but an id",
                    call -> (call.getTarget().getOwner().isAssignableTo(UserLookupProvider.class)
                                    || call.getTarget().getOwner().isAssignableTo(UserQueryMethodsProvider.class))
                            && !call.getTarget().getName().equals("getUserById")));

    @ArchTest
    static final ArchRule only_factories_of_a_feature_are_public = classes()
            .that()
            .resideOutsideOfPackages(SHARED)
            .and()
            .arePublic()
            .should()
            .beAssignableTo(ProviderFactory.class)
            .andShould()
            .haveSimpleNameEndingWith("Factory");

    @ArchTest
    static final ArchRule classes_are_final = classes()
            .that()
            .areNotInterfaces()
            .and()
            .areTopLevelClasses()
            .and()
            .doNotHaveSimpleName("FlowStepFactory")
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
