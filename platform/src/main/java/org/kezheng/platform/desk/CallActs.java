package org.kezheng.platform.desk;

import org.jspecify.annotations.Nullable;
import org.kezheng.acd.engine.AgentId;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.engine.QueueId;
import org.kezheng.acd.engine.Refusal;
import org.kezheng.platform.directory.Directory;
import org.kezheng.platform.http.Problem;
import org.kezheng.platform.live.AgentView;
import org.kezheng.platform.live.LiveDesks;
import org.kezheng.platform.live.TransferTargets;
import org.kezheng.security.access.SignedIn;

/// What an agent does with the call that this very agent has. Anybody else's call does not exist here.
public final class CallActs {
    private final Acd acd;
    private final LiveDesks desks;
    private final Directory directory;

    public CallActs(Acd acd, LiveDesks desks, Directory directory) {
        this.acd = acd;
        this.desks = desks;
        this.directory = directory;
    }

    TransferTargets targets(SignedIn who) {
        return desks.transferTargets(who.client(), AgentDesk.agent(who));
    }

    /// Hands the caller on: the call waits in the queue at the place of its arrival.
    AgentView transferToQueue(SignedIn who, ContactId call, String code) {
        requireTalking(who, call);
        QueueId queue = directory
                .queue(code)
                .filter(known -> !directory.isTest(known))
                .orElseThrow(() -> Problem.invalid("queue", "transfer.queue", "The code of a queue"));
        acd.require(new Command.TransferToQueue(call, queue));
        return desks.agent(AgentDesk.agent(who));
    }

    /// Hands the caller on: the other agent's phone rings. When that comes to nothing the call waits in its queue.
    AgentView transferToAgent(SignedIn who, ContactId call, String user) {
        requireTalking(who, call);
        acd.require(new Command.TransferToAgent(call, colleague(who, user)));
        return desks.agent(AgentDesk.agent(who));
    }

    private AgentId colleague(SignedIn who, String user) {
        AgentId agent = directory
                .agent(user)
                .filter(known -> !directory.isTestAgent(known.value()))
                .filter(known -> directory
                        .clientOfAgent(known.value())
                        .filter(who.client()::equals)
                        .isPresent())
                .orElseThrow(() -> Problem.invalid("agent", "transfer.agent", "The user name of another agent"));
        if (agent.equals(AgentDesk.agent(who))) {
            throw Problem.invalid("agent", "transfer.self", "The user name of another agent");
        }
        return agent;
    }

    private void requireTalking(SignedIn who, ContactId call) {
        AgentView now = desks.agent(AgentDesk.agent(who));
        @Nullable String own = now.call();
        if (own == null || !own.equals(Long.toString(call.value()))) {
            throw Problem.notFound("call.unknown");
        }
        if (!now.state().equals("talking")) {
            throw Acd.problem(Refusal.NOT_TALKING);
        }
    }
}
