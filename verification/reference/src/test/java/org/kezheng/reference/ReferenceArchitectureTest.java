package org.kezheng.reference;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import org.kezheng.testkit.rules.HouseRules;

@AnalyzeClasses(packages = "org.kezheng.reference", importOptions = ImportOption.DoNotIncludeTests.class)
final class ReferenceArchitectureTest {
    @ArchTest
    static final ArchTests house = ArchTests.in(HouseRules.class);
}
