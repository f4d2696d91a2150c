package org.kezheng.platform.flows;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.kezheng.testkit.rules.PureCodeRules;

@AnalyzeClasses(packages = "org.kezheng.platform.flows", importOptions = ImportOption.DoNotIncludeTests.class)
final class FlowsArchitectureTest {
    private static final String FLOWS = "org.kezheng.platform.flows";
    private static final String CALENDAR = "org.kezheng.platform.calendar";

    @ArchTest
    static final ArchRule talksToNothing = PureCodeRules.dependsOnlyOnTheLanguage(FLOWS, CALENDAR);

    @ArchTest
    static final ArchRule takesTimeAsAnArgument = PureCodeRules.takesTimeAndChanceAsArguments(FLOWS);
}
