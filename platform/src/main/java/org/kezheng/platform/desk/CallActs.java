package org.kezheng.platform.desk;

import java.util.Optional;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.platform.callflow.OutsideResult;
import org.kezheng.platform.directory.Directory;
import org.kezheng.platform.http.Problem;
import org.kezheng.platform.live.AgentView;
import org.kezheng.platform.live.LiveDesks;
import org.kezheng.platform.live.LivePlace;
import org.kezheng.platform.live.TransferTargets;
import org.kezheng.security.access.SignedIn;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/// What an agent does with the call that this very agent has. Anybody else's call does not exist here.
public final class CallActs {
    private final Acd acd;
    private final LiveDesks desks;
    private final OwnTalks talks;
    private final PartnerCalls partners;

    /// @param partners whoever is outside
    public CallActs(Acd acd, LiveDesks desks, Directory directory, PartnerCalls partners) {
        this.acd = acd;
        this.desks = desks;
        this.talks = new OwnTalks(desks, directory);
        this.partners = partners;
    }

    /// Colleagues and queues are there while the database is away; outside numbers are not, as nothing goes out
    /// then.
    TransferTargets targets(SignedIn who) {
        TransferTargets inside = desks.transferTargets(who.client(), AgentDesk.agent(who));
        try {
            return inside.with(partners.choices());
        } catch (DataAccessException | TransactionException away) {
            return inside;
        }
    }

    /// Hands the caller to somebody outside, when they answer.
    AgentView transferOutside(SignedIn who, ContactId call, String number) {
        talks.requireAtHand(who, call);
        LivePlace place = desks.placeOf(call).orElseThrow(() -> Problem.notFound("call.unknown"));
        return partners.transfer(who, call, place, number);
    }

    /// Why nobody outside was reached the last time.
    Optional<OutsideResult> outsideResult(SignedIn who, ContactId call) {
        talks.requireTalking(who, call);
        return partners.resultOf(call);
    }

    /// Hands the caller on: the call waits in the queue at the place of its arrival.
    AgentView transferToQueue(SignedIn who, ContactId call, String code) {
        talks.requireAtHand(who, call);
        acd.require(new Command.TransferToQueue(call, talks.queue(code)));
        return desks.agent(AgentDesk.agent(who));
    }

    /// Hands the caller on: the other agent's phone rings. When that comes to nothing the call waits in its queue.
    AgentView transferToAgent(SignedIn who, ContactId call, String user) {
        talks.requireAtHand(who, call);
        acd.require(new Command.TransferToAgent(call, talks.colleague(who, user)));
        return desks.agent(AgentDesk.agent(who));
    }
}
