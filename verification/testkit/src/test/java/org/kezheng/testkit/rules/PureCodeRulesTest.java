package org.kezheng.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kezheng.acd.engine.examples.EngineExamples;

class PureCodeRulesTest {
    private static final String ENGINE = "org.kezheng.acd.engine..";
    private static final ArchRule LANGUAGE = PureCodeRules.dependsOnlyOnTheLanguage(ENGINE);
    private static final ArchRule ARGUMENTS = PureCodeRules.takesTimeAndChanceAsArguments(ENGINE);
    private static final ArchRule ORDER = PureCodeRules.iteratesInAFixedOrder(ENGINE);

    @Test
    void recordsEnumsSwitchesAndArraysArePure() {
        JavaClasses pure = new ClassFileImporter()
                .importClasses(
                        EngineExamples.Pure.class,
                        EngineExamples.Channel.class,
                        EngineExamples.Outcome.class,
                        EngineExamples.Outcome.Answered.class,
                        EngineExamples.Outcome.Refused.class);
        assertThat(LANGUAGE.evaluate(pure).getFailureReport().getDetails()).isEmpty();
        assertThat(ARGUMENTS.evaluate(pure).getFailureReport().getDetails()).isEmpty();
        assertThat(ORDER.evaluate(pure).getFailureReport().getDetails()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                EngineExamples.ReadsTheClock.class,
                EngineExamples.ReadsTheDate.class,
                EngineExamples.HasARandomSource.class,
                EngineExamples.NamesByChance.class,
                EngineExamples.Shuffles.class,
                EngineExamples.StartsAThread.class,
                EngineExamples.Logs.class
            })
    void timeChanceAndThreadsAreRefused(Class<?> example) {
        assertThat(breaks(ARGUMENTS, example)).isTrue();
    }

    @Test
    void inputAndOutputAreRefused() {
        assertThat(breaks(LANGUAGE, EngineExamples.ReadsAFile.class)).isTrue();
    }

    @Test
    void saltedOrderIsRefused() {
        assertThat(breaks(ORDER, EngineExamples.IteratesSalted.class)).isTrue();
    }

    private static boolean breaks(ArchRule rule, Class<?> example) {
        return rule.evaluate(new ClassFileImporter().importClasses(example)).hasViolation();
    }
}
