package org.kezheng.platform.desk;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.engine.OfferId;
import org.kezheng.platform.directory.Directory;
import org.kezheng.platform.http.Problem;
import org.kezheng.platform.live.AgentView;
import org.kezheng.platform.live.LiveDesks;
import org.kezheng.platform.live.LivePlace;
import org.kezheng.security.access.SignedIn;
import org.kezheng.security.ledger.Actor;
import org.kezheng.security.ledger.AuditLedger;
import org.kezheng.security.ledger.LedgerEntry;
import org.kezheng.security.ledger.Subject;
import org.kezheng.security.secret.SecretString;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/// What an agent does within the talk in hand, whatever phone it is on: puts the caller aside, is not heard for
/// a while, presses keys for the machine at the other end.
public final class TalkActs {
    static final int MOST_KEYS = 32;
    private static final Logger LOG = LoggerFactory.getLogger(TalkActs.class);

    private final Acd acd;
    private final LiveDesks desks;
    private final OwnTalks talks;
    private final TalkLine line;
    private final Trail trail;

    /// @param line the PBX
    public TalkActs(Acd acd, LiveDesks desks, Directory directory, TalkLine line, Trail trail) {
        this.acd = acd;
        this.desks = desks;
        this.talks = new OwnTalks(desks, directory);
        this.line = line;
        this.trail = trail;
    }

    /// Where acts that the journal does not hold are entered. A talk waits for no ledger: what it cannot take is
    /// logged.
    public record Trail(AuditLedger ledger, TransactionTemplate transaction) {
        void enter(String action, SignedIn who, ContactId call, Map<String, String> facts) {
            Subject subject = Subject.of("call", call.value(), who.client());
            try {
                transaction.executeWithoutResult(
                        status -> ledger.append(LedgerEntry.of(action, Actor.of(who), subject, facts)));
            } catch (DataAccessException | TransactionException away) {
                LOG.atError()
                        .addKeyValue("call", call.value())
                        .addKeyValue("action", action)
                        .log("An act within a talk is not in the ledger, which cannot be reached");
            }
        }
    }

    /// The caller hears music, and the agent nothing.
    AgentView hold(SignedIn who, ContactId call) {
        requireCallers(who, call);
        acd.require(new Command.Hold(call));
        return desks.agent(AgentDesk.agent(who));
    }

    /// The caller is with the agent again.
    AgentView resume(SignedIn who, ContactId call) {
        requireCallers(who, call);
        acd.require(new Command.Resume(call));
        return desks.agent(AgentDesk.agent(who));
    }

    boolean isMuted(SignedIn who, ContactId call) {
        return line.isMuted(requireTalk(who, call)).orElseThrow(TalkActs::notTold);
    }

    /// The caller does not hear the agent, nor does anybody else.
    void mute(SignedIn who, ContactId call) {
        OfferId talk = requireTalk(who, call);
        if (line.mute(talk) != TalkLine.Outcome.DONE) {
            // It may be done all the same, when only the answer was lost; the agent must not be silent unknowingly.
            line.unmute(talk);
            throw Problem.unavailable("talk.pbx", "The PBX did not mute the agent, who is heard; try again");
        }
        trail.enter("talk.muted", who, call, Map.of());
    }

    void unmute(SignedIn who, ContactId call) {
        if (line.unmute(requireTalk(who, call)) != TalkLine.Outcome.DONE) {
            throw Problem.unavailable("talk.pbx", "The PBX did not let the agent be heard again; try again");
        }
        trail.enter("talk.unmuted", who, call, Map.of());
    }

    /// Presses keys one after the other. They may be a secret: only their number is kept.
    ///
    /// @return how many were pressed, all of them
    int press(SignedIn who, ContactId call, @Nullable SecretString keys) {
        String wanted = keys == null ? "" : keys.reveal();
        if (!wanted.matches("[0-9*#]{1," + MOST_KEYS + "}")) {
            throw Problem.invalid("keys", "talk.keys", "1 to " + MOST_KEYS + " of the digits, * and #");
        }
        AgentView now = talks.requireTalking(who, call);
        if (now.held() && now.consultation() == null) {
            throw Problem.conflict("talk.held", "The caller is on hold and hears no keys; take the call back first");
        }
        OfferId talk = requireTalk(who, call);
        for (int i = 0; i < wanted.length(); i++) {
            if (line.press(talk, wanted.charAt(i)) != TalkLine.Outcome.DONE) {
                trail.enter("talk.keys-pressed", who, call, Map.of("count", Integer.toString(i)));
                throw Problem.unavailable("talk.pbx", "The PBX took " + i + " of the keys and not the next one");
            }
        }
        trail.enter("talk.keys-pressed", who, call, Map.of("count", Integer.toString(wanted.length())));
        return wanted.length();
    }

    private void requireCallers(SignedIn who, ContactId call) {
        talks.requireAlone(who, call);
        if (place(call).isInternal()) {
            throw Problem.conflict("talk.internal", "A colleague is not put on hold; end the call instead");
        }
    }

    private OfferId requireTalk(SignedIn who, ContactId call) {
        talks.requireTalking(who, call);
        OfferId talk = place(call).talk();
        if (talk == null) {
            throw Problem.notFound("call.unknown");
        }
        return talk;
    }

    private LivePlace place(ContactId call) {
        return desks.placeOf(call).orElseThrow(() -> Problem.notFound("call.unknown"));
    }

    private static Problem notTold() {
        return Problem.unavailable("talk.pbx", "The PBX does not tell whether the agent is muted; try again");
    }
}
