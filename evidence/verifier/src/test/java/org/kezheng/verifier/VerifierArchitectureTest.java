package org.kezheng.verifier;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import org.kezheng.testkit.rules.HouseRules;

@AnalyzeClasses(packages = "org.kezheng.verifier", importOptions = ImportOption.DoNotIncludeTests.class)
final class VerifierArchitectureTest {
    @ArchTest
    static final ArchTests house = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchRule typesAreHiddenByDefault = HouseRules.typesAreHiddenByDefault(0.35);

    @ArchTest
    static final ArchRule itStandsAlone = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("org.kezheng.verifier..", "java..", "org.jspecify..")
            .because("a verifier that shares code with what it verifies shares its mistakes");
}
