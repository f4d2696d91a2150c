package org.kezheng.platform.desk;

import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.platform.callflow.GatePass;
import org.kezheng.platform.callflow.OutsideResult;
import org.kezheng.platform.callflow.PartnerMoment;
import org.kezheng.platform.gate.GateRequest;
import org.kezheng.platform.gate.OutsideNumbers;
import org.kezheng.platform.gate.Way;
import org.kezheng.platform.http.Problem;
import org.kezheng.platform.live.AgentView;
import org.kezheng.platform.live.LiveDesks;
import org.kezheng.platform.live.LivePlace;
import org.kezheng.platform.live.OutsideParty;
import org.kezheng.platform.live.TransferTargets;
import org.kezheng.platform.outside.OutsideCalls;
import org.kezheng.security.access.SignedIn;
import org.kezheng.security.secret.SecretString;

/// Handing a caller to somebody outside, or asking them first: only numbers of the client's list, and only as
/// the gate lets a leg out. The gate is asked before the caller is put aside, so that a refusal changes nothing,
/// and again for the leg itself.
public final class PartnerCalls {
    private static final int MOST_REMEMBERED = 1_000;

    private final Acd acd;
    private final LiveDesks desks;
    private final Sources sources;
    private final PartnerLine line;
    private final Clock clock;
    /// By contact: whom is called, by which way; guarded by itself.
    private final Map<ContactId, Asked> asked = Collections.synchronizedMap(new Bounded<>());
    /// Calls for which somebody is being let out just now: pressed twice, it is one.
    private final Set<ContactId> beingLetOut = ConcurrentHashMap.newKeySet();
    private final Map<ContactId, OutsideResult> results = Collections.synchronizedMap(new Bounded<>());

    public PartnerCalls(Acd acd, LiveDesks desks, Sources sources, PartnerLine line, Clock clock) {
        this.acd = acd;
        this.desks = desks;
        this.sources = sources;
        this.line = line;
        this.clock = clock;
    }

    /// Where the numbers stand, and who is asked about them.
    public record Sources(OutsideNumbers numbers, OutsideCalls calls) {}

    /// @param answeredAt null: not yet
    private record Asked(String label, Way way, @Nullable Instant answeredAt) {}

    /// The numbers of the client's list, by label.
    List<TransferTargets.OutsideNumber> choices() {
        return sources.numbers().all().stream()
                .map(one -> new TransferTargets.OutsideNumber(Long.toString(one.id()), one.label(), one.maskedNumber()))
                .toList();
    }

    /// The caller hears music until somebody there answers, and is theirs then. Until then the agent has the
    /// call.
    ///
    /// @throws Problem when the gate refuses, or the number is not on the list
    AgentView transfer(SignedIn who, ContactId call, LivePlace place, String number) {
        line.transfer(call, letOut(who, call, place, number, Way.TRANSFER));
        return desks.agent(AgentDesk.agent(who));
    }

    /// The caller hears music while the agent talks with somebody there.
    ///
    /// @throws Problem as [#transfer]
    AgentView consult(SignedIn who, ContactId call, LivePlace place, String number) {
        line.consult(call, letOut(who, call, place, number, Way.CONSULTATION));
        return desks.agent(AgentDesk.agent(who));
    }

    private GatePass letOut(SignedIn who, ContactId call, LivePlace place, String id, Way way) {
        if (place.isInternal()) {
            throw Problem.conflict("consultation.internal", "An internal call is not handed to the outside");
        }
        OutsideNumbers.OutsideNumber listed = sources.numbers().all().stream()
                .filter(one -> Long.toString(one.id()).equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(
                        "outsideNumber", "outside-number.unknown", "The id of a number of the client's list"));
        SecretString number = sources.numbers().number(listed.id()).orElseThrow();
        if (!beingLetOut.add(call)) {
            throw underWay();
        }
        try {
            if (desks.agent(AgentDesk.agent(who)).consultation() != null) {
                throw underWay();
            }
            return letOut(who, call, listed, number, way);
        } finally {
            beingLetOut.remove(call);
        }
    }

    private static Problem underWay() {
        return Problem.conflict("consultation.under-way", "Somebody is consulted about this call; end that first");
    }

    private GatePass letOut(
            SignedIn who, ContactId call, OutsideNumbers.OutsideNumber listed, SecretString number, Way way) {
        sources.calls().handOut(way, number, call.value(), who.user(), GateRequest.Stage.ASKED);
        acd.require(new Command.Hold(call));
        try {
            GatePass pass = sources.calls().handOut(way, number, call.value(), who.user(), GateRequest.Stage.DIALLED);
            asked.put(call, new Asked(listed.label(), way, null));
            results.remove(call);
            show(call, OutsideParty.Stage.RINGING);
            return pass;
        } catch (RuntimeException refused) {
            acd.refusalOf(new Command.Resume(call));
            throw refused;
        }
    }

    /// The agent is with the other one of the two.
    AgentView swap(SignedIn who, ContactId call) {
        line.swap(call);
        return desks.agent(AgentDesk.agent(who));
    }

    /// All three talk.
    AgentView confer(SignedIn who, ContactId call) {
        line.confer(call);
        acd.require(new Command.Resume(call));
        return desks.agent(AgentDesk.agent(who));
    }

    /// The caller stays with whom was asked; the agent wraps up.
    AgentView complete(SignedIn who, ContactId call) {
        line.complete(call);
        return desks.agent(AgentDesk.agent(who));
    }

    AgentView withdraw(SignedIn who, ContactId call) {
        line.withdraw(call);
        return desks.agent(AgentDesk.agent(who));
    }

    /// Why nobody was reached by the last call about this contact; empty: somebody was, or it is not known.
    Optional<OutsideResult> resultOf(ContactId call) {
        return Optional.ofNullable(results.get(call));
    }

    /// The call flow tells how far it is.
    public void told(ContactId contact, PartnerMoment moment) {
        switch (moment) {
            case PartnerMoment.Dialled dialled -> show(contact, OutsideParty.Stage.RINGING);
            case PartnerMoment.Consulted consulted -> answered(contact, OutsideParty.Stage.TALKING);
            case PartnerMoment.Aside aside -> answered(contact, OutsideParty.Stage.ASIDE);
            case PartnerMoment.HandedOver over -> forget(contact);
            case PartnerMoment.Over(var why) -> {
                if (why != null) {
                    results.put(contact, why);
                }
                forget(contact);
            }
        }
    }

    /// Who is put aside and comes back has been there since the answer.
    private void answered(ContactId contact, OutsideParty.Stage stage) {
        asked.computeIfPresent(
                contact,
                (call, one) -> one.answeredAt() == null ? new Asked(one.label(), one.way(), clock.instant()) : one);
        show(contact, stage);
    }

    private void show(ContactId contact, OutsideParty.Stage stage) {
        Asked one = asked.get(contact);
        if (one != null) {
            boolean isTransfer = stage == OutsideParty.Stage.RINGING && one.way() == Way.TRANSFER;
            OutsideParty.Stage shown = isTransfer ? OutsideParty.Stage.TRANSFERRING : stage;
            Instant since = one.answeredAt() == null ? clock.instant() : one.answeredAt();
            desks.outsideParty(contact, new OutsideParty(one.label(), shown, since));
        }
    }

    private void forget(ContactId contact) {
        asked.remove(contact);
        desks.outsideParty(contact, null);
    }

    private static final class Bounded<V> extends LinkedHashMap<ContactId, V> {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ContactId, V> eldest) {
            return size() > MOST_REMEMBERED;
        }
    }
}
