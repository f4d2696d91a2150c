package org.kezheng.testkit.rules;

import static com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/// The rules that hold in every product module. A module's architecture test takes them all in with
/// `ArchTests.in(HouseRules.class)`, over its main classes only.
///
/// A rule that finds nothing to look at passes, because modules differ in what they have; that the classes are there at
/// all is what [#everyClassFileIsRead] sees to.
public final class HouseRules {
    private static final String ENTITY = "jakarta.persistence.Entity";

    @ArchTest
    static final ArchRule namesSayWhatAClassIsFor = noClasses()
            .should()
            .haveNameMatching(".*(Utils?|Helper|Manager|Impl|Info|Data|Processor)")
            .because("such names mark drawers into which anything fits")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule nullIsMarked = classes()
            .should(new LieInNullMarkedPackage())
            .because("a package without a package-info that says so is not read by its callers' null checks")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule telephoneAndEngineMeetInOnePlace = classes()
            .should(new KeepTelephoneAndEngineApart())
            .because("their vocabularies meet in platform.callflow, and are wired in platform.app, and nowhere else")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule jsonIsJackson3 = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.fasterxml.jackson.databind..", "com.fasterxml.jackson.core..")
            .because("libraries bring Jackson 2 along, and two mappers with two configurations disagree about dates")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule dependenciesComeThroughConstructors = NO_CLASSES_SHOULD_USE_FIELD_INJECTION
            .because("a class that can be made only by a container cannot be tested without one")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule logsAreStructured = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.util.logging..", "org.apache.commons.logging..")
            .because("SLF4J is the one way to the log")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule onlyCommandLinesPrint = noClasses()
            .that()
            .resideOutsideOfPackages("..cli")
            .should(ACCESS_STANDARD_STREAMS)
            .because("what is printed reaches no log, and may hold personal data that no filter has seen")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule entitiesStayInTheirFeature = classes()
            .that()
            .areAnnotatedWith(ENTITY)
            .should()
            .bePackagePrivate()
            .because("an entity that leaves its package takes the table's shape and an open session with it")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule entitiesHaveNoSetters = methods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(ENTITY)
            .and()
            .doNotHaveModifier(SYNTHETIC)
            .should()
            .haveNameNotMatching("set[A-Z].*")
            .because("a change of state has a name of its own and checks itself")
            .allowEmptyShould(true);

    private HouseRules() {}

    /// ArchUnit skips, with a line in the log, a class file whose version it does not know. Every rule would then hold
    /// for want of anything to look at.
    @ArchTest
    static void everyClassFileIsRead(JavaClasses classes) {
        ClassFiles.requireAllRead(classes);
    }

    /// At least `share` (0 to 1) of the top-level types are seen by their own package only. Holds from ten types on:
    /// below that a module is mostly its doors.
    public static ArchRule typesAreHiddenByDefault(double share) {
        return classes()
                .that()
                .areTopLevelClasses()
                .should(new KeepTypesHidden(share))
                .because("what nobody outside can use, anybody inside can change")
                .allowEmptyShould(true);
    }
}
