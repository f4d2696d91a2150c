package org.kezheng.platform.app;

import java.util.List;
import java.util.stream.Stream;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.ConfigurationProblem;
import org.kezheng.acd.engine.Event;
import org.kezheng.acd.journal.CommandId;
import org.kezheng.acd.journal.JournalRecord;
import org.kezheng.acd.journal.Receipt;
import org.kezheng.acd.journal.SoloHost;
import org.kezheng.evidence.calls.JournalProjector;
import org.kezheng.platform.callflow.CallFlow;
import org.kezheng.platform.desk.AgentDesk;
import org.kezheng.platform.directory.Directory;
import org.kezheng.platform.directory.EngineConfigurations;
import org.kezheng.platform.directory.RefusedConfiguration;
import org.kezheng.platform.live.LiveDesks;

/// Brings the engine up: everything that follows the journal first takes what was written before, in one pass,
/// then what is written from now on.
final class Startup {
    private final SoloHost host;
    private final CallFlow flow;
    private final LiveDesks desks;
    private final AgentDesk agents;
    private final JournalProjector projector;
    private final EngineConfigurations configurations;

    Startup(
            SoloHost host,
            CallFlow flow,
            Desks people,
            JournalProjector projector,
            EngineConfigurations configurations) {
        this.host = host;
        this.flow = flow;
        this.desks = people.live();
        this.agents = people.agents();
        this.projector = projector;
        this.configurations = configurations;
    }

    /// What people are shown and do.
    record Desks(LiveDesks live, AgentDesk agents) {}

    void begin(CallFlowPump pump, Directory directory) {
        Iterable<JournalRecord> before = host.reader().from(1);
        desks.replay(() -> new Watched(before.iterator(), this::recall));
        host.onDurable(configurations::accept);
        host.onDurable(desks::accept);
        host.onDurable(agents.completedWrapUps()::accept);
        host.onDurable(pump::recorded);
        host.onDurable(record -> projector.journalHasGrown());
        host.start();
        if (configurations.isNewer(directory.definition())) {
            long version = configurations.versionOf(directory.definition());
            requireApplied(host.submit(CommandId.random(), configure(directory, version))
                    .join());
        }
    }

    private static Command configure(Directory directory, long version) {
        try {
            return new Command.Configure(directory.configuration(version));
        } catch (IllegalArgumentException wrong) {
            throw new RefusedConfiguration(wrong);
        }
    }

    /// @throws RefusedConfiguration with everything that is wrong with the site's definition
    private static void requireApplied(Receipt receipt) {
        List<ConfigurationProblem> problems = receipt.events().stream()
                .flatMap(event -> event instanceof Event.ConfigurationProblemFound(var problem)
                        ? Stream.of(problem)
                        : Stream.empty())
                .toList();
        if (!problems.isEmpty()) {
            throw new RefusedConfiguration(problems);
        }
    }

    private void recall(JournalRecord record) {
        flow.recall(record.command(), record.events());
        agents.completedWrapUps().accept(record);
        configurations.accept(record);
    }
}
