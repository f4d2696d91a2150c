package org.kezheng.platform.desk;

import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.platform.directory.Directory;
import org.kezheng.platform.live.AgentView;
import org.kezheng.platform.live.LiveDesks;
import org.kezheng.platform.live.TransferTargets;
import org.kezheng.security.access.SignedIn;

/// What an agent does with the call that this very agent has. Anybody else's call does not exist here.
public final class CallActs {
    private final Acd acd;
    private final LiveDesks desks;
    private final OwnTalks talks;

    public CallActs(Acd acd, LiveDesks desks, Directory directory) {
        this.acd = acd;
        this.desks = desks;
        this.talks = new OwnTalks(desks, directory);
    }

    TransferTargets targets(SignedIn who) {
        return desks.transferTargets(who.client(), AgentDesk.agent(who));
    }

    /// Hands the caller on: the call waits in the queue at the place of its arrival.
    AgentView transferToQueue(SignedIn who, ContactId call, String code) {
        talks.requireAlone(who, call);
        acd.require(new Command.TransferToQueue(call, talks.queue(code)));
        return desks.agent(AgentDesk.agent(who));
    }

    /// Hands the caller on: the other agent's phone rings. When that comes to nothing the call waits in its queue.
    AgentView transferToAgent(SignedIn who, ContactId call, String user) {
        talks.requireAlone(who, call);
        acd.require(new Command.TransferToAgent(call, talks.colleague(who, user)));
        return desks.agent(AgentDesk.agent(who));
    }
}
