package org.kezheng.crm;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import org.kezheng.testkit.rules.HouseRules;

@AnalyzeClasses(packages = "org.kezheng.crm", importOptions = ImportOption.DoNotIncludeTests.class)
final class CrmArchitectureTest {
    @ArchTest
    static final ArchTests house = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchRule typesAreHiddenByDefault = HouseRules.typesAreHiddenByDefault(0.35);
}
