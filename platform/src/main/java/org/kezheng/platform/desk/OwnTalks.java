package org.kezheng.platform.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kezheng.acd.engine.AgentId;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.engine.QueueId;
import org.kezheng.acd.engine.Refusal;
import org.kezheng.platform.directory.Definition;
import org.kezheng.platform.directory.Directory;
import org.kezheng.platform.http.Problem;
import org.kezheng.platform.live.AgentView;
import org.kezheng.platform.live.LiveDesks;
import org.kezheng.security.access.SignedIn;

/// What every act on a talk asks first: whether it is the agent's own, and who is meant by a name.
final class OwnTalks {
    private final LiveDesks desks;
    private final Directory directory;

    OwnTalks(LiveDesks desks, Directory directory) {
        this.desks = desks;
        this.directory = directory;
    }

    /// How the agent stands, who talks in this call. Anybody else's call does not exist here.
    AgentView requireTalking(SignedIn who, ContactId call) {
        AgentView now = desks.agent(AgentDesk.agent(who));
        @Nullable String own = now.call();
        if (own == null || !own.equals(Long.toString(call.value()))) {
            throw Problem.notFound("call.unknown");
        }
        if (!now.state().equals("talking")) {
            throw Acd.problem(Refusal.NOT_TALKING);
        }
        return now;
    }

    /// The same, and nobody is consulted about the call.
    AgentView requireAlone(SignedIn who, ContactId call) {
        AgentView now = requireTalking(who, call);
        if (now.consultation() != null) {
            throw Problem.conflict("consultation.under-way", "Somebody is consulted about this call; end that first");
        }
        return now;
    }

    /// The same, and the caller is not in self-service: whoever is taken out of the midst of a prompt may be lost.
    AgentView requireAtHand(SignedIn who, ContactId call) {
        AgentView now = requireAlone(who, call);
        if (desks.isLent(call)) {
            throw Problem.conflict(
                    "self-service.under-way", "The caller is in self-service; take the caller back first");
        }
        return now;
    }

    AgentId colleague(SignedIn who, String user) {
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

    QueueId queue(String code) {
        return directory
                .queue(code)
                .filter(known -> !directory.isTest(known))
                .orElseThrow(() -> Problem.invalid("queue", "transfer.queue", "The code of a queue"));
    }

    /// The queue in which a call that the agent begins is counted: the first one that the agent serves, or else
    /// the client's first.
    QueueId firstQueue(SignedIn who) {
        int agent = AgentDesk.agent(who).value();
        List<Definition.QueueEntry> queues = directory.queuesOf(who.client());
        return queues.stream()
                .filter(queue -> directory.agentsServing(queue).contains(agent))
                .findFirst()
                .or(() -> queues.stream().findFirst())
                .map(queue -> new QueueId(queue.id()))
                .orElseThrow(() -> Problem.conflict("call.no-queue", "The client has no queue to count the call in"));
    }
}
