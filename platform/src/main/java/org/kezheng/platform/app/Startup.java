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
import org.kezheng.platform.directory.RefusedConfiguration;
import org.kezheng.platform.live.LiveDesks;

/// Brings the engine up: everything that follows the journal first takes what was written before, in one pass, then
/// what
/// is written from now on.
final class Startup {
    private final SoloHost host;
    private final CallFlow flow;
    private final LiveDesks desks;
    private final AgentDesk agents;
    private final JournalProjector projector;
    private long configuredVersion;

    Startup(SoloHost host, CallFlow flow, LiveDesks desks, AgentDesk agents, JournalProjector projector) {
        this.host = host;
        this.flow = flow;
        this.desks = desks;
        this.agents = agents;
        this.projector = projector;
    }

    void begin(CallFlowPump pump, Directory directory) {
        Iterable<JournalRecord> before = host.reader().from(1);
        desks.replay(() -> new Watched(before.iterator(), this::recall));
        host.onDurable(desks::accept);
        host.onDurable(agents.completedWrapUps()::accept);
        host.onDurable(pump::recorded);
        host.onDurable(record -> projector.journalHasGrown());
        host.start();
        if (directory.definition().version() > configuredVersion) {
            requireApplied(host.submit(CommandId.random(), configure(directory)).join());
        }
    }

    private static Command configure(Directory directory) {
        try {
            return new Command.Configure(directory.configuration());
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
        for (Event event : record.events()) {
            if (event instanceof Event.ConfigurationApplied(long version)) {
                configuredVersion = version;
            }
        }
    }
}
