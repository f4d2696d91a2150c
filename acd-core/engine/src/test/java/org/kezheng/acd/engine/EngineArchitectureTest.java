package org.kezheng.acd.engine;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import org.kezheng.testkit.rules.HouseRules;
import org.kezheng.testkit.rules.PureCodeRules;

@AnalyzeClasses(packages = "org.kezheng.acd.engine", importOptions = ImportOption.DoNotIncludeTests.class)
final class EngineArchitectureTest {
    private static final String ENGINE = "org.kezheng.acd.engine..";

    @ArchTest
    static final ArchTests house = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchRule typesAreHiddenByDefault = HouseRules.typesAreHiddenByDefault(0.35);

    @ArchTest
    static final ArchRule dependsOnlyOnTheLanguage = PureCodeRules.dependsOnlyOnTheLanguage(ENGINE);

    @ArchTest
    static final ArchRule takesTimeAndChanceAsArguments = PureCodeRules.takesTimeAndChanceAsArguments(ENGINE);

    @ArchTest
    static final ArchRule iteratesInAFixedOrder = PureCodeRules.iteratesInAFixedOrder(ENGINE);
}
