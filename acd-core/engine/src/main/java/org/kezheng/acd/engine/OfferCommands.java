package org.kezheng.acd.engine;

/// What becomes of offers at the agents' devices.
final class OfferCommands {
    private final EngineState state;
    private final AgentStates agentStates;
    private final ContactStates contactStates;
    private final Matcher matcher;

    OfferCommands(EngineState state, AgentStates agentStates, ContactStates contactStates, Matcher matcher) {
        this.state = state;
        this.agentStates = agentStates;
        this.contactStates = contactStates;
        this.matcher = matcher;
    }

    void ringing(OfferId offer) {
        int row = state.contacts.findByOffer(offer.value());
        if (row == Contacts.NONE) {
            refuseAndStop(offer);
        } else if (isRinging(row) && !state.contacts.hasRung[row]) {
            state.contacts.hasRung[row] = true;
            AgentId agent = state.agents.idOf(state.contacts.agent[row]);
            state.emit(new Event.OfferRang(offer, state.contactId(row), agent));
        }
    }

    /// Counts even when the offer's time is up but no tick has said so: the agent did answer.
    void answered(OfferId offer) {
        int row = state.contacts.findByOffer(offer.value());
        if (row == Contacts.NONE) {
            refuseAndStop(offer);
        } else if (isRinging(row)) {
            contactStates.answer(row);
        }
    }

    /// The agent stays ready, and is passed over for this contact for a while.
    void declined(OfferId offer) {
        int row = findRinging(offer);
        if (row == Contacts.NONE) {
            return;
        }
        int agent = state.contacts.agent[row];
        contactStates.requeue(row, OfferOutcome.DECLINED);
        passOver(row, agent);
        agentStates.becomeNext(agent);
        matcher.placeContact(row);
        matcher.placeAgent(agent);
    }

    /// The agent's device could not be reached: nothing is offered to it until the agent makes ready again.
    void failed(OfferId offer) {
        int row = findRinging(offer);
        if (row != Contacts.NONE) {
            int agent = state.contacts.agent[row];
            contactStates.requeue(row, OfferOutcome.FAILED);
            agentStates.becomeInstead(agent, AgentState.NOT_READY, ReasonCode.PHONE_UNREACHABLE);
            matcher.placeContact(row);
        }
    }

    private void passOver(int contact, int agent) {
        long micros = state.timesOf(contact).declinePassOverMicros();
        if (state.passOvers.isFull()) {
            endPassOver(state.deadlines.row(state.deadlines.firstPassOver()));
        }
        int passOver = state.passOvers.add(contact, agent);
        state.deadlines.set(state.deadlines.ofPassOver(passOver), state.now + micros);
    }

    void endPassOver(int passOver) {
        int contact = state.passOvers.contact[passOver];
        state.deadlines.clear(state.deadlines.ofPassOver(passOver));
        state.passOvers.remove(passOver);
        matcher.placeContact(contact);
    }

    private int findRinging(OfferId offer) {
        int row = state.contacts.findByOffer(offer.value());
        if (row == Contacts.NONE || !isRinging(row)) {
            refuse(offer);
            return Contacts.NONE;
        }
        return row;
    }

    private boolean isRinging(int row) {
        return state.contacts.stage[row] == Contacts.Stage.RINGING;
    }

    /// A leg of an ended offer came up after all: whatever stopped it before was too early.
    private void refuseAndStop(OfferId offer) {
        refuse(offer);
        if (wasMade(offer) && state.hasRoomForEffect()) {
            state.request(new Effect.StopRinging(offer));
        }
    }

    private void refuse(OfferId offer) {
        state.refuse(wasMade(offer) ? Refusal.OFFER_ENDED : Refusal.UNKNOWN_OFFER);
    }

    private boolean wasMade(OfferId offer) {
        return offer.value() <= state.contacts.lastOffer();
    }
}
