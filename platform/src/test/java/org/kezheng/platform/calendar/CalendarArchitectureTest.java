package org.kezheng.platform.calendar;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.kezheng.testkit.rules.PureCodeRules;

@AnalyzeClasses(packages = "org.kezheng.platform.calendar", importOptions = ImportOption.DoNotIncludeTests.class)
final class CalendarArchitectureTest {
    private static final String CALENDAR = "org.kezheng.platform.calendar";

    @ArchTest
    static final ArchRule talksToNothing = PureCodeRules.dependsOnlyOnTheLanguage(CALENDAR);

    @ArchTest
    static final ArchRule takesTimeAsAnArgument = PureCodeRules.takesTimeAndChanceAsArguments(CALENDAR);
}
