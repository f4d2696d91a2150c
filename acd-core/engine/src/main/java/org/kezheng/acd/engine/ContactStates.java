package org.kezheng.acd.engine;

/// Moves contacts from state to state, and their agents along with them.
final class ContactStates {
    private final EngineState state;
    private final Contacts contacts;
    private final AgentStates agentStates;

    ContactStates(EngineState state, AgentStates agentStates) {
        this.state = state;
        contacts = state.contacts;
        this.agentStates = agentStates;
    }

    /// Into a queue, for the first time or from another one: what is counted there begins anew.
    void enterQueue(int row, int queue) {
        contacts.setQueue(row, queue);
        contacts.endWish(row);
        contacts.enter(row, state.now, state.statistics.entered[queue]);
        state.statistics.entered[queue] += isInternal(row) ? 0 : 1;
    }

    boolean isInternal(int row) {
        return contacts.kind(row) == ContactKind.INTERNAL;
    }

    /// Puts a contact in its place among the waiting, in all rings that have begun, and sets its deadline.
    void enterWaiting(int row) {
        int queue = contacts.queue(row);
        state.statistics.waiting[queue]++;
        if (contacts.wish(row) != Contacts.Wish.NONE && isWishOver(row)) {
            contacts.endWish(row);
        }
        if (contacts.wish(row) == Contacts.Wish.NONE) {
            contacts.setRing(row, 0);
            reachDueRing(row);
        } else {
            contacts.setRing(row, 0);
            insert(row, 0, state.plan.wishes(contacts.wishAgent(row)));
        }
        setWaitingDeadline(row);
    }

    private boolean isWishOver(int row) {
        int agent = contacts.wishAgent(row);
        return state.now > contacts.wishUntil(row)
                || state.agents.state(agent) == AgentState.SIGNED_OUT
                || state.agents.next(agent) == AgentState.SIGNED_OUT;
    }

    /// Enters the rings that have begun and that the contact does not stand in yet.
    private void reachDueRing(int row) {
        int queue = contacts.queue(row);
        QueueTable queues = state.plan.queues();
        int due = queues.dueRing(queue, state.now - contacts.entered(row));
        for (int ring = contacts.ring(row) + 1; ring <= due; ring++) {
            insert(row, ring, queues.group(queue, ring));
        }
        contacts.setRing(row, Math.max(due, contacts.ring(row)));
        if (due > contacts.toldRing(row)) {
            contacts.setToldRing(row, due);
            state.events.ringReached(contacts.id(row), due);
        }
    }

    /// In the orders again, after the state was read.
    void standAgain(int row) {
        int queue = contacts.queue(row);
        state.statistics.waiting[queue]++;
        if (contacts.wish(row) != Contacts.Wish.NONE) {
            insert(row, 0, state.plan.wishes(contacts.wishAgent(row)));
        }
        for (int ring = 1; ring <= contacts.ring(row); ring++) {
            insert(row, ring, state.plan.queues().group(queue, ring));
        }
    }

    /// A waiting contact's deadline has come, and it goes on waiting.
    void widen(int row) {
        if (contacts.wish(row) == Contacts.Wish.NONE) {
            reachDueRing(row);
        } else if (state.now >= contacts.wishUntil(row)) {
            state.plan.waiting().remove(RoutingPlan.node(row, 0));
            contacts.endWish(row);
            reachDueRing(row);
        }
        setWaitingDeadline(row);
    }

    private void insert(int row, int ring, int orderedQueue) {
        state.plan.waiting().insert(orderedQueue, RoutingPlan.node(row, ring), state.keyOf(row), contacts.place(row));
    }

    private void setWaitingDeadline(int row) {
        int queue = contacts.queue(row);
        QueueTable queues = state.plan.queues();
        long at = contacts.entered(row) + queues.maxWait(queue);
        if (contacts.wish(row) != Contacts.Wish.NONE) {
            at = Math.min(at, contacts.wishUntil(row));
        } else if (contacts.ring(row) < queues.rings(queue)) {
            at = Math.min(at, contacts.entered(row) + queues.ringAfter(queue, contacts.ring(row) + 1));
        }
        state.deadlines.set(Deadlines.Kind.WAITING, row, at);
    }

    void leaveWaiting(int row) {
        state.statistics.waiting[contacts.queue(row)]--;
        OrderedQueues waiting = state.plan.waiting();
        if (contacts.wish(row) == Contacts.Wish.NONE) {
            for (int ring = 1; ring <= contacts.ring(row); ring++) {
                waiting.remove(RoutingPlan.node(row, ring));
            }
        } else {
            waiting.remove(RoutingPlan.node(row, 0));
        }
        state.deadlines.clear(Deadlines.Kind.WAITING, row);
    }

    /// Offers a contact that does not stand among the waiting any more.
    void offer(int row, int agent, RuleId rule, int ring) {
        long offer = contacts.openOffer(row, agent);
        long contact = contacts.id(row);
        int agentId = state.agents.id(agent);
        state.agents.setRinging(agent, row);
        state.agents.changeLoad(agent, contacts.kind(row).channel(), 1);
        state.events.offerMade(offer, contact, agentId, rule, ring);
        agentStates.refresh(agent);
        contacts.setRingEffect(row, state.requestRing(offer, contact, agentId));
        setLegDeadline(row, state.plan.queues().offerTimeout(contacts.queue(row)));
    }

    void answer(int row) {
        int agent = contacts.agent(row);
        tellAnswered(row);
        if (!contacts.wasAnswered(row)) {
            contacts.setAnswered(row);
            countAnswer(row);
        }
        state.agents.setRinging(agent, Contacts.NONE);
        beginTalk(agent, row);
        agentStates.refresh(agent);
        settleRing(row);
        renew(row);
    }

    private void tellAnswered(int row) {
        emitOfferEnded(row, OfferOutcome.ANSWERED);
        contacts.setStage(row, Contacts.Stage.TALKING);
        state.events.contactAnswered(contacts.id(row), contacts.offer(row), state.agents.id(contacts.agent(row)));
    }

    private void countAnswer(int row) {
        if (!isInternal(row)) {
            state.statistics.estimates.answered(
                    contacts.queue(row), state.now, contacts.predicted(row), state.now - contacts.entered(row));
        }
    }

    private void beginTalk(int agent, int row) {
        state.agents.setDeclines(agent, 0);
        state.agents.beginIdle(agent, state.now);
        linkTalk(agent, row);
    }

    /// A contact that stands nowhere talks at once with an agent, whose leg stands already.
    void talkAtOnce(int row, int agent) {
        long offer = contacts.openOffer(row, agent);
        state.agents.changeLoad(agent, contacts.kind(row).channel(), 1);
        state.events.offerMade(offer, contacts.id(row), state.agents.id(agent), RuleId.TAKEN_OVER, 0);
        tellAnswered(row);
        agentStates.leaveLook(agent);
        beginTalk(agent, row);
        agentStates.become(agent, AgentState.TALKING, ReasonCode.NONE, contacts.id(row));
        renew(row);
    }

    void renew(int row) {
        setLegDeadline(row, state.limits.talkLeaseMicros());
    }

    /// The offer ends unanswered and the contact waits again, at its old place. The agent is for the caller to
    /// refresh.
    void requeue(int row, OfferOutcome outcome) {
        long offer = contacts.offer(row);
        int agent = contacts.agent(row);
        emitOfferEnded(row, outcome);
        settleRing(row);
        leaveRinging(row);
        state.deadlines.clear(Deadlines.Kind.LEG, row);
        if (contacts.wish(row) != Contacts.Wish.NONE && contacts.wishAgent(row) == agent) {
            contacts.endWish(row);
        }
        state.events.contactRequeued(contacts.id(row));
        if (outcome == OfferOutcome.MISSED || outcome == OfferOutcome.WITHDRAWN) {
            state.requestStop(offer);
        }
        enterWaiting(row);
    }

    /// A contact ends while it rings; its agent is free for the caller to place.
    void endRinging(int row, ContactOutcome outcome) {
        int agent = contacts.agent(row);
        long offer = contacts.offer(row);
        emitOfferEnded(row, OfferOutcome.WITHDRAWN);
        settleRing(row);
        leaveRinging(row);
        end(row, outcome);
        state.requestStop(offer);
        agentStates.refresh(agent);
    }

    /// An internal call ends, for its offer ended unanswered. The agent is for the caller to refresh.
    void endUnanswered(int row, OfferOutcome outcome) {
        long offer = contacts.offer(row);
        long contact = contacts.id(row);
        emitOfferEnded(row, outcome);
        settleRing(row);
        leaveRinging(row);
        end(row, outcome == OfferOutcome.MISSED ? ContactOutcome.TIMED_OUT : ContactOutcome.REFUSED);
        if (outcome == OfferOutcome.MISSED || outcome == OfferOutcome.WITHDRAWN) {
            state.requestStop(offer);
        }
        state.requestDisconnect(contact);
    }

    private void leaveRinging(int row) {
        int agent = contacts.agent(row);
        state.agents.setRinging(agent, Contacts.NONE);
        state.agents.changeLoad(agent, contacts.kind(row).channel(), -1);
        contacts.closeOffer(row);
    }

    /// A contact ends while it talks; its agent wraps up, or is free for the caller to place.
    void endTalking(int row) {
        int agent = contacts.agent(row);
        long contact = contacts.id(row);
        int queue = contacts.queue(row);
        Channel channel = contacts.kind(row).channel();
        boolean isInternal = isInternal(row);
        leaveTalking(row);
        end(row, ContactOutcome.ANSWERED);
        if (isInternal) {
            state.agents.changeLoad(agent, channel, -1);
            agentStates.refresh(agent);
        } else {
            beginWrapUp(agent, contact, queue, channel);
        }
    }

    /// An internal call ends, and its agent goes over to another talk without becoming anything between.
    void endForTakeOver(int row) {
        int agent = contacts.agent(row);
        leaveTalking(row);
        end(row, ContactOutcome.ANSWERED);
        state.agents.changeLoad(agent, Channel.VOICE, -1);
    }

    /// The contact has no agent any more, who still counts it as load.
    void leaveTalking(int row) {
        unlinkTalk(contacts.agent(row), row);
        state.deadlines.clear(Deadlines.Kind.LEG, row);
        contacts.closeOffer(row);
    }

    void beginWrapUp(int agent, long contact, int queue, Channel channel) {
        long limit = state.plan.queues().wrapUpLimit(queue);
        if (limit == 0 || state.agents.next(agent) == AgentState.SIGNED_OUT || state.wrapUps.isFull()) {
            state.agents.changeLoad(agent, channel, -1);
        } else {
            WrapUps wrapUps = state.wrapUps;
            QueueDefinition definition = state.plan.queues().definition(queue);
            int row = wrapUps.add(agent, contact, channel);
            wrapUps.extensionMicros[row] = definition.times().wrapUpExtensionMicros();
            wrapUps.extensionsLeft[row] = definition.policy().wrapUpExtensions();
            state.deadlines.set(Deadlines.Kind.WRAP_UP, row, state.now + limit);
        }
        agentStates.refresh(agent);
    }

    /// The contact, which stands nowhere any more, is over. One that was answered before ends as answered.
    void end(int row, ContactOutcome outcome) {
        long contact = contacts.id(row);
        while (contacts.passOver(row) != PassOvers.NONE) {
            int passOver = contacts.passOver(row);
            state.deadlines.clear(Deadlines.Kind.PASS_OVER, passOver);
            state.passOvers.remove(passOver);
        }
        state.deadlines.clear(Deadlines.Kind.LEG, row);
        state.events.contactEnded(contact, contacts.wasAnswered(row) ? ContactOutcome.ANSWERED : outcome);
        state.ended.add(contact);
        contacts.remove(row);
    }

    private void linkTalk(int agent, int row) {
        int last = state.agents.lastTalk(agent);
        contacts.setTalkLinks(row, last, Contacts.NONE);
        if (last == Contacts.NONE) {
            state.agents.setTalks(agent, row, row);
        } else {
            contacts.setTalkLinks(last, contacts.talkBefore(last), row);
            state.agents.setTalks(agent, state.agents.firstTalk(agent), row);
        }
    }

    private void unlinkTalk(int agent, int row) {
        int before = contacts.talkBefore(row);
        int after = contacts.talkAfter(row);
        if (before != Contacts.NONE) {
            contacts.setTalkLinks(before, contacts.talkBefore(before), after);
        }
        if (after != Contacts.NONE) {
            contacts.setTalkLinks(after, before, contacts.talkAfter(after));
        }
        int first = before == Contacts.NONE ? after : state.agents.firstTalk(agent);
        int last = after == Contacts.NONE ? before : state.agents.lastTalk(agent);
        state.agents.setTalks(agent, first, last);
    }

    private void emitOfferEnded(int row, OfferOutcome outcome) {
        state.events.offerEnded(contacts.offer(row), contacts.id(row), state.agents.id(contacts.agent(row)), outcome);
    }

    /// An offer that has ended is not rung for any more, even by a host that comes back.
    private void settleRing(int row) {
        if (contacts.ringEffect(row) != 0) {
            state.settle(contacts.ringEffect(row));
        }
    }

    private void setLegDeadline(int row, long micros) {
        state.deadlines.set(Deadlines.Kind.LEG, row, state.now + micros);
    }
}
