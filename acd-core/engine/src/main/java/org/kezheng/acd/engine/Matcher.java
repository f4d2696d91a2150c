package org.kezheng.acd.engine;

/// Brings waiting contacts and free agents together. After each command no waiting contact and free agent match,
/// so what a command sets free needs to be looked at alone.
///
/// The exceptions are agents still to be looked at, after much has changed at once, or while there is no room for
/// effects: they stand in no order of the idle, so a contact cannot choose them, and they look for a contact
/// themselves as soon as it is their turn.
final class Matcher {
    private static final int NONE = OrderedQueues.NONE;
    private static final RuleId[] RULES = rules();

    private final EngineState state;
    private final Contacts contacts;
    private final AgentStates agentStates;
    private final ContactStates contactStates;
    private final Explainer explainer;
    /// What the acceptances below are about; fields, so that nothing is allocated.
    private int askingContact;

    private int askingAgent;
    private int askingChannels;
    private final OrderedQueues.Acceptance agentForContact;
    private final OrderedQueues.Acceptance contactForAgent;

    Matcher(EngineState state, AgentStates agentStates, ContactStates contactStates) {
        this.state = state;
        contacts = state.contacts;
        this.agentStates = agentStates;
        this.contactStates = contactStates;
        explainer = new Explainer(state, agentStates);
        agentForContact = member -> !state.passOvers.contains(askingContact, state.plan.agentOf(member));
        contactForAgent = node -> {
            int contact = RoutingPlan.contactOf(node);
            return (askingChannels >>> state.channelOf(contact) & 1) != 0
                    && !state.passOvers.contains(contact, askingAgent);
        };
    }

    private static RuleId[] rules() {
        RuleId[] rules = new RuleId[AgentChoice.values().length];
        rules[AgentChoice.LONGEST_IDLE.ordinal()] = RuleId.LONGEST_IDLE;
        rules[AgentChoice.BEST_MATCH.ordinal()] = RuleId.BEST_MATCH;
        rules[AgentChoice.LEAST_OVERQUALIFIED.ordinal()] = RuleId.LEAST_OVERQUALIFIED;
        return rules;
    }

    /// Offers a contact, when it waits, to the best agent of the first ring that has one.
    void placeContact(int contact) {
        if (!contacts.isWaiting(contact)) {
            return;
        }
        if (contacts.wish(contact) != Contacts.Wish.NONE) {
            placeWish(contact);
            return;
        }
        int queue = contacts.queue(contact);
        for (int ring = 1; ring <= contacts.ring(contact); ring++) {
            int group = state.plan.queues().group(queue, ring);
            int member = firstAgentFor(contact, group);
            if (member != NONE) {
                int agent = state.plan.agentOf(member);
                offerWaiting(contact, agent, RULES[state.plan.choice(group).ordinal()], ring);
                return;
            }
        }
    }

    private void placeWish(int contact) {
        int agent = contacts.wishAgent(contact);
        if (isThere(agent, contact) && !state.passOvers.contains(contact, agent)) {
            offerWaiting(contact, agent, wishRule(contact), 0);
        }
    }

    /// Whether the agent is free for the contact's channel, and has been looked at.
    boolean isThere(int agent, int contact) {
        return isFree(agent, contact) && !state.unlooked.contains(agent);
    }

    boolean isFree(int agent, int contact) {
        return (agentStates.freeChannels(agent) >>> state.channelOf(contact) & 1) != 0;
    }

    private int firstAgentFor(int contact, int group) {
        OrderedQueues idle = state.plan.idle();
        if (contacts.passOverCount(contact) == 0) {
            return idle.first(group);
        }
        askingContact = contact;
        return idle.firstAccepted(group, agentForContact);
    }

    private RuleId wishRule(int contact) {
        return contacts.wish(contact) == Contacts.Wish.LAST_AGENT ? RuleId.LAST_AGENT : RuleId.NAMED_AGENT;
    }

    /// Offers an agent, when free, the first contact of those that match, over all queues. Without one the agent is
    /// there for contacts from now on.
    void placeAgent(int agent) {
        int channels = agentStates.freeChannels(agent);
        if (channels == 0 || state.unlooked.contains(agent)) {
            return;
        }
        if (state.isStarved) {
            postpone(agent);
            return;
        }
        int node = firstContactFor(agent, channels);
        if (node == NONE) {
            agentStates.enterIdle(agent, channels);
            return;
        }
        int contact = RoutingPlan.contactOf(node);
        if (contacts.wish(contact) != Contacts.Wish.NONE) {
            offerWaiting(contact, agent, wishRule(contact), 0);
        } else {
            offerWaiting(contact, agent, RuleId.FIRST_WAITING, node - RoutingPlan.node(contact, 0));
        }
    }

    private int firstContactFor(int agent, int channels) {
        RoutingPlan plan = state.plan;
        OrderedQueues waiting = plan.waiting();
        askingAgent = agent;
        askingChannels = channels;
        boolean isPassedOver = state.agents.passOverCount(agent) > 0;
        int wishes = plan.wishes(agent);
        int best = waiting.isEmpty(wishes) ? NONE : waiting.firstAccepted(wishes, contactForAgent);
        long bestKey = best == NONE ? 0 : waiting.key(best);
        long bestTie = best == NONE ? 0 : waiting.tie(best);
        for (int left = channels; left != 0; left &= left - 1) {
            int channel = Integer.numberOfTrailingZeros(left);
            int end = plan.endOfMemberships(agent, channel);
            for (int member = plan.firstMembership(agent, channel); member < end; member++) {
                int group = plan.groupOf(member);
                int node = isPassedOver ? waiting.firstAccepted(group, contactForAgent) : waiting.first(group);
                if (node == NONE) {
                    continue;
                }
                long key = isPassedOver ? waiting.key(node) : waiting.firstKey(group);
                long tie = isPassedOver ? waiting.tie(node) : waiting.firstTie(group);
                if (best == NONE || isBefore(key, tie, node, bestKey, bestTie, best)) {
                    best = node;
                    bestKey = key;
                    bestTie = tie;
                }
            }
        }
        return best;
    }

    /// Of two nodes of one contact, the one of the earlier ring comes first.
    private static boolean isBefore(long key, long tie, int node, long otherKey, long otherTie, int other) {
        if (key != otherKey) {
            return key < otherKey;
        }
        return tie != otherTie ? tie < otherTie : node < other;
    }

    /// Makes an offer of a waiting contact, or finds that there is no room to ask for it.
    void offerWaiting(int contact, int agent, RuleId rule, int ring) {
        if (!state.hasRoomForEffect()) {
            starve();
            return;
        }
        witness(contact, agent, rule, ring);
        contactStates.leaveWaiting(contact);
        contactStates.offer(contact, agent, rule, ring);
    }

    /// Tells the grounds of an offer that is about to be made.
    void witness(int contact, int agent, RuleId rule, int ring) {
        Decision.Witness witness = state.witness;
        if (witness != null) {
            witness.decided(explainer.explain(contact, agent, rule, ring));
        }
    }

    private void starve() {
        state.isStarved = true;
        postponeAll();
    }

    /// All free agents are to be looked at anew.
    void postponeAll() {
        for (int agent = 0; agent < state.agents.rows(); agent++) {
            if (state.agents.id(agent) != 0 && agentStates.freeChannels(agent) != 0) {
                postpone(agent);
            }
        }
    }

    private void postpone(int agent) {
        agentStates.leaveIdle(agent, state.agents.idleChannels(agent));
        if (!state.unlooked.contains(agent)) {
            state.unlooked.insert(0, agent, state.agents.idleNumber(agent), 0);
        }
    }

    /// Looks at agents who are still to be looked at; returns how many.
    int lookAtAgents(int atMost) {
        if (state.isStarved && state.hasRoomForEffect()) {
            state.isStarved = false;
        }
        int looked = 0;
        while (looked < atMost && !state.isStarved && !state.unlooked.isEmpty(0)) {
            int agent = state.unlooked.first(0);
            state.unlooked.remove(agent);
            placeAgent(agent);
            looked++;
        }
        return looked;
    }
}
