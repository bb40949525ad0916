package com.operatoros.payments;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.operatoros.payments.gateway.InvoiceGateway;
import com.operatoros.payments.gateway.LinkGateway;
import com.operatoros.payments.gateway.PaymentGateway;
import com.operatoros.payments.gateway.RefundGateway;
import com.operatoros.payments.payment.PaymentOrder;
import com.operatoros.payments.payment.PaymentRecorder;
import com.operatoros.payments.payment.PaymentReports;
import com.operatoros.payments.setup.Settings;
import com.operatoros.payments.stripe.StripeAudit;
import com.operatoros.payments.stripe.StripeFeed;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateful;
import jakarta.ejb.Stateless;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The arrows of the design. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("com.operatoros.payments");

    private static final String ROOT = "com.operatoros.payments.";
    private static final int MOST_FILES = 45;

    /** The rooms, from the ground up: each knows only what stands below it. */
    private static final List<List<String>> FLOORS = List.of(
            List.of("code", "html", "json"),
            List.of("http", "sql"),
            List.of("money", "request", "security"),
            List.of("business", "gateway", "text"),
            List.of("outbox", "payment", "stripe"),
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

    /** What the floors leave open: a room is known only to those that work with it. */
    @Test
    void rooms_are_known_only_to_those_who_work_with_them() {
        Map<String, List<String>> users = Map.of(
                "stripe", List.of("webhook", "reconcile", "setup"),
                "webhook", List.of("reconcile", "setup", "admin", "api"),
                "reconcile", List.of("admin", "api"),
                "report", List.of("admin", "api"),
                "setup", List.of("admin", "api"),
                "mail", List.of("admin", "api", "setup"),
                "notification", List.of("notification.feed", "admin", "api", "mail", "setup"),
                "notification.feed", List.of("admin", "api", "setup"),
                "security", List.of("admin", "client"));

        users.forEach((room, known) -> {
            String[] allowed = Stream.concat(Stream.of(room), known.stream())
                    .map(ROOT::concat)
                    .toArray(String[]::new);
            noClasses()
                    .that(not(resideInAnyPackage(allowed)))
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(ROOT + room)
                    .check(CLASSES);
        });
    }

    /** Rule P7. */
    @Test
    void only_who_hears_the_gateway_reports_to_payments() {
        noClasses()
                .that(not(resideInAnyPackage(
                        ROOT + "payment", ROOT + "payment.operation", ROOT + "webhook", ROOT + "reconcile")))
                .should(dependOnClassesThat(type(PaymentReports.class)))
                .check(CLASSES);
    }

    /** Rule P7. */
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

    /** Nowhere, so that no amount passes through one on its way (rule M1). */
    private static final ArchRule NO_FLOATING_POINT = noClasses().should(new FloatingPoint());

    @Test
    void amounts_are_never_floating_point() {
        NO_FLOATING_POINT.check(CLASSES);
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                Forbidden.DoubleField.class,
                Forbidden.DoubleComponent.class,
                Forbidden.BoxedDouble.class,
                Forbidden.FloatParameter.class,
                Forbidden.DoubleBetweenTwoLines.class,
                Forbidden.DoubleOfTheLibrary.class,
                Forbidden.DoubleConstant.class
            })
    void floating_point_is_found_wherever_it_hides(Class<?> forbidden) {
        assertTrue(NO_FLOATING_POINT.evaluate(alone(forbidden)).hasViolation());
    }

    private static JavaClasses alone(Class<?> known) {
        return new ClassFileImporter().importClasses(known);
    }

    @Test
    void pages_and_calls_reach_only_guarded_beans() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + "admin..", ROOT + "api..")
                .should(dependOnClassesThat(annotatedWith(Stateless.class)
                        .or(annotatedWith(Stateful.class))
                        .or(annotatedWith(Singleton.class))
                        .and(not(annotatedWith(RolesAllowed.class)))))
                .check(CLASSES);
    }

    /** What somebody typed becomes an order only where it is judged (rule D1). */
    @Test
    void pages_and_calls_make_no_orders() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + "admin..", ROOT + "api..")
                .should()
                .callConstructorWhere(target(owner(type(PaymentOrder.class))))
                .check(CLASSES);
    }

    /** Rule W6. */
    @Test
    void an_event_is_taken_without_asking_anybody() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "webhook..")
                .should(dependOnClassesThat(resideInAnyPackage("java.net.http..", "com.stripe..")
                        .or(belongToAnyOf(
                                PaymentGateway.class,
                                LinkGateway.class,
                                InvoiceGateway.class,
                                RefundGateway.class,
                                StripeAudit.class,
                                StripeFeed.class))))
                .check(CLASSES);
    }

    /** Rule U1. */
    @Test
    void settings_are_read_in_one_place() {
        noClasses()
                .that(not(type(Settings.class)))
                .should(dependOnClassesThat(resideInAnyPackage("org.eclipse.microprofile.config..")))
                .orShould()
                .callMethod(System.class, "getenv")
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .orShould()
                .callMethod(System.class, "getProperty", String.class)
                .orShould()
                .callMethod(System.class, "getProperty", String.class, String.class)
                .check(CLASSES);
    }

    /** Rule JN1. */
    @Test
    void what_makes_json_is_looked_for_once() {
        noClasses().should(dependOnClassesThat(type(jakarta.json.Json.class))).check(CLASSES);
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

    /** Rule V1. */
    @Test
    void pages_and_calls_ask_no_database() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + "admin..", ROOT + "api..")
                .or()
                .areAnnotatedWith(Path.class)
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(EntityManager.class, Query.class, DataSource.class)
                .check(CLASSES);
    }

    /** The settings make the clock that everybody is given; what only measures how long something takes needs none. */
    private static final ArchRule NO_TIME_WITHOUT_A_CLOCK = noClasses()
            .that(not(type(Settings.class)))
            .should()
            .accessTargetWhere(
                    describe("the time is told without a clock", ArchitectureTest::tellsTheTimeWithoutAClock));

    @Test
    void the_time_comes_from_a_clock() {
        NO_TIME_WITHOUT_A_CLOCK.check(CLASSES);
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                Forbidden.Now.class,
                Forbidden.NowByReference.class,
                Forbidden.TodayInAZone.class,
                Forbidden.Milliseconds.class,
                Forbidden.NewDate.class,
                Forbidden.ClockOfItsOwn.class
            })
    void a_time_without_a_clock_is_found(Class<?> forbidden) {
        assertTrue(NO_TIME_WITHOUT_A_CLOCK.evaluate(alone(forbidden)).hasViolation());
    }

    private static boolean tellsTheTimeWithoutAClock(JavaAccess<?> access) {
        if (!(access.getTarget() instanceof CodeUnitAccessTarget target)) {
            return false;
        }
        String owner = target.getOwner().getName();
        boolean hasClock = target.getRawParameterTypes().stream().anyMatch(each -> each.isEquivalentTo(Clock.class));
        return switch (target.getName()) {
            case "now" -> owner.startsWith("java.time.") && !hasClock;
            case "currentTimeMillis" -> owner.equals("java.lang.System");
            case "getInstance" -> owner.equals("java.util.Calendar");
            case "system", "systemUTC", "systemDefaultZone", "tickMillis", "tickSeconds", "tickMinutes" ->
                owner.equals("java.time.Clock") || owner.equals("java.time.InstantSource");
            case "<init>" ->
                Set.of("java.util.Date", "java.util.GregorianCalendar").contains(owner)
                        && target.getRawParameterTypes().isEmpty();
            default -> false;
        };
    }
}
