package org.kezheng.platform.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.Configuration;
import org.kezheng.acd.engine.Event;
import org.kezheng.acd.journal.CommandId;
import org.kezheng.acd.journal.JournalRecord;

class EngineConfigurationsTest {
    private final EngineConfigurations configurations = new EngineConfigurations();

    @Test
    void definitionIsNewToAnEngineWithoutAnyAndThenOnlyUnderAHigherVersion() {
        assertThat(configurations.current()).isNull();
        assertThat(configurations.isNewer(definition(1))).isTrue();
        assertThat(configurations.versionOf(definition(1))).isEqualTo(1);
        applied(1);
        assertThat(configurations.isNewer(definition(1))).isFalse();
        assertThat(configurations.isNewer(definition(2))).isTrue();
        assertThat(configurations.isPlain()).isTrue();
    }

    @Test
    void stepsLieBetweenTwoVersionsOfTheDefinition() {
        applied(3);
        long first = configurations.nextStep();
        applied(first);
        long second = configurations.nextStep();
        assertThat(second).isGreaterThan(first);
        applied(second);
        assertThat(configurations.isPlain()).isFalse();
        assertThat(configurations.isNewer(definition(3))).isFalse();
        assertThat(configurations.isNewer(definition(4))).isTrue();
        assertThat(configurations.versionOf(definition(4))).isGreaterThan(second);
        applied(configurations.versionOf(definition(4)));
        assertThat(configurations.isNewer(definition(4))).isFalse();
        assertThat(configurations.nextStep()).isGreaterThan(configurations.versionOf(definition(4)));
    }

    @Test
    void refusedConfigurationIsNone() {
        Configuration refused = new Configuration(9, List.of(), List.of(), List.of());
        configurations.accept(new JournalRecord(1, 0, CommandId.random(), new Command.Configure(refused), List.of()));
        assertThat(configurations.current()).isNull();
    }

    private void applied(long version) {
        Configuration configuration = new Configuration(version, List.of(), List.of(), List.of());
        configurations.accept(new JournalRecord(
                version,
                0,
                CommandId.random(),
                new Command.Configure(configuration),
                List.of(new Event.ConfigurationApplied(version))));
    }

    private static Definition definition(long version) {
        return new Definition(version, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }
}
