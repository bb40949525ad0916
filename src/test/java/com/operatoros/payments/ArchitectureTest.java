package com.operatoros.payments;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.operatoros.payments.payment.PaymentRecorder;
import com.operatoros.payments.payment.PaymentReports;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.persistence.Entity;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The arrows of the design. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("com.operatoros.payments");

    private static final String ROOT = "com.operatoros.payments.";
    private static final int MOST_FILES = 45;

    /** The rooms, from the ground up: each knows only what stands below it. */
    private static final List<List<String>> FLOORS = List.of(
            List.of("code", "html", "http", "sql"),
            List.of("money", "request", "security"),
            List.of("business", "gateway", "text"),
            List.of("payment", "stripe"),
            List.of("payment.draft", "payment.list", "payment.operation", "notification"),
            List.of("payment.action", "notification.feed", "client", "mail", "report", "webhook"),
            List.of("reconcile", "setup"),
            List.of("api", "admin"));

    @Test
    void rooms_have_no_cycles() {
        slices().assignedFrom(new Rooms()).should().beFreeOfCycles().check(CLASSES);
    }

    /** Each package by itself, also where one lies in the folder of another. */
    private static final class Rooms implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass known) {
            return SliceIdentifier.of(known.getPackageName());
        }

        @Override
        public String getDescription() {
            return "rooms";
        }
    }

    @Test
    void arrows_run_downwards() {
        classes().should(knowOnlyLowerFloors()).check(CLASSES);
    }

    private static ArchCondition<JavaClass> knowOnlyLowerFloors() {
        return new ArchCondition<>("know only rooms on lower floors") {
            @Override
            public void check(JavaClass known, ConditionEvents events) {
                known.getDirectDependenciesFromSelf().stream()
                        .filter(arrow -> arrow.getTargetClass().getPackageName().startsWith(ROOT))
                        .filter(arrow -> !room(arrow.getTargetClass()).equals(room(known)))
                        .filter(arrow -> floor(arrow.getTargetClass()) >= floor(known))
                        .forEach(arrow -> events.add(SimpleConditionEvent.violated(arrow, arrow.getDescription())));
            }
        };
    }

    private static String room(JavaClass known) {
        return known.getPackageName().substring(ROOT.length());
    }

    private static int floor(JavaClass known) {
        return IntStream.range(0, FLOORS.size())
                .filter(floor -> FLOORS.get(floor).contains(room(known)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("a room without a floor: " + room(known)));
    }

    @Test
    void no_room_is_larger_than_a_person_can_look_through() {
        Map<String, Long> sizes = CLASSES.stream()
                .filter(known ->
                        known.isTopLevelClass() && !known.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(ArchitectureTest::room, Collectors.counting()));

        sizes.forEach((room, size) -> assertTrue(size <= MOST_FILES, room + " has " + size + " files"));
    }

    @Test
    void stripe_and_payments_do_not_know_each_other() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "stripe..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + "payment..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage(ROOT + "payment..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + "stripe..")
                .check(CLASSES);
    }

    @Test
    void only_who_hears_the_gateway_reports_to_payments() {
        noClasses()
                .that(not(resideInAnyPackage(
                        ROOT + "payment", ROOT + "payment.operation", ROOT + "webhook", ROOT + "reconcile")))
                .should(dependOnClassesThat(type(PaymentReports.class)))
                .check(CLASSES);
    }

    @Test
    void only_commands_and_operations_record_on_payments() {
        noClasses()
                .that(not(resideInAnyPackage(ROOT + "payment", ROOT + "payment.operation", ROOT + "payment.action")))
                .should(dependOnClassesThat(type(PaymentRecorder.class)))
                .check(CLASSES);
    }

    @Test
    void the_sandbox_knows_the_application_only_from_outside() {
        JavaClasses sandbox = new ClassFileImporter().importPackages(ROOT + "sandbox");

        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Test")
                .should(dependOnClassesThat(
                        resideInAPackage("com.operatoros.payments..").and(not(resideInAPackage(ROOT + "sandbox..")))))
                .check(sandbox);
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
                .onlyDependOnClassesThat(resideInAnyPackage("java..", ROOT + "code..", ROOT + "money.."))
                .check(CLASSES);
    }

    @Test
    void templates_know_nothing_but_their_engine() {
        classes()
                .that()
                .resideInAPackage(ROOT + "html..")
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage("java..", "com.samskivert.mustache..", "org.jspecify..", ROOT + "html.."))
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
