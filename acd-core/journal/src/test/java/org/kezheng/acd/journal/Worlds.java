package org.kezheng.acd.journal;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.kezheng.acd.engine.AgentDefinition;
import org.kezheng.acd.engine.AgentId;
import org.kezheng.acd.engine.ClientId;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.Configuration;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.engine.Limits;
import org.kezheng.acd.engine.QueueDefinition;
import org.kezheng.acd.engine.QueueId;
import org.kezheng.acd.engine.QueueTimes;
import org.kezheng.acd.engine.SkillDefinition;
import org.kezheng.acd.engine.SkillId;
import org.kezheng.acd.engine.SkillLevel;
import org.kezheng.acd.engine.SkillRequirement;

/// Small worlds and hosts for the tests of this package.
final class Worlds {
    static final ClientId DEMO = new ClientId(1);
    static final QueueId SUPPORT = new QueueId(1);
    static final AgentId FIRST = new AgentId(2001);
    static final AgentId SECOND = new AgentId(2002);
    static final Limits LIMITS = new Limits(100, 10, 10, 10, 200, 100, 10, 10, 10, 10, 400, 100, 64, 3_600_000_000L);

    private Worlds() {}

    /// One queue with an offer timeout of 15 s, a wrap-up of 60 s, a longest wait of 30 min; two agents who serve
    /// it.
    static Configuration configuration(long version) {
        SkillId skill = new SkillId(1);
        QueueTimes times = new QueueTimes(15_000_000, 60_000_000, 1_800_000_000, 30_000_000);
        QueueDefinition queue =
                new QueueDefinition(SUPPORT, "support", DEMO, List.of(new SkillRequirement(skill, 1)), times);
        return new Configuration(
                version,
                List.of(new SkillDefinition(skill, "support")),
                List.of(queue),
                List.of(agent(FIRST, skill), agent(SECOND, skill)));
    }

    private static AgentDefinition agent(AgentId agent, SkillId skill) {
        return new AgentDefinition(agent, List.of(new SkillLevel(skill, 5)));
    }

    static Command arrive(long contact) {
        return new Command.Arrive(new ContactId(contact), DEMO, SUPPORT);
    }

    static HostSettings settings(Path directory) {
        return settings(directory, TimeSource.system(), 100);
    }

    static HostSettings settings(Path directory, TimeSource time, int recordsPerSegment) {
        return new HostSettings(directory, LIMITS, time, Durability.WRITTEN, 1_000, recordsPerSegment, 50);
    }

    static SoloHost started(HostSettings settings) {
        SoloHost host = SoloHost.open(settings);
        host.start();
        return host;
    }

    static Receipt submit(SoloHost host, Command command) {
        return await(host.submit(CommandId.random(), command));
    }

    /// Configured, with both agents ready.
    static void staff(SoloHost host) {
        submit(host, new Command.Configure(configuration(1)));
        for (AgentId agent : List.of(FIRST, SECOND)) {
            submit(host, new Command.SignIn(agent));
            submit(host, new Command.MakeReady(agent));
        }
    }

    static <T> T await(CompletableFuture<T> future) {
        return future.orTimeout(20, TimeUnit.SECONDS).join();
    }
}
