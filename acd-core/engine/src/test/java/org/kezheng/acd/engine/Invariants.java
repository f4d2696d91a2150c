package org.kezheng.acd.engine;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What holds after every command, whatever came before. What can be told from events alone is told from events,
/// in books of its own; the rest is looked up in the state.
final class Invariants {
    private final Engine engine;
    private final EngineState state;
    private final Map<ContactId, Book> books = new HashMap<>();
    private final Map<AgentId, AgentState> agents = new HashMap<>();
    private final Map<OfferId, Boolean> offersAreOpen = new HashMap<>();
    private final Map<EffectId, Effect> pending = new HashMap<>();
    private final Map<ContactOutcome, Integer> ended = new EnumMap<>(ContactOutcome.class);
    private long queued;

    Invariants(Engine engine) {
        this.engine = engine;
        state = engine.state();
    }

    /// A contact as its events tell it.
    private enum Book {
        WAITING,
        RINGING,
        TALKING,
        ENDED
    }

    /// To be called behind a command, all of whose events have been entered.
    void check() {
        eachContactEndsOnceAndNoneIsLost();
        noAgentHasTwoContacts();
        nobodyWaitsForAFreeAgent();
        nothingIsStuck();
        effectsAreThoseOfTheEvents();
        long room = state.effects.uncommitted(state.contacts.count(), state.contacts.legs());
        require(room >= 0, "room is left for the effects that may have to be asked for");
    }

    Map<ContactOutcome, Integer> ended() {
        return ended;
    }

    long queued() {
        return queued;
    }

    /// To be called with each event at the moment when it happens.
    void enter(Event event) {
        switch (event) {
            case Event.ContactQueued(var contact, var client, var queue, var arrival) -> {
                require(books.put(contact, Book.WAITING) == null, "a contact is queued once");
                require(arrival == ++queued, "arrivals are numbered without gaps");
            }
            case Event.OfferMade(var offer, var contact, var agent, var rule, var ring) -> {
                move(contact, Book.WAITING, Book.RINGING);
                require(offersAreOpen.put(offer, true) == null, "an offer is made once");
                firstComeFirstServed(contact, agent);
            }
            case Event.OfferRang(var offer, var contact, var agent) ->
                require(books.get(contact) == Book.RINGING, "only an open offer rings");
            case Event.OfferEnded(var offer, var contact, var agent, var outcome) ->
                require(Boolean.TRUE.equals(offersAreOpen.put(offer, false)), "an offer ends once");
            case Event.ContactRequeued(var contact) -> move(contact, Book.RINGING, Book.WAITING);
            case Event.ContactAnswered(var contact, var offer, var agent) -> move(contact, Book.RINGING, Book.TALKING);
            case Event.ContactHeld(var contact) -> move(contact, Book.TALKING, Book.TALKING);
            case Event.ContactResumed(var contact) -> move(contact, Book.TALKING, Book.TALKING);
            case Event.ContactEnded(var contact, var outcome) -> end(contact, outcome);
            case Event.AgentStateChanged(var agent, var from, var to, var reason, var contact) -> {
                AgentState before = agents.put(agent, to);
                require(from == (before == null ? AgentState.SIGNED_OUT : before), "states follow each other");
            }
            case Event.EffectRequested(var id, var effect) ->
                require(pending.put(id, effect) == null, "an effect is requested once");
            case Event.EffectSettled(var id) -> require(pending.remove(id) != null, "a pending effect is settled");
            case Event.WrapUpEnded ended -> require(agents.get(ended.agent()) == AgentState.WRAP_UP, "wrap-up ends");
            case Event.NextStateChosen chosen -> {}
            case Event.ConfigurationApplied applied -> {}
            case Event.CommandRefused refused -> {}
        }
    }

    private void move(ContactId contact, Book from, Book to) {
        require(books.put(contact, to) == from, "a contact goes from " + from + " to " + to);
    }

    private void end(ContactId contact, ContactOutcome outcome) {
        Book before = books.put(contact, Book.ENDED);
        require(before != null && before != Book.ENDED, "a contact ends once");
        boolean wasAnswered = before == Book.TALKING;
        require((outcome == ContactOutcome.ANSWERED) == wasAnswered, "answered are those whom an agent took");
        ended.merge(outcome, 1, Integer::sum);
    }

    /// Of contacts with the same requirement, none that this agent may be offered arrived before the one offered.
    /// Holds while the command is applied, too; afterwards fewer wait.
    private void firstComeFirstServed(ContactId contact, AgentId agent) {
        int row = state.contacts.find(contact.value());
        OrderedSets waiting = state.plan.waiting();
        int first = waiting.first(state.plan.groupOfQueue(state.contacts.queue[row]));
        for (int other = first; other != OrderedSets.NONE; other = waiting.next(other)) {
            boolean isEarlier = state.contacts.arrivalNumber[other] < state.contacts.arrivalNumber[row];
            boolean isPassedOver = state.passOvers.contains(other, state.agents.find(agent));
            require(!isEarlier || isPassedOver, "first come, first served");
        }
    }

    private void eachContactEndsOnceAndNoneIsLost() {
        int here = 0;
        for (int row = 0; row < state.contacts.rows(); row++) {
            Contacts.Stage stage = state.contacts.stage[row];
            if (stage != Contacts.Stage.ABSENT) {
                here++;
                require(books.get(state.contactId(row)) == bookOf(stage), "a contact is where its events left it");
            }
        }
        int gone = 0;
        for (int count : ended.values()) {
            gone += count;
        }
        require(queued == gone + here, "offered = ended + here");
        require(state.contacts.count() == here, "the contacts here are counted");
    }

    private static @Nullable Book bookOf(Contacts.Stage stage) {
        return switch (stage) {
            case ABSENT -> null;
            case WAITING -> Book.WAITING;
            case RINGING -> Book.RINGING;
            case TALKING -> Book.TALKING;
        };
    }

    private void noAgentHasTwoContacts() {
        Agents rows = state.agents;
        boolean[] isBusy = new boolean[rows.rows()];
        for (int row = 0; row < state.contacts.rows(); row++) {
            Contacts.Stage stage = state.contacts.stage[row];
            if (stage == Contacts.Stage.RINGING || stage == Contacts.Stage.TALKING) {
                int agent = state.contacts.agent[row];
                require(!isBusy[agent], "an agent has one contact");
                isBusy[agent] = true;
                AgentState expected = stage == Contacts.Stage.RINGING ? AgentState.RINGING : AgentState.TALKING;
                require(rows.state[agent] == expected, "agent and contact are in the same state");
                require(rows.contact[agent] == state.contacts.id[row], "the agent knows the contact");
            }
        }
        for (int row = 0; row < rows.rows(); row++) {
            boolean shouldBeBusy = rows.state[row] == AgentState.RINGING || rows.state[row] == AgentState.TALKING;
            require(isBusy[row] == shouldBeBusy, "a busy agent has a contact");
            if (rows.id[row] != 0) {
                AgentState told = agents.getOrDefault(rows.idOf(row), AgentState.SIGNED_OUT);
                require(told == rows.state[row], "an agent is in the state told last");
            }
        }
    }

    /// Looks at all pairs, and not at the engine's own orders.
    private void nobodyWaitsForAFreeAgent() {
        if (!state.hasRoomForEffect() || state.configuration == null) {
            return;
        }
        for (int agent = 0; agent < state.agents.rows(); agent++) {
            if (state.agents.id[agent] != 0 && state.agents.state[agent] == AgentState.READY) {
                for (int contact = 0; contact < state.contacts.rows(); contact++) {
                    boolean waits = state.contacts.stage[contact] == Contacts.Stage.WAITING;
                    require(!waits || !match(contact, agent), "no contact waits for a free agent who matches");
                }
            }
        }
    }

    private boolean match(int contact, int agent) {
        Configuration configuration = state.configuration;
        if (configuration == null || state.passOvers.contains(contact, agent)) {
            return false;
        }
        int queueId = state.contacts.queueId[contact];
        for (AgentDefinition definition : configuration.agents()) {
            if (definition.agent().value() == state.agents.id[agent]) {
                return configuration.queues().stream()
                        .filter(queue -> queue.queue().value() == queueId)
                        .allMatch(queue -> meets(definition, queue));
            }
        }
        return false;
    }

    private static boolean meets(AgentDefinition agent, QueueDefinition queue) {
        return queue.requirements().stream()
                .allMatch(required -> agent.skills().stream()
                        .anyMatch(
                                has -> has.skill().equals(required.skill()) && has.level() >= required.minimumLevel()));
    }

    private void nothingIsStuck() {
        Deadlines deadlines = state.deadlines;
        for (int row = 0; row < state.contacts.rows(); row++) {
            boolean isHere = state.contacts.stage[row] != Contacts.Stage.ABSENT;
            require(deadlines.isSet(deadlines.ofContact(row)) == isHere, "each contact has a deadline");
            int pass = isHere ? state.contacts.passOver[row] : PassOvers.NONE;
            for (; pass != PassOvers.NONE; pass = state.passOvers.nextOfContact(pass)) {
                require(deadlines.isSet(deadlines.ofPassOver(pass)), "each pass-over has a deadline");
            }
        }
        for (int row = 0; row < state.agents.rows(); row++) {
            boolean wrapsUp = state.agents.state[row] == AgentState.WRAP_UP;
            require(deadlines.isSet(deadlines.ofAgent(row)) == wrapsUp, "each wrap-up has a deadline");
        }
    }

    private void effectsAreThoseOfTheEvents() {
        List<PendingEffect> inState = engine.pendingEffects();
        require(inState.size() == pending.size(), "pending effects are those requested and not settled");
        for (PendingEffect effect : inState) {
            require(effect.effect().equals(pending.get(effect.id())), "a pending effect is as requested");
            if (effect.effect() instanceof Effect.Ring(var offer, var contact, var agent)) {
                require(Boolean.TRUE.equals(offersAreOpen.get(offer)), "only for an open offer is rung");
            }
        }
    }

    static void require(boolean holds, String invariant) {
        if (!holds) {
            throw new AssertionError("Broken: " + invariant);
        }
    }
}
