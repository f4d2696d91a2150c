package org.kezheng.platform.directory;

import org.jspecify.annotations.Nullable;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.Configuration;
import org.kezheng.acd.engine.Event;
import org.kezheng.acd.journal.JournalRecord;

/// Which configuration the engine has, folded from the journal. The engine takes whole configurations with ever
/// greater versions; between two versions of the site's definition there are steps of temporary changes. A version
/// with steps is the definition's, shifted left, plus the step.
public final class EngineConfigurations {
    private static final int STEP_BITS = 20;
    private static final long FIRST_WITH_STEPS = 1L << STEP_BITS;

    private volatile @Nullable Configuration current;

    /// Takes a record, in order; those of before the start, too.
    public void accept(JournalRecord record) {
        if (record.command() instanceof Command.Configure(var configuration)
                && record.events().stream().anyMatch(Event.ConfigurationApplied.class::isInstance)) {
            current = configuration;
        }
    }

    /// `null`: the engine has none yet.
    public @Nullable Configuration current() {
        return current;
    }

    /// Whether the engine has not yet seen this version of the definition.
    public boolean isNewer(Definition definition) {
        return definition.version() > definitionVersion();
    }

    /// The version under which the engine takes a new version of the definition.
    public long versionOf(Definition definition) {
        return version() < FIRST_WITH_STEPS ? definition.version() : definition.version() << STEP_BITS;
    }

    /// Whether the engine has the definition alone, and nothing temporary since.
    public boolean isPlain() {
        return version() < FIRST_WITH_STEPS;
    }

    /// The version of the next step.
    public long nextStep() {
        return Math.max(definitionVersion() << STEP_BITS, version()) + 1;
    }

    private long definitionVersion() {
        long version = version();
        return version < FIRST_WITH_STEPS ? version : version >> STEP_BITS;
    }

    private long version() {
        Configuration known = current;
        return known == null ? 0 : known.version();
    }
}
