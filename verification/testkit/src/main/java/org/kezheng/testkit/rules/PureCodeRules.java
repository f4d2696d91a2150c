package org.kezheng.testkit.rules;

import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;

/// What keeps code replayable: the same input gives the same bytes, on another machine and in another year.
public final class PureCodeRules {
    private static final List<String> LANGUAGE = List.of(
            "java.lang",
            "java.lang.annotation",
            "java.lang.invoke",
            "java.lang.runtime",
            "java.math",
            "java.nio",
            "java.nio.charset",
            "java.time",
            "java.util",
            "java.util.function",
            "java.util.stream",
            "org.jspecify.annotations");

    private PureCodeRules() {}

    /// No I/O, no logging, no concurrency and no framework, by naming what is allowed instead of what is not.
    ///
    /// @param others that are as pure, and are used
    public static ArchRule dependsOnlyOnTheLanguage(String packages, String... others) {
        List<String> allowed = new ArrayList<>(LANGUAGE);
        allowed.add(packages);
        allowed.addAll(List.of(others));
        return classes()
                .that()
                .resideInAPackage(packages)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed.toArray(String[]::new))
                .because("a pure state machine has nothing to talk to");
    }

    /// No thread, clock or random source among the classes that the language itself brings.
    public static ArchRule takesTimeAndChanceAsArguments(String packages) {
        return noClasses()
                .that()
                .resideInAPackage(packages)
                .should()
                .dependOnClassesThat(
                        named("java\\.lang\\.(Thread.*|InheritableThreadLocal|Process.*|Runtime|ScopedValue.*)")
                                .or(named("java\\.util\\.(Random|SplittableRandom|Timer.*)"))
                                .or(named("java\\.time\\.(Clock|InstantSource)")))
                .orShould()
                .accessTargetWhere(member("java\\.lang\\.System", "(?!arraycopy).*")
                        .or(member("java\\.(lang\\.(Strict)?Math|util\\.UUID)", "random.*"))
                        .or(member("java\\.util\\.Collections", "shuffle"))
                        .or(member("java\\.util\\.stream\\..*|java\\.util\\.\\w+", "parallel.*"))
                        .or(member("java\\.time\\..*", "now|systemDefault")))
                .because("a replay cannot give back what was not an argument");
    }

    /// The order of `Set.of` and `Map.of` is salted anew in each process.
    public static ArchRule iteratesInAFixedOrder(String packages) {
        return noClasses()
                .that()
                .resideInAPackage(packages)
                .should()
                .accessTargetWhere(member("java\\.util\\.(Set|Map)", "of|ofEntries|copyOf")
                        .or(member("java\\.util\\.stream\\.Collectors", "toUnmodifiable(Set|Map)")))
                .because(
                        "their order differs from process to process; lists, arrays and linked or sorted collections keep it");
    }

    private static DescribedPredicate<JavaClass> named(String pattern) {
        return nameMatching(pattern).forSubtype();
    }

    private static DescribedPredicate<JavaAccess<?>> member(String ownerPattern, String namePattern) {
        return DescribedPredicate.describe(
                ownerPattern + " " + namePattern,
                access -> access.getTargetOwner().getName().matches(ownerPattern)
                        && access.getName().matches(namePattern));
    }
}
