package org.kezheng.platform.supervision;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.kezheng.acd.engine.AgentId;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.engine.Event;
import org.kezheng.acd.engine.LeaveCause;
import org.kezheng.acd.engine.MoveCause;
import org.kezheng.acd.engine.QueueId;
import org.kezheng.acd.engine.ReasonCode;
import org.kezheng.acd.journal.Receipt;
import org.kezheng.platform.desk.Acd;
import org.kezheng.platform.desk.ReadyCheck;
import org.kezheng.platform.directory.Directory;
import org.kezheng.platform.http.Problem;
import org.kezheng.platform.live.AgentView;
import org.kezheng.platform.live.LiveDesks;
import org.kezheng.security.access.AccountId;
import org.kezheng.security.access.SignedIn;
import org.kezheng.security.identity.SessionEnd;
import org.kezheng.security.identity.Sessions;
import org.kezheng.security.ledger.Actor;
import org.kezheng.security.ledger.AuditLedger;
import org.kezheng.security.ledger.LedgerEntry;
import org.kezheng.security.ledger.Subject;
import org.springframework.transaction.support.TransactionTemplate;

/// A supervisor's acts on the calls and agents of the own client. The entry in the ledger is written first and
/// committed behind the act: what cannot be recorded is not done, and what the engine refuses leaves no entry.
public final class Supervision {
    private final Acd acd;
    private final LiveDesks desks;
    private final Directory directory;
    private final AuditLedger ledger;
    private final Sessions sessions;
    private final TransactionTemplate transaction;
    private final CallMoves moves;
    private volatile ReadyCheck readyCheck = (agent, client) -> {};

    public Supervision(
            Floor floor, AuditLedger ledger, Sessions sessions, TransactionTemplate transaction, CallMoves moves) {
        this.moves = moves;
        this.acd = floor.acd();
        this.desks = floor.desks();
        this.directory = floor.directory();
        this.ledger = ledger;
        this.sessions = sessions;
        this.transaction = transaction;
    }

    /// What is supervised.
    public record Floor(Acd acd, LiveDesks desks, Directory directory) {}

    /// What is asked from now on before an agent is made ready.
    public void checkReadyBy(ReadyCheck check) {
        readyCheck = check;
    }

    /// The call keeps the time of its arrival, and goes on counting in the queue that it entered first.
    void move(SignedIn who, ContactId call, String queueCode, Cause cause) {
        requireOwn(who, call);
        QueueId queue = directory.queuesOf(who.client()).stream()
                .filter(entry -> entry.code().equals(queueCode))
                .findFirst()
                .flatMap(entry -> directory.queue(entry.code()))
                .orElseThrow(() -> Problem.invalid("queue", "queue.unknown", "One of the client's queues"));
        Map<String, String> facts = Map.of("queue", queueCode, "cause", cause.code());
        transaction.executeWithoutResult(status -> {
            ledger.append(entry("call.moved", who, call, facts));
            moves.add(who, moved(acd.receiptOf(new Command.Move(call, queue))), cause);
        });
    }

    /// What the engine says of a move, and not what was seen before: somebody else may have moved the call just now.
    private static CallMoves.Moved moved(Receipt receipt) {
        Instant at = Instant.EPOCH.plus(receipt.nowMicros(), ChronoUnit.MICROS);
        return receipt.events().stream()
                .filter(event -> event instanceof Event.ContactMoved(var call, var from, var to, var cause)
                        && cause == MoveCause.SUPERVISOR)
                .map(event -> new CallMoves.Moved(at, (Event.ContactMoved) event))
                .findFirst()
                .orElseThrow(() -> Problem.conflict(
                        "supervision.same-queue",
                        "The call waits in that queue already; name another one of the client's"));
    }

    void assign(SignedIn who, ContactId call, String user, Cause cause) {
        requireOwn(who, call);
        AgentId agent = directory
                .agent(user)
                .filter(known -> isOf(who, known))
                .orElseThrow(() -> Problem.invalid("agent", "agent.unknown", "One of the client's agents"));
        Map<String, String> facts = Map.of("agent", user, "cause", cause.code());
        act(entry("call.assigned", who, call, facts), new Command.Assign(call, agent));
    }

    /// Ends the talk: both legs go, and the agent wraps up. A call back that waits for an agent is given up: nobody is
    /// called. A caller who waits is not sent away.
    void release(SignedIn who, ContactId call, Cause cause) {
        requireOwn(who, call);
        boolean isToBegin = desks.placeOf(call)
                .filter(place -> place.isOutward() && place.talk() == null)
                .isPresent();
        act(
                entry("call.released", who, call, Map.of("cause", cause.code())),
                isToBegin ? new Command.Leave(call, LeaveCause.REFUSED) : new Command.EndTalk(call));
    }

    AgentView makeReady(SignedIn who, String user, Cause cause) {
        AgentId agent = agent(who, user);
        readyCheck.require(agent.value(), who.client());
        Map<String, String> facts = Map.of("state", "ready", "cause", cause.code());
        act(entry("agent.state-forced", who, agent, facts), new Command.MakeReady(agent));
        return desks.agent(agent);
    }

    AgentView makeNotReady(SignedIn who, String user, String reason, Cause cause) {
        AgentId agent = agent(who, user);
        if (!directory.isSelectableReason(reason)) {
            throw Problem.invalid("reason", "agent.reason", "One of the reasons of the configuration");
        }
        Map<String, String> facts = Map.of("state", "not-ready", "reason", reason, "cause", cause.code());
        act(entry("agent.state-forced", who, agent, facts), new Command.MakeNotReady(agent, new ReasonCode(reason)));
        return desks.agent(agent);
    }

    /// Out at once, or at the end of the present talk; an offer that rings goes to somebody else. All sign-ins of the
    /// agent end.
    AgentView signOut(SignedIn who, String user, Cause cause) {
        AgentId agent = agent(who, user);
        act(entry("agent.signed-out", who, agent, Map.of("cause", cause.code())), new Command.SignOut(agent));
        sessions.endAllOf(new AccountId(agent.value()), SessionEnd.Cause.REVOKED);
        return desks.agent(agent);
    }

    private void act(LedgerEntry entry, Command command) {
        transaction.executeWithoutResult(status -> {
            ledger.append(entry);
            acd.require(command);
        });
    }

    private static LedgerEntry entry(String action, SignedIn who, ContactId call, Map<String, String> facts) {
        return LedgerEntry.of(action, Actor.of(who), Subject.of("call", call.value(), who.client()), facts);
    }

    private static LedgerEntry entry(String action, SignedIn who, AgentId agent, Map<String, String> facts) {
        return LedgerEntry.of(action, Actor.of(who), Subject.of("agent", agent.value(), who.client()), facts);
    }

    private void requireOwn(SignedIn who, ContactId call) {
        if (!desks.hasContact(call, who.client())) {
            throw Problem.notFound("call.unknown");
        }
    }

    private AgentId agent(SignedIn who, String user) {
        return directory
                .agent(user)
                .filter(known -> isOf(who, known))
                .orElseThrow(() -> Problem.notFound("agent.unknown"));
    }

    private boolean isOf(SignedIn who, AgentId agent) {
        return directory
                .clientOfAgent(agent.value())
                .filter(who.client()::equals)
                .isPresent();
    }
}
