package org.kezheng.acd.engine;

import java.util.OptionalInt;

/// Brings waiting contacts and free agents together. After each command no waiting contact and free agent match,
/// so what a command sets free needs to be looked at alone. The one exception: while a match waits for want of
/// room for effects, nobody is placed out of turn; all are placed together when there is room again.
final class Matcher {
    private static final int NONE = OrderedSets.NONE;

    private final EngineState state;
    private final ContactStates contactStates;

    Matcher(EngineState state, ContactStates contactStates) {
        this.state = state;
        this.contactStates = contactStates;
    }

    /// Offers a contact, when it waits, to the agent who has been free for the longest time, of those who match.
    void placeContact(int contact) {
        if (state.isStarved || state.contacts.stage[contact] != Contacts.Stage.WAITING) {
            return;
        }
        int member = firstAgentFor(contact);
        if (member != NONE) {
            offer(contact, state.plan.agentOf(member), RuleId.LONGEST_IDLE);
        }
    }

    /// Offers an agent, when free, the contact that arrived first of those that match, over all queues.
    void placeAgent(int agent) {
        if (state.isStarved || state.agents.state[agent] != AgentState.READY) {
            return;
        }
        int best = NONE;
        for (int m = state.plan.firstMembership(agent); m < state.plan.endOfMemberships(agent); m++) {
            best = earlier(best, firstContactFor(agent, state.plan.groupOf(m)));
        }
        if (best != NONE) {
            offer(best, agent, RuleId.FIRST_WAITING);
        }
    }

    /// Brings all together that match, contacts in order of arrival: for a state in which much has changed at
    /// once.
    void placeAll() {
        int contact = firstMatch();
        while (contact != NONE && !state.isStarved) {
            placeContact(contact);
            contact = firstMatch();
        }
    }

    private int firstMatch() {
        int best = NONE;
        for (int group = 0; group < state.plan.groups(); group++) {
            if (!state.plan.idle().isEmpty(group)) {
                int contact = state.plan.waiting().first(group);
                while (contact != NONE && firstAgentFor(contact) == NONE) {
                    contact = state.plan.waiting().next(contact);
                }
                best = earlier(best, contact);
            }
        }
        return best;
    }

    private int firstAgentFor(int contact) {
        int group = state.plan.groupOfQueue(state.contacts.queue[contact]);
        return skipPassedOver(contact, state.plan.idle().first(group));
    }

    private int skipPassedOver(int contact, int fromMember) {
        int member = fromMember;
        while (member != NONE && state.passOvers.contains(contact, state.plan.agentOf(member))) {
            member = state.plan.idle().next(member);
        }
        return member;
    }

    private int firstContactFor(int agent, int group) {
        int contact = state.plan.waiting().first(group);
        while (contact != NONE && state.passOvers.contains(contact, agent)) {
            contact = state.plan.waiting().next(contact);
        }
        return contact;
    }

    private int earlier(int contact, int other) {
        if (contact == NONE || other == NONE) {
            return contact == NONE ? other : contact;
        }
        return state.contacts.arrivalNumber[contact] < state.contacts.arrivalNumber[other] ? contact : other;
    }

    private void offer(int contact, int agent, RuleId rule) {
        if (!state.hasRoomForEffect()) {
            state.isStarved = true;
            return;
        }
        Decision.Witness witness = state.witness;
        if (witness != null) {
            witness.decided(explain(contact, agent, rule));
        }
        contactStates.offer(contact, agent, rule);
    }

    private Decision explain(int contact, int agent, RuleId rule) {
        int candidates = 1;
        int runnerUp = NONE;
        if (rule == RuleId.LONGEST_IDLE) {
            int member = nextAgentFor(contact, firstAgentFor(contact));
            runnerUp = member == NONE ? NONE : state.plan.agentOf(member);
            for (; member != NONE; member = nextAgentFor(contact, member)) {
                candidates++;
            }
        }
        boolean isAlone = runnerUp == NONE;
        return new Decision(
                new OfferId(state.contacts.lastOffer() + 1),
                state.contactId(contact),
                1,
                candidates,
                rule,
                state.agents.idOf(agent),
                isAlone ? OptionalInt.empty() : OptionalInt.of(state.agents.id[runnerUp]),
                isAlone ? Decision.LostBecause.NONE : Decision.LostBecause.SHORTER_IDLE,
                state.now - state.agents.idleSince[agent],
                isAlone ? 0 : state.now - state.agents.idleSince[runnerUp]);
    }

    private int nextAgentFor(int contact, int afterMember) {
        return skipPassedOver(contact, state.plan.idle().next(afterMember));
    }
}
