package org.kezheng.acd.engine;

/// What time alone does.
final class Expiries {
    private final EngineState state;
    private final AgentStates agentStates;
    private final ContactStates contactStates;
    private final OfferCommands offers;
    private final Overflows overflows;
    private final PassingOver passingOver;
    private final Matcher matcher;

    Expiries(
            EngineState state,
            AgentStates agentStates,
            ContactStates contactStates,
            OfferCommands offers,
            Overflows overflows,
            PassingOver passingOver,
            Matcher matcher) {
        this.state = state;
        this.agentStates = agentStates;
        this.contactStates = contactStates;
        this.offers = offers;
        this.overflows = overflows;
        this.passingOver = passingOver;
        this.matcher = matcher;
    }

    /// Looks at agents and serves what is due by now, up to the limit of one tick; the rest stays due. Returns the
    /// units of work.
    int tick() {
        int work = matcher.lookAtAgents(state.limits.workPerTick());
        while (work < state.limits.workPerTick() && state.deadlines.firstAt() <= state.now) {
            Deadlines.Kind kind = state.deadlines.firstKind();
            int row = state.deadlines.first(kind);
            state.deadlines.clear(kind, row);
            switch (kind) {
                case WAITING -> expireWaiting(row);
                case LEG -> expireLeg(row);
                case WRAP_UP -> expireWrapUp(row);
                case PASS_OVER -> passingOver.end(row);
            }
            passingOver.placeEndedEarly();
            work++;
        }
        return work;
    }

    private void expireWaiting(int row) {
        long waited = state.now - state.contacts.entered(row);
        if (waited >= state.plan.queues().maxWait(state.contacts.queue(row))) {
            overflows.waitedTooLong(row);
        } else {
            contactStates.widen(row);
            matcher.placeContact(row);
        }
    }

    private void expireLeg(int row) {
        if (state.contacts.stage(row) == Contacts.Stage.RINGING) {
            offers.missed(row);
            return;
        }
        int agent = state.contacts.agent(row);
        long offer = state.contacts.offer(row);
        long contact = state.contacts.id(row);
        contactStates.endTalking(row);
        state.requestStop(offer);
        state.requestDisconnect(contact);
        matcher.placeAgent(agent);
    }

    private void expireWrapUp(int row) {
        int agent = state.wrapUps.agent[row];
        agentStates.endWrapUp(row, DispositionCode.NONE);
        agentStates.refresh(agent);
        matcher.placeAgent(agent);
    }
}
