package org.kezheng.reference;

import java.util.Comparator;
import java.util.Optional;
import org.kezheng.acd.engine.AgentState;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.DispositionCode;
import org.kezheng.acd.engine.Event;
import org.kezheng.acd.engine.OfferOutcome;
import org.kezheng.acd.engine.ReasonCode;
import org.kezheng.acd.engine.Refusal;

/// What agents say of themselves.
final class AgentWords {
    private final Site site;
    private final Lookups lookups;
    private final AgentChanges agents;
    private final ContactChanges contacts;
    private final Matching matching;

    AgentWords(Site site, AgentChanges agents, ContactChanges contacts, Matching matching) {
        this.site = site;
        this.lookups = new Lookups(site);
        this.agents = agents;
        this.contacts = contacts;
        this.matching = matching;
    }

    void signIn(Command.SignIn command) {
        lookups.agent(command.agent()).ifPresent(agent -> {
            if (agent.state == AgentState.SIGNED_OUT) {
                agent.declines = 0;
                agents.become(agent, AgentState.NOT_READY, ReasonCode.SIGNED_IN, 0);
            } else if (agent.next == AgentState.SIGNED_OUT) {
                agents.chooseNext(agent, AgentState.NOT_READY, ReasonCode.SIGNED_IN);
            }
        });
    }

    void signOut(Command.SignOut command) {
        lookups.agent(command.agent())
                .filter(agent -> agent.state != AgentState.SIGNED_OUT)
                .ifPresent(this::signOut);
    }

    private void signOut(Agent agent) {
        Optional<Contact> ringing = site.ringingAt(agent.id());
        ringing.ifPresent(contact -> {
            if (contact.isInternal()) {
                contacts.endUnanswered(contact, OfferOutcome.WITHDRAWN);
            } else {
                contacts.requeue(contact, OfferOutcome.WITHDRAWN);
            }
        });
        site.wrapUpsOf(agent.id()).forEach(wrapUp -> agents.endWrapUp(wrapUp, DispositionCode.NONE));
        if (site.isHandling(agent.id())) {
            agents.chooseNext(agent, AgentState.SIGNED_OUT, ReasonCode.NONE);
            agents.refresh(agent);
        } else {
            agents.forgetNext(agent);
            agents.become(agent, AgentState.SIGNED_OUT, ReasonCode.NONE, 0);
        }
        endWishes(agent);
        ringing.ifPresent(matching::placeContact);
    }

    /// The next tick lets those go on who wait for the agent alone.
    private void endWishes(Agent agent) {
        site.contacts.values().stream()
                .filter(contact -> contact.stands && contact.isFor(agent.id()))
                .filter(contact -> contact.wishUntil != Long.MIN_VALUE)
                .sorted(Comparator.comparingLong(site::keyOf).thenComparingLong(contact -> contact.place))
                .forEach(contact -> {
                    contact.wishUntil = Long.MIN_VALUE;
                    site.setDeadline(contact, site.now);
                });
    }

    void makeReady(Command.MakeReady command) {
        Optional<Agent> found = lookups.signedIn(command.agent()).filter(agent -> agent.state != AgentState.READY);
        found.ifPresent(agent -> {
            if (agent.state == AgentState.NOT_READY) {
                agent.declines = 0;
                agents.become(agent, AgentState.READY, ReasonCode.NONE, 0);
            } else {
                agents.chooseNext(agent, AgentState.READY, ReasonCode.NONE);
            }
            matching.placeAgent(agent);
        });
    }

    void makeNotReady(Command.MakeNotReady command) {
        ReasonCode reason = command.reason();
        lookups.signedIn(command.agent()).ifPresent(agent -> {
            if (agents.isRest(reason) && !agents.rests(agent) && !agents.mayRest(agent)) {
                site.refuse(Refusal.REST_FULL);
            } else if (site.isHandling(agent.id())) {
                agents.chooseNext(agent, AgentState.NOT_READY, reason);
            } else if (agent.state == AgentState.READY || !agent.reason.equals(reason)) {
                agents.become(agent, AgentState.NOT_READY, reason, 0);
            }
        });
    }

    void completeWrapUp(Command.CompleteWrapUp command) {
        lookups.agent(command.agent()).ifPresent(agent -> {
            Optional<WrapUp> found = find(agent, command.contact().value());
            found.ifPresent(wrapUp -> {
                agents.endWrapUp(wrapUp, command.disposition());
                agents.refresh(agent);
                matching.placeAgent(agent);
            });
        });
    }

    void extendWrapUp(Command.ExtendWrapUp command) {
        lookups.agent(command.agent()).ifPresent(agent -> {
            Optional<WrapUp> found = find(agent, command.contact().value());
            found.ifPresent(this::extend);
        });
    }

    private void extend(WrapUp wrapUp) {
        if (wrapUp.extensionsLeft == 0) {
            site.refuse(Refusal.NO_MORE_EXTENSIONS);
            return;
        }
        wrapUp.extensionsLeft--;
        site.setDeadline(wrapUp, wrapUp.dueAt + wrapUp.extensionMicros);
        site.tell(new Event.WrapUpExtended(wrapUp.agent, wrapUp.contact));
    }

    /// The oldest of the contact.
    private Optional<WrapUp> find(Agent agent, long contact) {
        Optional<WrapUp> found = site.wrapUpsOf(agent.id()).stream()
                .filter(wrapUp -> wrapUp.contact.value() == contact)
                .findFirst();
        if (found.isEmpty()) {
            site.refuse(Refusal.NOT_IN_WRAP_UP);
        }
        return found;
    }
}
