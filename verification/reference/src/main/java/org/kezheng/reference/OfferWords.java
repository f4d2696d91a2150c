package org.kezheng.reference;

import java.util.Optional;
import org.kezheng.acd.engine.Event;
import org.kezheng.acd.engine.MissedOffer;
import org.kezheng.acd.engine.OfferId;
import org.kezheng.acd.engine.OfferOutcome;
import org.kezheng.acd.engine.OfferPolicy;
import org.kezheng.acd.engine.ReasonCode;
import org.kezheng.acd.engine.Refusal;

/// What becomes of offers at the agents' devices.
final class OfferWords {
    private final Site site;
    private final AgentChanges agents;
    private final ContactChanges contacts;
    private final Matching matching;
    private final PassingOver passingOver;

    OfferWords(Site site, AgentChanges agents, ContactChanges contacts, Matching matching, PassingOver passingOver) {
        this.site = site;
        this.agents = agents;
        this.contacts = contacts;
        this.matching = matching;
        this.passingOver = passingOver;
    }

    void ringing(OfferId offer) {
        Optional<Contact> found = site.findByOffer(offer);
        if (found.isEmpty()) {
            refuseAndStop(offer);
            return;
        }
        Contact contact = found.get();
        if (isRinging(contact) && !contact.hasRung) {
            contact.hasRung = true;
            site.tell(new Event.OfferRang(offer, contact.id, contact.agent.orElseThrow()));
        }
    }

    void answered(OfferId offer) {
        Optional<Contact> found = site.findByOffer(offer);
        if (found.isEmpty()) {
            refuseAndStop(offer);
        } else if (isRinging(found.get())) {
            contacts.answer(found.get());
            matching.placeAgent(site.agentOf(found.get()));
        }
    }

    void declined(OfferId offer) {
        findRinging(offer).ifPresent(contact -> decline(contact, OfferOutcome.DECLINED));
    }

    void failed(OfferId offer) {
        findRinging(offer)
                .ifPresent(contact -> makeNotReady(contact, OfferOutcome.FAILED, ReasonCode.PHONE_UNREACHABLE));
    }

    /// The offer's time is up.
    void missed(Contact contact) {
        if (contact.isInternal() || site.queueOf(contact).policy().missed() == MissedOffer.PASSED_OVER) {
            decline(contact, OfferOutcome.MISSED);
        } else {
            makeNotReady(contact, OfferOutcome.MISSED, ReasonCode.MISSED_OFFER);
        }
    }

    private void makeNotReady(Contact contact, OfferOutcome outcome, ReasonCode reason) {
        Agent agent = site.agentOf(contact);
        if (contact.isInternal()) {
            contacts.endUnanswered(contact, outcome);
            agents.stop(agent, reason);
            return;
        }
        contacts.requeue(contact, outcome);
        agents.stop(agent, reason);
        matching.placeContact(contact);
    }

    private void endInternal(Contact contact, OfferOutcome outcome) {
        Agent agent = site.agentOf(contact);
        contacts.endUnanswered(contact, outcome);
        agents.refresh(agent);
        matching.placeAgent(agent);
    }

    private void decline(Contact contact, OfferOutcome outcome) {
        if (contact.isInternal()) {
            endInternal(contact, outcome);
            return;
        }
        Agent agent = site.agentOf(contact);
        OfferPolicy policy = site.queueOf(contact).policy();
        contacts.requeue(contact, outcome);
        passingOver.begin(contact, agent);
        agent.declines++;
        if (policy.declinesInARow() > 0 && agent.declines >= policy.declinesInARow()) {
            agent.declines = 0;
            agents.stop(agent, ReasonCode.DECLINED_OFTEN);
        } else {
            agents.refresh(agent);
        }
        matching.placeContact(contact);
        matching.placeAgent(agent);
    }

    private Optional<Contact> findRinging(OfferId offer) {
        Optional<Contact> ringing = site.findByOffer(offer).filter(OfferWords::isRinging);
        if (ringing.isEmpty()) {
            refuse(offer);
        }
        return ringing;
    }

    private static boolean isRinging(Contact contact) {
        return contact.stage == Contact.Stage.RINGING;
    }

    private void refuseAndStop(OfferId offer) {
        refuse(offer);
        if (wasMade(offer) && site.hasRoomForEffect()) {
            site.requestStop(offer.value());
        }
    }

    private void refuse(OfferId offer) {
        site.refuse(wasMade(offer) ? Refusal.OFFER_ENDED : Refusal.UNKNOWN_OFFER);
    }

    private boolean wasMade(OfferId offer) {
        return offer.value() <= site.lastOffer;
    }
}
