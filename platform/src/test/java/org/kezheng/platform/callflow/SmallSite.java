package org.kezheng.platform.callflow;

import java.util.List;
import org.kezheng.acd.engine.AgentDefinition;
import org.kezheng.acd.engine.AgentId;
import org.kezheng.acd.engine.ClientId;
import org.kezheng.acd.engine.Configuration;
import org.kezheng.acd.engine.QueueDefinition;
import org.kezheng.acd.engine.QueueId;
import org.kezheng.acd.engine.QueueTimes;

/// Two queues whose numbers are 4001 and 4002, and three agents who serve both.
final class SmallSite {
    private static final ClientId CLIENT = new ClientId(1);

    private SmallSite() {}

    static NumberPlan numbers() {
        return new NumberPlan(List.of(
                new NumberPlan.Entry("4001", CLIENT, new QueueId(1)),
                new NumberPlan.Entry("4002", CLIENT, new QueueId(2))));
    }

    static Configuration configuration() {
        QueueTimes times = new QueueTimes(15_000_000, 20_000_000, 120_000_000, 10_000_000);
        return new Configuration(
                1,
                List.of(),
                List.of(
                        new QueueDefinition(new QueueId(1), "support", CLIENT, List.of(), times),
                        new QueueDefinition(new QueueId(2), "consult", CLIENT, List.of(), times)),
                FlowWorld.AGENTS.stream()
                        .map(agent -> new AgentDefinition(new AgentId(agent), List.of()))
                        .toList());
    }
}
