package org.kezheng.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.kezheng.platform.lobby.SpeaksToEngine;
import org.kezheng.platform.lobby.SpeaksToTelephone;
import org.kezheng.testkit.rules.examples.Examples;

/// Each rule is shown code that breaks it: a rule that cannot fail guards nothing.
class HouseRulesTest {
    @Test
    void namesOfDrawersAreRefused() {
        ArchRule rule = HouseRules.namesSayWhatAClassIsFor;
        assertThat(breaks(rule, Examples.CallHelper.class)).isTrue();
        assertThat(breaks(rule, Examples.CallManager.class)).isTrue();
        assertThat(breaks(rule, Examples.CustomerInfo.class)).isTrue();
        assertThat(breaks(rule, Examples.Calls.class)).isFalse();
    }

    @Test
    void packageWithoutMarkIsRefused() throws ClassNotFoundException {
        Class<?> mark = Class.forName(HouseRules.class.getPackageName() + ".package-info");
        assertThat(breaks(HouseRules.nullIsMarked, Examples.Calls.class)).isTrue();
        assertThat(breaks(HouseRules.nullIsMarked, HouseRules.class, mark)).isFalse();
    }

    @Test
    void onlyTheCallFlowJoinsTelephoneAndEngine() {
        ArchRule rule = HouseRules.telephoneAndEngineMeetInOnePlace;
        assertThat(breaks(rule, org.kezheng.platform.callflow.Joins.class)).isFalse();
        assertThat(breaks(rule, org.kezheng.platform.desk.Joins.class)).isTrue();
    }

    @Test
    void twoClassesOfOnePackageDoNotJoinThemEither() {
        ArchRule rule = HouseRules.telephoneAndEngineMeetInOnePlace;
        assertThat(breaks(rule, SpeaksToEngine.class)).isFalse();
        assertThat(breaks(rule, SpeaksToTelephone.class)).isFalse();
        assertThat(breaks(rule, SpeaksToEngine.class, SpeaksToTelephone.class)).isTrue();
    }

    @Test
    void jackson2IsRefused() {
        assertThat(breaks(HouseRules.jsonIsJackson3, Examples.ReadsJackson2.class))
                .isTrue();
        assertThat(breaks(HouseRules.jsonIsJackson3, Examples.Calls.class)).isFalse();
    }

    @Test
    void injectionIntoFieldsIsRefused() {
        ArchRule rule = HouseRules.dependenciesComeThroughConstructors;
        assertThat(breaks(rule, Examples.TakesAField.class)).isTrue();
        assertThat(breaks(rule, Examples.TakesAnArgument.class)).isFalse();
    }

    @Test
    void loggingBesideTheLogIsRefused() {
        assertThat(breaks(HouseRules.logsAreStructured, Examples.LogsBesideTheLog.class))
                .isTrue();
    }

    @Test
    void onlyCommandLinesPrint() {
        ArchRule rule = HouseRules.onlyCommandLinesPrint;
        assertThat(breaks(rule, Examples.Prints.class)).isTrue();
        assertThat(breaks(rule, org.kezheng.testkit.rules.examples.cli.Prints.class))
                .isFalse();
    }

    @Test
    void entitiesAreHiddenAndHaveNoSetters() {
        assertThat(breaks(HouseRules.entitiesStayInTheirFeature, Examples.OpenEntity.class))
                .isTrue();
        assertThat(breaks(HouseRules.entitiesStayInTheirFeature, Examples.closedEntity()))
                .isFalse();
        assertThat(breaks(HouseRules.entitiesHaveNoSetters, Examples.entityWithSetter()))
                .isTrue();
        assertThat(breaks(HouseRules.entitiesHaveNoSetters, Examples.closedEntity()))
                .isFalse();
    }

    @Test
    void shareOfHiddenTypesIsCountedOverTopLevelTypes() {
        JavaClasses house = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
                .importPackages("org.kezheng");
        assertThat(HouseRules.typesAreHiddenByDefault(0.01).evaluate(house).hasViolation())
                .isFalse();
        assertThat(HouseRules.typesAreHiddenByDefault(0.99).evaluate(house).hasViolation())
                .isTrue();
    }

    @Test
    void nothingToLookAtIsAFailure() {
        JavaClasses none = new ClassFileImporter().importClasses();
        assertThatThrownBy(() -> HouseRules.everyClassFileIsRead(none)).isInstanceOf(AssertionError.class);
    }

    @Test
    void classFileThatWasNotReadIsAFailure() {
        JavaClasses one = new ClassFileImporter().importClasses(HouseRules.class);
        assertThatThrownBy(() -> HouseRules.everyClassFileIsRead(one))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("class files, of which 1 were read");
    }

    @Test
    void classFilesOfThisJavaAreAllRead() {
        JavaClasses all = new ClassFileImporter().importPath(Path.of("target/classes"));
        assertThatCode(() -> HouseRules.everyClassFileIsRead(all)).doesNotThrowAnyException();
    }

    private static boolean breaks(ArchRule rule, Class<?>... examples) {
        return rule.evaluate(new ClassFileImporter().importClasses(examples)).hasViolation();
    }
}
