package org.kezheng.benchmarks;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import org.kezheng.testkit.rules.HouseRules;

@AnalyzeClasses(
        packages = "org.kezheng.benchmarks",
        importOptions = {ImportOption.DoNotIncludeTests.class, BenchmarksArchitectureTest.WrittenByUs.class})
final class BenchmarksArchitectureTest {
    @ArchTest
    static final ArchTests house = ArchTests.in(HouseRules.class);

    /// What JMH generates keeps no rules of this house.
    static final class WrittenByUs implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/jmh_generated/");
        }
    }
}
