package org.kezheng.platform.desk;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.kezheng.acd.engine.AgentId;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.engine.DispositionCode;
import org.kezheng.acd.engine.ReasonCode;
import org.kezheng.acd.engine.Refusal;
import org.kezheng.platform.directory.Directory;
import org.kezheng.platform.http.Problem;
import org.kezheng.platform.live.AgentView;
import org.kezheng.platform.live.LiveDesks;
import org.kezheng.platform.parties.ConfidentialLog;
import org.kezheng.platform.session.SignInListener;
import org.kezheng.security.access.AccountId;
import org.kezheng.security.access.Role;
import org.kezheng.security.access.SignedIn;
import org.kezheng.security.identity.Sessions;
import org.kezheng.security.secret.SecretString;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The agents' acts. Each returns how the agent stands once the act is durable.
public final class AgentDesk implements SignInListener {
    static final int MAX_NOTE_CHARACTERS = 4_000;
    private static final Logger LOG = LoggerFactory.getLogger(AgentDesk.class);

    private final Acd acd;
    private final LiveDesks desks;
    private final Directory directory;
    private final ConfidentialLog log;
    private final Sessions sessions;
    private final CompletedWrapUps completed;
    private volatile ReadyCheck readyCheck = (agent, client) -> {};
    /// One act of an agent at a time, so that a wrap-up sent twice leaves one note.
    private final Map<AgentId, ReentrantLock> locks = new ConcurrentHashMap<>();

    public AgentDesk(Acd acd, LiveDesks desks, Directory directory, ConfidentialLog log, Sessions sessions) {
        this.acd = acd;
        this.desks = desks;
        this.directory = directory;
        this.log = log;
        this.sessions = sessions;
        this.completed = new CompletedWrapUps();
    }

    /// What is asked from now on before an agent becomes ready by an own act.
    public void checkReadyBy(ReadyCheck check) {
        readyCheck = check;
    }

    /// Takes the journal's records in order, those before the start included.
    public CompletedWrapUps completedWrapUps() {
        return completed;
    }

    static AgentId agent(SignedIn who) {
        return new AgentId(who.account().value());
    }

    AgentView view(SignedIn who) {
        return desks.agent(agent(who));
    }

    AgentView makeReady(SignedIn who) {
        readyCheck.require(who.account().value(), who.client());
        acd.require(new Command.MakeReady(agent(who)));
        return view(who);
    }

    AgentView makeNotReady(SignedIn who, String reason) {
        if (!directory.isSelectableReason(reason)) {
            throw Problem.invalid("reason", "agent.reason", "One of the reasons of the configuration");
        }
        acd.require(new Command.MakeNotReady(agent(who), new ReasonCode(reason)));
        return view(who);
    }

    /// Keeps the note durably, then ends the wrap-up. Sent again for the same call, it changes nothing.
    AgentView completeWrapUp(SignedIn who, ContactId call, String disposition, SecretString note) {
        if (!directory.isDisposition(disposition)) {
            throw Problem.invalid("disposition", "wrap-up.disposition", "One of the dispositions of the configuration");
        }
        if (note.reveal().length() > MAX_NOTE_CHARACTERS) {
            throw Problem.invalid("note", "wrap-up.note-length", "At most " + MAX_NOTE_CHARACTERS + " characters");
        }
        AgentId agent = agent(who);
        ReentrantLock lock = locks.computeIfAbsent(agent, absent -> new ReentrantLock());
        lock.lock();
        try {
            AgentView now = desks.agent(agent);
            boolean isInWrapUp =
                    now.state().equals("wrap-up") && Long.toString(call.value()).equals(now.call());
            if (isInWrapUp) {
                log.appendNote(call.value(), who.client(), who.user(), disposition, note);
                acd.require(new Command.CompleteWrapUp(agent, call, new DispositionCode(disposition)));
            } else if (!completed.isLast(agent, call)) {
                throw Acd.problem(Refusal.NOT_IN_WRAP_UP);
            }
            return desks.agent(agent);
        } finally {
            lock.unlock();
        }
    }

    /// An agent's sign-in is one at the engine too.
    @Override
    public void signedIn(SignedIn who) {
        if (who.role() == Role.AGENT && directory.hasAgent(agent(who))) {
            acd.require(new Command.SignIn(agent(who)));
        }
    }

    /// When the last of an agent's sign-ins ends, the engine is told.
    public void sessionEnded(SignedIn who) {
        // A supervisor who took a call is one at the engine, too.
        if (directory.hasAgent(agent(who)) && !isSignedIn(agent(who))) {
            signOut(agent(who));
        }
    }

    /// Signs out whom the engine has as signed in and who is not, because the sign-in ended while the platform was
    /// down.
    public void signOutTheGone() {
        desks.signedInAgents().stream().filter(agent -> !isSignedIn(agent)).forEach(this::signOut);
    }

    /// A person in the middle of a call is not idle, whatever the browser does: such a sign-in does not expire.
    public void keepBusyOnesSignedIn() {
        for (AgentId agent : desks.signedInAgents()) {
            if (desks.agent(agent).call() != null) {
                sessions.touch(new AccountId(agent.value()));
            }
        }
    }

    private void signOut(AgentId agent) {
        try {
            Optional<Refusal> refusal = acd.refusalOf(new Command.SignOut(agent));
            refusal.ifPresent(why -> LOG.atInfo()
                    .addKeyValue("agent", agent.value())
                    .addKeyValue("refusal", why)
                    .log("The engine did not sign an agent out"));
        } catch (Problem unavailable) {
            LOG.atWarn().addKeyValue("agent", agent.value()).log("An agent is still signed in at the engine");
        }
    }

    private boolean isSignedIn(AgentId agent) {
        return sessions.live().stream().anyMatch(view -> agent(view.who()).equals(agent));
    }
}
