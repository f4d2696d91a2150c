package org.kezheng.platform.supervision;

import java.util.Map;
import org.kezheng.acd.engine.AgentId;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.platform.directory.Directory;
import org.kezheng.platform.http.Problem;
import org.kezheng.platform.listening.Listenings;
import org.kezheng.platform.live.AgentView;
import org.kezheng.platform.live.LiveDesks;
import org.kezheng.platform.live.LivePlace;
import org.kezheng.platform.live.LiveTalk;
import org.kezheng.platform.outside.ContactNumbers;
import org.kezheng.security.access.SignedIn;
import org.kezheng.security.ledger.Actor;
import org.kezheng.security.ledger.AuditLedger;
import org.kezheng.security.ledger.LedgerEntry;
import org.kezheng.security.ledger.Subject;
import org.springframework.transaction.support.TransactionTemplate;

/// A supervisor takes a call: a talk from the agent who has it, or one that waits. For the engine whoever talks is an
/// agent, so the site's definition lists such supervisors among the agents, without skills: nothing is ever offered to
/// them. They are signed in there by the first call that they take, and out with their last sign-in.
public final class OwnCalls {
    private final Supervision.Floor floor;
    private final AuditLedger ledger;
    private final TransactionTemplate transaction;
    private final Listenings listenings;
    private final TakeOvers takeOvers;
    private final ContactNumbers numbers;

    OwnCalls(
            Supervision.Floor floor,
            AuditLedger ledger,
            TransactionTemplate transaction,
            Listenings listenings,
            Taking taking) {
        this.floor = floor;
        this.ledger = ledger;
        this.transaction = transaction;
        this.listenings = listenings;
        this.takeOvers = taking.takeOvers();
        this.numbers = taking.numbers();
    }

    /// What taking over needs.
    record Taking(TakeOvers takeOvers, ContactNumbers numbers) {}

    /// The supervisor's telephone is called; once it is answered the supervisor has the talk and the agent wraps up.
    AgentView takeOver(SignedIn who, ContactId call, Cause cause) {
        LivePlace place = requireOwn(who, call);
        LiveTalk talk = desks().talkOf(call)
                .orElseThrow(() -> Problem.conflict("acd.not-talking", "Nobody talks with this caller; pull the call"));
        if (talk.isInternal()) {
            throw Problem.conflict("supervision.internal", "A call between agents is not taken over");
        }
        if (desks().agent(talk.agent()).consultation() != null) {
            throw Problem.conflict(
                    "consultation.under-way", "Somebody is consulted about this call; wait until that is over");
        }
        if (takeOvers.isUnderWay(call)) {
            throw Problem.conflict("supervision.under-way", "The call is being taken over already");
        }
        AgentId self = ready(who);
        ContactId inner = new ContactId(numbers.next());
        takeOvers.begin(inner, new TakeOvers.Wanted(call, self));
        try {
            String agent = directory().agentUser(talk.agent().value());
            act(
                    entry("call.taken-over", who, call, Map.of("agent", agent, "cause", cause.code())),
                    new Command.CallAgent(inner, place.client(), place.queue(), self, 0));
        } catch (RuntimeException refused) {
            takeOvers.forget(inner);
            throw refused;
        }
        return desks().agent(self);
    }

    /// The waiting call rings at the supervisor's telephone.
    AgentView pull(SignedIn who, ContactId call, Cause cause) {
        requireOwn(who, call);
        AgentId self = ready(who);
        act(entry("call.pulled", who, call, Map.of("cause", cause.code())), new Command.Pull(call, self));
        return desks().agent(self);
    }

    /// An agent to the engine, with a free telephone.
    private AgentId ready(SignedIn who) {
        AgentId self = new AgentId(who.account().value());
        if (!directory().hasAgent(self)) {
            throw Problem.conflict(
                    "supervision.no-agent", "You are not among the site's agents; the administrator lists you there");
        }
        if (desks().agent(self).device().kind().equals("none")) {
            throw Problem.conflict(
                    "supervision.no-phone",
                    "You have no telephone; open your desk in a browser, or choose a SIP phone");
        }
        listenings.freePhoneOf(who);
        floor.acd().require(new Command.SignIn(self));
        return self;
    }

    private void act(LedgerEntry entry, Command command) {
        transaction.executeWithoutResult(status -> {
            ledger.append(entry);
            floor.acd().require(command);
        });
    }

    private static LedgerEntry entry(String action, SignedIn who, ContactId call, Map<String, String> facts) {
        return LedgerEntry.of(action, Actor.of(who), Subject.of("call", call.value(), who.client()), facts);
    }

    private LivePlace requireOwn(SignedIn who, ContactId call) {
        return desks().placeOf(call)
                .filter(place -> place.client().value() == who.client().value())
                .orElseThrow(() -> Problem.notFound("call.unknown"));
    }

    private LiveDesks desks() {
        return floor.desks();
    }

    private Directory directory() {
        return floor.directory();
    }
}
