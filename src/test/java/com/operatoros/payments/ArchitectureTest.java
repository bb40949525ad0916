package com.operatoros.payments;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.persistence.Entity;
import jakarta.ws.rs.Path;
import org.junit.jupiter.api.Test;

/** The arrows of the design. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("com.operatoros.payments");

    private static final String ROOT = "com.operatoros.payments.";

    @Test
    void packages_have_no_cycles() {
        slices().matching(ROOT + "(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void arrows_run_downwards() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("admin")
                .definedBy(ROOT + "admin..")
                .layer("api")
                .definedBy(ROOT + "api..")
                .layer("rehearsal")
                .definedBy(ROOT + "rehearsal..")
                .layer("setup")
                .definedBy(ROOT + "setup..")
                .layer("security")
                .definedBy(ROOT + "security..")
                .layer("webhook")
                .definedBy(ROOT + "webhook..")
                .layer("report")
                .definedBy(ROOT + "report..")
                .layer("mail")
                .definedBy(ROOT + "mail..")
                .layer("reconcile")
                .definedBy(ROOT + "reconcile..")
                .layer("notification")
                .definedBy(ROOT + "notification..")
                .layer("stripe")
                .definedBy(ROOT + "stripe..")
                .layer("payment")
                .definedBy(ROOT + "payment..")
                .layer("money")
                .definedBy(ROOT + "money..")
                .whereLayer("admin")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("api")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("security")
                .mayOnlyBeAccessedByLayers("admin")
                .whereLayer("rehearsal")
                .mayOnlyBeAccessedByLayers("admin")
                .whereLayer("setup")
                .mayOnlyBeAccessedByLayers("admin", "api", "rehearsal")
                .whereLayer("webhook")
                .mayOnlyBeAccessedByLayers("setup", "reconcile")
                .whereLayer("reconcile")
                .mayOnlyBeAccessedByLayers("admin", "api", "rehearsal")
                .whereLayer("report")
                .mayOnlyBeAccessedByLayers("admin", "api")
                .whereLayer("mail")
                .mayOnlyBeAccessedByLayers("admin", "api", "setup")
                .whereLayer("notification")
                .mayOnlyBeAccessedByLayers("admin", "api", "setup", "mail", "rehearsal")
                .whereLayer("stripe")
                .mayOnlyBeAccessedByLayers("webhook", "setup", "reconcile")
                .check(CLASSES);
    }

    @Test
    void only_the_gateway_knows_the_sdk() {
        noClasses()
                .that(resideInAPackage("com.operatoros.payments..").and(not(resideInAPackage(ROOT + "stripe.."))))
                .should(dependOnClassesThat(resideInAnyPackage("com.stripe..", "com.google.gson..")))
                .check(CLASSES);
    }

    @Test
    void payments_know_only_money_and_the_container() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "payment..")
                .should(dependOnClassesThat(resideInAnyPackage(
                        "jakarta.faces..", "jakarta.servlet..", "jakarta.ws.rs..", "jakarta.websocket..")))
                .check(CLASSES);
    }

    @Test
    void money_knows_nothing_but_the_jdk() {
        classes()
                .that()
                .resideInAPackage(ROOT + "money..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("java..", ROOT + "money.."))
                .check(CLASSES);
    }

    @Test
    void amounts_are_never_floating_point() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + "money..", ROOT + "payment..", ROOT + "stripe..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.lang.Double")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.lang.Float")
                .check(CLASSES);
    }

    @Test
    void pages_and_calls_reach_only_guarded_beans() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + "admin..", ROOT + "api..")
                .and()
                .doNotHaveSimpleName("PayServlet")
                .and()
                .doNotHaveSimpleName("ClientPage")
                .should(dependOnClassesThat(annotatedWith(Stateless.class).and(not(annotatedWith(RolesAllowed.class)))))
                .check(CLASSES);
    }

    @Test
    void entities_have_no_setters() {
        noMethods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Entity.class)
                .should()
                .haveNameMatching("set[A-Z].*")
                .check(CLASSES);
    }

    @Test
    void resources_hold_no_entity_manager() {
        noClasses()
                .that()
                .areAnnotatedWith(Path.class)
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("jakarta.persistence.EntityManager")
                .check(CLASSES);
    }

    @Test
    void the_time_comes_from_a_clock() {
        noClasses()
                .that()
                .resideInAPackage("com.operatoros.payments..")
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(java.time.OffsetDateTime.class, "now")
                .check(CLASSES);
    }
}
