package org.kezheng.acd.engine;

import java.util.Optional;
import java.util.OptionalInt;

/// Finds the grounds of decisions by looking at everybody: slow, and asked for by a replay alone.
final class Explainer {
    private static final int NONE = -1;

    private final EngineState state;
    private final Contacts contacts;
    private final AgentStates agentStates;

    Explainer(EngineState state, AgentStates agentStates) {
        this.state = state;
        contacts = state.contacts;
        this.agentStates = agentStates;
    }

    /// Of an offer that is about to be made, while the contact still waits and the agent is still free.
    Decision explain(int contact, int agent, RuleId rule, int ring) {
        return switch (rule) {
            case LONGEST_IDLE, BEST_MATCH, LEAST_OVERQUALIFIED -> amongAgents(contact, agent, rule, ring);
            case FIRST_WAITING -> amongContacts(contact, agent, ring);
            case LAST_AGENT, NAMED_AGENT, ASSIGNED, PULLED, TRANSFERRED, CALLED, TAKEN_OVER ->
                decision(contact, agent, rule, ring, 1, NONE, 0, 1, NONE);
        };
    }

    private Decision amongAgents(int contact, int agent, RuleId rule, int ring) {
        int candidates = 0;
        int runnerUp = NONE;
        int runnerUpRing = 0;
        for (int other = 0; other < state.agents.rows(); other++) {
            int of = candidateRing(contact, other);
            if (of > 0) {
                candidates++;
                if (other != agent && (runnerUp == NONE || isBetter(contact, other, of, runnerUp, runnerUpRing))) {
                    runnerUp = other;
                    runnerUpRing = of;
                }
            }
        }
        return decision(contact, agent, rule, ring, candidates, runnerUp, runnerUpRing, 1, NONE);
    }

    /// The first ring in which the agent can be chosen for the contact; 0: none.
    private int candidateRing(int contact, int agent) {
        boolean isThere = state.agents.id(agent) != 0
                && (agentStates.freeChannels(agent) >>> state.channelOf(contact) & 1) != 0
                && !state.unlooked.contains(agent)
                && !state.passOvers.contains(contact, agent);
        return isThere ? metRing(contact, agent) : 0;
    }

    private int metRing(int contact, int agent) {
        for (int ring = 1; ring <= contacts.ring(contact); ring++) {
            if (state.plan.isMember(agent, group(contact, ring))) {
                return ring;
            }
        }
        return 0;
    }

    private int group(int contact, int ring) {
        return state.plan.queues().group(contacts.queue(contact), ring);
    }

    private boolean isBetter(int contact, int agent, int ring, int other, int otherRing) {
        if (ring != otherRing) {
            return ring < otherRing;
        }
        int rank = rank(contact, agent, ring);
        int otherRank = rank(contact, other, ring);
        return rank != otherRank ? rank < otherRank : state.agents.idleNumber(agent) < state.agents.idleNumber(other);
    }

    private int rank(int contact, int agent, int ring) {
        if (ring == 0 || agent == NONE) {
            return 0;
        }
        int member = state.plan.membership(agent, group(contact, ring));
        return member < 0 ? 0 : state.plan.rankOf(member);
    }

    private Decision amongContacts(int contact, int agent, int ring) {
        int count = 0;
        int second = NONE;
        for (int other = 0; other < contacts.rows(); other++) {
            if (contacts.isWaiting(other) && isFor(other, agent)) {
                count++;
                if (other != contact && (second == NONE || isEarlier(other, second))) {
                    second = other;
                }
            }
        }
        return decision(contact, agent, RuleId.FIRST_WAITING, ring, 1, NONE, 0, count, second);
    }

    private boolean isFor(int contact, int agent) {
        if ((agentStates.freeChannels(agent) >>> state.channelOf(contact) & 1) == 0
                || state.passOvers.contains(contact, agent)) {
            return false;
        }
        return contacts.wish(contact) == Contacts.Wish.NONE
                ? metRing(contact, agent) > 0
                : contacts.wishAgent(contact) == agent;
    }

    private boolean isEarlier(int one, int another) {
        long key = state.keyOf(one);
        long otherKey = state.keyOf(another);
        return key != otherKey ? key < otherKey : contacts.place(one) < contacts.place(another);
    }

    private Decision decision(
            int contact,
            int agent,
            RuleId rule,
            int ring,
            int candidates,
            int runnerUp,
            int runnerUpRing,
            int contactCount,
            int second) {
        int rank = rank(contact, agent, rule == RuleId.FIRST_WAITING ? 0 : ring);
        int runnerUpRank = rank(contact, runnerUp, runnerUpRing);
        Decision.LostBecause because = Decision.LostBecause.NONE;
        if (runnerUp != NONE) {
            because = why(rule, runnerUpRing > ring, rank != runnerUpRank);
        } else if (second != NONE) {
            because = contacts.arrived(second) < contacts.arrived(contact)
                    ? Decision.LostBecause.LOWER_PRIORITY
                    : Decision.LostBecause.LATER_ARRIVAL;
        }
        return new Decision(
                new OfferId(contacts.lastOffer() + 1),
                new ContactId(contacts.id(contact)),
                new QueueId(state.plan.queues().id(contacts.queue(contact))),
                ring,
                candidates,
                rule,
                new AgentId(state.agents.id(agent)),
                runnerUp == NONE ? OptionalInt.empty() : OptionalInt.of(state.agents.id(runnerUp)),
                because,
                state.now - state.agents.idleSince(agent),
                runnerUp == NONE ? 0 : state.now - state.agents.idleSince(runnerUp),
                rank,
                runnerUpRank,
                contactCount,
                second == NONE ? 0 : contacts.id(second));
    }

    private static Decision.LostBecause why(RuleId rule, boolean isLaterRing, boolean ranksDiffer) {
        if (isLaterRing) {
            return Decision.LostBecause.LATER_RING;
        }
        if (!ranksDiffer) {
            return Decision.LostBecause.SHORTER_IDLE;
        }
        return rule == RuleId.BEST_MATCH ? Decision.LostBecause.LOWER_LEVEL : Decision.LostBecause.MORE_OVERQUALIFIED;
    }

    /// Empty when the contact does not wait.
    Optional<WaitingGrounds> whyWaiting(ContactId contact) {
        int row = contacts.find(contact.value());
        if (row == Contacts.NONE || !contacts.isWaiting(row)) {
            return Optional.empty();
        }
        int[] counts = new int[Lack.values().length];
        int agents = 0;
        for (int agent = 0; agent < state.agents.rows(); agent++) {
            if (state.agents.id(agent) != 0 && mayServe(row, agent)) {
                agents++;
                counts[lack(row, agent).ordinal()]++;
            }
        }
        int queue = contacts.queue(row);
        boolean isWish = contacts.wish(row) != Contacts.Wish.NONE;
        int wishAgent = isWish ? state.agents.id(contacts.wishAgent(row)) : 0;
        return Optional.of(new WaitingGrounds(
                contact,
                new QueueId(state.plan.queues().id(queue)),
                contacts.ring(row),
                state.plan.queues().rings(queue),
                isWish ? OptionalInt.of(wishAgent) : OptionalInt.empty(),
                nextStep(row),
                state.toWall(contacts.entered(row) + state.plan.queues().maxWait(queue)),
                ahead(row),
                agents,
                counts[Lack.SIGNED_OUT.ordinal()],
                counts[Lack.NOT_READY.ordinal()],
                counts[Lack.HANDLING.ordinal()],
                counts[Lack.PASSED_OVER.ordinal()],
                counts[Lack.UNLOOKED.ordinal()]));
    }

    private enum Lack {
        SIGNED_OUT,
        NOT_READY,
        HANDLING,
        PASSED_OVER,
        UNLOOKED
    }

    private boolean mayServe(int contact, int agent) {
        return contacts.wish(contact) == Contacts.Wish.NONE
                ? metRing(contact, agent) > 0
                : contacts.wishAgent(contact) == agent;
    }

    private Lack lack(int contact, int agent) {
        AgentState present = state.agents.state(agent);
        if (present == AgentState.SIGNED_OUT) {
            return Lack.SIGNED_OUT;
        }
        if (present == AgentState.NOT_READY) {
            return Lack.NOT_READY;
        }
        if ((agentStates.freeChannels(agent) >>> state.channelOf(contact) & 1) == 0) {
            return Lack.HANDLING;
        }
        return state.passOvers.contains(contact, agent) ? Lack.PASSED_OVER : Lack.UNLOOKED;
    }

    private long nextStep(int row) {
        int queue = contacts.queue(row);
        if (contacts.wish(row) != Contacts.Wish.NONE) {
            return state.toWall(contacts.wishUntil(row));
        }
        int ring = contacts.ring(row);
        return ring == state.plan.queues().rings(queue)
                ? Long.MAX_VALUE
                : state.toWall(contacts.entered(row) + state.plan.queues().ringAfter(queue, ring + 1));
    }

    private int ahead(int contact) {
        int ahead = 0;
        for (int other = 0; other < contacts.rows(); other++) {
            if (other != contact && contacts.isWaiting(other) && isEarlier(other, contact)) {
                ahead += sharesAgent(contact, other) ? 1 : 0;
            }
        }
        return ahead;
    }

    private boolean sharesAgent(int contact, int other) {
        for (int agent = 0; agent < state.agents.rows(); agent++) {
            if (state.agents.id(agent) != 0 && mayServe(contact, agent) && mayServe(other, agent)) {
                return true;
            }
        }
        return false;
    }
}
