package org.kezheng.benchmarks.host;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kezheng.acd.engine.AgentDefinition;
import org.kezheng.acd.engine.AgentId;
import org.kezheng.acd.engine.AgentState;
import org.kezheng.acd.engine.ClientId;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.Configuration;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.engine.DispositionCode;
import org.kezheng.acd.engine.Effect;
import org.kezheng.acd.engine.Event;
import org.kezheng.acd.engine.QueueDefinition;
import org.kezheng.acd.engine.QueueId;
import org.kezheng.acd.engine.QueueTimes;
import org.kezheng.acd.engine.SkillDefinition;
import org.kezheng.acd.engine.SkillId;
import org.kezheng.acd.engine.SkillLevel;
import org.kezheng.acd.engine.SkillRequirement;

/// A site of a thousand agents and one queue, and what follows from each event in a call centre where nobody loses
/// time: an offer is answered, a talk ends, a wrap-up ends, an effect is acknowledged.
final class HostSite {
    static final int AGENTS = 1_000;
    private static final QueueId QUEUE = new QueueId(1);
    private static final ClientId CLIENT = new ClientId(1);
    private static final DispositionCode RESOLVED = new DispositionCode("resolved");

    private HostSite() {}

    static Command configure() {
        SkillId skill = new SkillId(1);
        QueueTimes times = new QueueTimes(3_600_000_000L, 3_600_000_000L, 36_000_000_000L, 30_000_000);
        QueueDefinition queue =
                new QueueDefinition(QUEUE, "support", CLIENT, List.of(new SkillRequirement(skill, 1)), times);
        List<AgentDefinition> agents = IntStream.rangeClosed(1, AGENTS)
                .mapToObj(agent -> new AgentDefinition(new AgentId(agent), List.of(new SkillLevel(skill, 5))))
                .toList();
        return new Command.Configure(
                new Configuration(1, List.of(new SkillDefinition(skill, "support")), List.of(queue), agents));
    }

    static List<Command> shiftBegins() {
        return IntStream.rangeClosed(1, AGENTS)
                .mapToObj(AgentId::new)
                .<Command>mapMulti((agent, commands) -> {
                    commands.accept(new Command.SignIn(agent));
                    commands.accept(new Command.MakeReady(agent));
                })
                .toList();
    }

    static Command arrive(long contact) {
        return new Command.Arrive(new ContactId(contact), CLIENT, QUEUE);
    }

    /// Null: nothing follows.
    static @Nullable Command following(Event event) {
        return switch (event) {
            case Event.OfferMade made -> new Command.OfferAnswered(made.offer());
            case Event.ContactAnswered answered -> new Command.EndTalk(answered.contact());
            case Event.EffectRequested requested
            when requested.effect() instanceof Effect.Disconnect -> new Command.Acknowledge(requested.id());
            case Event.AgentStateChanged changed
            when changed.to() == AgentState.WRAP_UP ->
                new Command.CompleteWrapUp(changed.agent(), new ContactId(changed.contact()), RESOLVED);
            default -> null;
        };
    }
}
