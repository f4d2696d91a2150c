package org.kezheng.platform.desk;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.kezheng.acd.engine.AgentId;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.engine.LeaveCause;
import org.kezheng.acd.engine.QueueId;
import org.kezheng.acd.engine.Refusal;
import org.kezheng.platform.directory.Directory;
import org.kezheng.platform.http.Problem;
import org.kezheng.platform.live.AgentView;
import org.kezheng.platform.live.LiveDesks;
import org.kezheng.platform.live.LivePlace;
import org.kezheng.platform.outside.ContactNumbers;
import org.kezheng.security.access.SignedIn;

/// An agent asks a colleague about the call in hand. The caller is aside meanwhile and hears music; the two can be
/// swapped, or joined; in the end the agent goes back to the caller, or leaves the caller to the colleague.
public final class Consultations {
    private final Acd acd;
    private final LiveDesks desks;
    private final Directory directory;
    private final OwnTalks talks;
    private final ContactNumbers numbers;
    private final PartnerCalls partners;

    /// @param partners whoever is outside
    public Consultations(Acd acd, LiveDesks desks, Directory directory, ContactNumbers numbers, PartnerCalls partners) {
        this.acd = acd;
        this.desks = desks;
        this.directory = directory;
        this.talks = new OwnTalks(desks, directory);
        this.numbers = numbers;
        this.partners = partners;
    }

    /// The colleague's phone rings. When that comes to nothing, the agent is with the caller again.
    AgentView consultAgent(SignedIn who, ContactId call, String user) {
        LivePlace place = requireConsultable(who, call);
        AgentId agent = talks.colleague(who, user);
        ContactId inner = new ContactId(numbers.next());
        acd.require(new Command.CallAgent(inner, place.client(), place.queue(), agent, call.value()));
        return setAside(who, call, inner);
    }

    /// The agent of that queue rings who is ready for the longest time.
    AgentView consultQueue(SignedIn who, ContactId call, String code) {
        LivePlace place = requireConsultable(who, call);
        for (AgentId agent : readyAgents(talks.queue(code), AgentDesk.agent(who))) {
            ContactId inner = new ContactId(numbers.next());
            Optional<Refusal> refusal =
                    acd.refusalOf(new Command.CallAgent(inner, place.client(), place.queue(), agent, call.value()));
            if (refusal.isEmpty()) {
                return setAside(who, call, inner);
            }
        }
        throw Problem.conflict("consultation.nobody-ready", "No agent of the queue is ready; try an agent by name");
    }

    /// Somebody outside is called. When that comes to nothing, the agent is with the caller again.
    AgentView consultOutside(SignedIn who, ContactId call, String number) {
        return partners.consult(who, call, requireConsultable(who, call), number);
    }

    /// The agent is with the other one of the two; out of three, with the colleague alone.
    AgentView swap(SignedIn who, ContactId call) {
        AgentView.Consultation consultation = requireAnswered(who, call);
        if (consultation.outside()) {
            return partners.swap(who, call);
        }
        ContactId inner = new ContactId(Long.parseLong(consultation.call()));
        // Whoever goes aside does so first, so that the two never hear each other unasked.
        if (consultation.state().equals(AgentView.Consultation.CONSULTING)) {
            acd.require(new Command.Hold(inner));
            acd.require(new Command.Resume(call));
        } else {
            acd.require(new Command.Hold(call));
            acd.require(new Command.Resume(inner));
        }
        return desks.agent(AgentDesk.agent(who));
    }

    /// All three talk.
    AgentView confer(SignedIn who, ContactId call) {
        AgentView.Consultation consultation = requireAnswered(who, call);
        if (consultation.outside()) {
            return partners.confer(who, call);
        }
        ContactId inner = new ContactId(Long.parseLong(consultation.call()));
        acd.require(new Command.Resume(inner));
        acd.require(new Command.Resume(call));
        return desks.agent(AgentDesk.agent(who));
    }

    /// The colleague keeps the caller; the agent wraps up.
    AgentView complete(SignedIn who, ContactId call) {
        AgentView.Consultation consultation = requireAnswered(who, call);
        if (consultation.outside()) {
            return partners.complete(who, call);
        }
        acd.require(
                new Command.TakeOver(call, directory.agent(consultation.agent()).orElseThrow()));
        return desks.agent(AgentDesk.agent(who));
    }

    /// The colleague goes, and the agent is with the caller again.
    AgentView cancel(SignedIn who, ContactId call) {
        AgentView.Consultation consultation = require(who, call);
        if (consultation.outside()) {
            return partners.withdraw(who, call);
        }
        ContactId inner = new ContactId(Long.parseLong(consultation.call()));
        acd.require(new Command.Leave(inner, LeaveCause.REFUSED));
        return desks.agent(AgentDesk.agent(who));
    }

    private AgentView setAside(SignedIn who, ContactId call, ContactId inner) {
        Optional<Refusal> refusal = acd.refusalOf(new Command.Hold(call));
        if (refusal.isPresent()) {
            acd.refusalOf(new Command.Leave(inner, LeaveCause.REFUSED));
            throw Acd.problem(refusal.get());
        }
        return desks.agent(AgentDesk.agent(who));
    }

    private LivePlace requireConsultable(SignedIn who, ContactId call) {
        talks.requireAtHand(who, call);
        LivePlace place = desks.placeOf(call).orElseThrow(() -> Problem.notFound("call.unknown"));
        if (place.isInternal()) {
            throw Problem.conflict("consultation.internal", "Nobody can be consulted about an internal call");
        }
        return place;
    }

    private AgentView.Consultation require(SignedIn who, ContactId call) {
        if (desks.placeOf(call).filter(LivePlace::isInternal).isPresent()) {
            throw Problem.conflict("consultation.internal", "Nobody can be consulted about an internal call");
        }
        AgentView.Consultation consultation = talks.requireTalking(who, call).consultation();
        if (consultation == null) {
            throw Problem.conflict("consultation.none", "Nobody is consulted about this call; begin a consultation");
        }
        return consultation;
    }

    private AgentView.Consultation requireAnswered(SignedIn who, ContactId call) {
        AgentView.Consultation consultation = require(who, call);
        boolean isAnswered = !consultation.state().equals(AgentView.Consultation.RINGING)
                && !consultation.state().equals(AgentView.Consultation.TRANSFERRING);
        if (!isAnswered) {
            throw Problem.conflict(
                    "consultation.not-answered", "Nobody has answered yet; wait, or end the consultation");
        }
        return consultation;
    }

    private List<AgentId> readyAgents(QueueId queue, AgentId asking) {
        return directory.definition().queues().stream()
                .filter(entry -> entry.id() == queue.value())
                .flatMap(entry -> directory.agentsServing(entry).stream())
                .map(AgentId::new)
                .filter(agent -> !agent.equals(asking))
                .filter(agent -> desks.agent(agent).state().equals("ready"))
                .sorted(Comparator.comparing(agent -> desks.agent(agent).since()))
                .toList();
    }
}
