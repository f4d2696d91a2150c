package org.kezheng.platform.live;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who can be chosen when a call is handed on: the client's queues and its signed-in agents, without whoever
/// asks, and the outside numbers of the client's list.
public record TransferTargets(List<Queue> queues, List<Agent> agents, List<OutsideNumber> outsideNumbers) {
    public TransferTargets {
        queues = List.copyOf(queues);
        agents = List.copyOf(agents);
        outsideNumbers = List.copyOf(outsideNumbers);
    }

    /// The same with these outside numbers.
    public TransferTargets with(List<OutsideNumber> numbers) {
        return new TransferTargets(queues, agents, numbers);
    }

    /// Somebody outside to whom calls may be handed.
    ///
    /// @param number masked
    public record OutsideNumber(String id, String label, String number) {}

    /// A queue that the call can wait in.
    ///
    /// @param waiting contacts that wait, ringing ones included
    /// @param readyAgents agents who would be asked at once
    public record Queue(String queue, int waiting, @Nullable Instant longestWaitingSince, int readyAgents) {}

    /// An agent who can be asked.
    ///
    /// @param state as in [AgentView]; only `ready` takes a call at once
    public record Agent(String agent, String displayName, String state, Instant since) {}
}
