package org.kezheng.acd.engine;

/// What becomes of offers at the agents' devices.
final class OfferCommands {
    private final EngineState state;
    private final Contacts contacts;
    private final AgentStates agentStates;
    private final ContactStates contactStates;
    private final Matcher matcher;
    private final PassingOver passingOver;

    OfferCommands(
            EngineState state,
            AgentStates agentStates,
            ContactStates contactStates,
            Matcher matcher,
            PassingOver passingOver) {
        this.state = state;
        contacts = state.contacts;
        this.agentStates = agentStates;
        this.contactStates = contactStates;
        this.matcher = matcher;
        this.passingOver = passingOver;
    }

    void ringing(OfferId offer) {
        int row = contacts.findByOffer(offer.value());
        if (row == Contacts.NONE) {
            refuseAndStop(offer);
        } else if (isRinging(row) && !contacts.hasRung(row)) {
            contacts.setRung(row);
            state.events.offerRang(offer.value(), contacts.id(row), state.agents.id(contacts.agent(row)));
        }
    }

    /// Counts even when the offer's time is up but no tick has said so: the agent did answer.
    void answered(OfferId offer) {
        int row = contacts.findByOffer(offer.value());
        if (row == Contacts.NONE) {
            refuseAndStop(offer);
        } else if (isRinging(row)) {
            contactStates.answer(row);
            matcher.placeAgent(contacts.agent(row));
        }
    }

    /// The agent stays ready, and is passed over for this contact for a while.
    void declined(OfferId offer) {
        int row = findRinging(offer);
        if (row != Contacts.NONE) {
            decline(row, OfferOutcome.DECLINED);
        }
    }

    /// The agent's device could not be reached: nothing is offered to it until the agent makes ready again.
    void failed(OfferId offer) {
        int row = findRinging(offer);
        if (row != Contacts.NONE) {
            int agent = contacts.agent(row);
            comeToNothing(row, OfferOutcome.FAILED);
            agentStates.stop(agent, ReasonCode.PHONE_UNREACHABLE);
            matcher.placeContact(row);
        }
    }

    /// The offer's time is up.
    void missed(int row) {
        if (contactStates.isInternal(row) || state.queueOf(row).policy().missed() == MissedOffer.PASSED_OVER) {
            decline(row, OfferOutcome.MISSED);
            return;
        }
        int agent = contacts.agent(row);
        contactStates.requeue(row, OfferOutcome.MISSED);
        agentStates.stop(agent, ReasonCode.MISSED_OFFER);
        matcher.placeContact(row);
    }

    private void comeToNothing(int row, OfferOutcome outcome) {
        if (contactStates.isInternal(row)) {
            contactStates.endUnanswered(row, outcome);
        } else {
            contactStates.requeue(row, outcome);
        }
    }

    private void decline(int row, OfferOutcome outcome) {
        int agent = contacts.agent(row);
        if (contactStates.isInternal(row)) {
            contactStates.endUnanswered(row, outcome);
            agentStates.refresh(agent);
            matcher.placeAgent(agent);
            return;
        }
        int mostInARow = state.queueOf(row).policy().declinesInARow();
        int declines = state.agents.declines(agent) + 1;
        contactStates.requeue(row, outcome);
        passingOver.begin(row, agent);
        if (mostInARow > 0 && declines >= mostInARow) {
            state.agents.setDeclines(agent, 0);
            agentStates.stop(agent, ReasonCode.DECLINED_OFTEN);
        } else {
            state.agents.setDeclines(agent, Math.min(declines, OfferPolicy.MOST_DECLINES));
            agentStates.refresh(agent);
        }
        matcher.placeContact(row);
        matcher.placeAgent(agent);
    }

    private int findRinging(OfferId offer) {
        int row = contacts.findByOffer(offer.value());
        if (row == Contacts.NONE || !isRinging(row)) {
            refuse(offer);
            return Contacts.NONE;
        }
        return row;
    }

    private boolean isRinging(int row) {
        return contacts.stage(row) == Contacts.Stage.RINGING;
    }

    /// A leg of an ended offer came up after all: whatever stopped it before was too early.
    private void refuseAndStop(OfferId offer) {
        refuse(offer);
        if (wasMade(offer) && state.hasRoomForEffect()) {
            state.requestStop(offer.value());
        }
    }

    private void refuse(OfferId offer) {
        state.refuse(wasMade(offer) ? Refusal.OFFER_ENDED : Refusal.UNKNOWN_OFFER);
    }

    private boolean wasMade(OfferId offer) {
        return offer.value() <= contacts.lastOffer();
    }
}
