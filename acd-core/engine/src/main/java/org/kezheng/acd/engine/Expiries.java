package org.kezheng.acd.engine;

/// What time alone does.
final class Expiries {
    private final EngineState state;
    private final AgentStates agentStates;
    private final ContactStates contactStates;
    private final OfferCommands offers;
    private final Matcher matcher;

    Expiries(
            EngineState state,
            AgentStates agentStates,
            ContactStates contactStates,
            OfferCommands offers,
            Matcher matcher) {
        this.state = state;
        this.agentStates = agentStates;
        this.contactStates = contactStates;
        this.offers = offers;
        this.matcher = matcher;
    }

    /// Serves what is due by now, up to the limit of one tick; the rest stays due.
    void tick() {
        Deadlines deadlines = state.deadlines;
        for (int served = 0; served < state.limits.deadlinesPerTick(); served++) {
            int first = deadlines.first();
            if (first == Deadlines.NONE || deadlines.at(first) > state.now) {
                return;
            }
            deadlines.clear(first);
            int row = deadlines.row(first);
            if (deadlines.isOfContact(first)) {
                expireContact(row);
            } else if (deadlines.isOfAgent(first)) {
                agentStates.endWrapUp(row, DispositionCode.NONE);
                agentStates.becomeNext(row);
                matcher.placeAgent(row);
            } else {
                offers.endPassOver(row);
            }
        }
    }

    private void expireContact(int row) {
        int agent = state.contacts.agent[row];
        ContactId contact = state.contactId(row);
        switch (state.contacts.stage[row]) {
            case ABSENT -> {}
            case WAITING -> {
                contactStates.endWaiting(row, ContactOutcome.TIMED_OUT);
                state.request(new Effect.Disconnect(contact));
            }
            case RINGING -> {
                contactStates.requeue(row, OfferOutcome.MISSED);
                agentStates.becomeInstead(agent, AgentState.NOT_READY, ReasonCode.MISSED_OFFER);
                matcher.placeContact(row);
            }
            case TALKING -> {
                OfferId offer = state.offerId(row);
                contactStates.endTalking(row);
                state.request(new Effect.StopRinging(offer));
                state.request(new Effect.Disconnect(contact));
                matcher.placeAgent(agent);
            }
        }
    }
}
