package org.kezheng.simulation;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import org.kezheng.testkit.rules.HouseRules;

@AnalyzeClasses(packages = "org.kezheng.simulation", importOptions = ImportOption.DoNotIncludeTests.class)
final class SimulationArchitectureTest {
    @ArchTest
    static final ArchTests house = ArchTests.in(HouseRules.class);
}
