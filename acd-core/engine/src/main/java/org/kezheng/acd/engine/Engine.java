package org.kezheng.acd.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The routing state machine: commands in, events out. Single-threaded, deterministic, and without clock, thread,
/// random source, I/O or log. A command that cannot be done is refused by an event, never by an exception.
///
/// A command that asks for what already is so gives no events at all.
public final class Engine {
    /// Raised whenever the same commands would give other events than before.
    public static final int VERSION = 1;

    private final EngineState state;
    private final Matcher matcher;
    private final Reconfiguration reconfiguration;
    private final AgentCommands agents;
    private final ContactCommands contacts;
    private final OfferCommands offers;
    private final Expiries expiries;

    public Engine(Limits limits) {
        state = new EngineState(limits);
        AgentStates agentStates = new AgentStates(state);
        ContactStates contactStates = new ContactStates(state, agentStates);
        matcher = new Matcher(state, contactStates);
        reconfiguration = new Reconfiguration(state, agentStates, contactStates, matcher);
        agents = new AgentCommands(state, agentStates, contactStates, matcher);
        contacts = new ContactCommands(state, contactStates, matcher);
        offers = new OfferCommands(state, agentStates, contactStates, matcher);
        expiries = new Expiries(state, agentStates, contactStates, offers, matcher);
    }

    public Limits limits() {
        return state.limits;
    }

    /// Applies a command at an instant, in microseconds since 1970 UTC. An instant before the last one counts as
    /// the last one.
    public void apply(Command command, long nowMicros, EventSink sink) {
        applyWitnessed(command, nowMicros, sink, null);
    }

    /// As [#apply(Command, long, EventSink)], and tells the grounds of each offer made, each before its event.
    /// The events are the same.
    public void apply(Command command, long nowMicros, EventSink sink, Decision.Witness witness) {
        applyWitnessed(command, nowMicros, sink, witness);
    }

    /// When the next tick has something to do; `Long.MAX_VALUE`: never, as things stand.
    public long nextDeadlineMicros() {
        int first = state.deadlines.first();
        return first == Deadlines.NONE ? Long.MAX_VALUE : state.toWall(state.deadlines.at(first));
    }

    /// The effects that are not settled yet, oldest first.
    public List<PendingEffect> pendingEffects() {
        return state.effects.list();
    }

    /// The version in force; 0 before the first configuration.
    public long configurationVersion() {
        Configuration configuration = state.configuration;
        return configuration == null ? 0 : configuration.version();
    }

    /// A hash of the whole state: equal after equal commands at equal instants under equal limits.
    public long digest() {
        return state.digest();
    }

    EngineState state() {
        return state;
    }

    private void applyWitnessed(Command command, long nowMicros, EventSink sink, Decision.@Nullable Witness witness) {
        if (command instanceof Command.ClockJumped(long from, long to) && to > from) {
            state.skip(to - from);
        }
        state.begin(nowMicros, sink, witness);
        dispatch(command);
        if (state.isStarved && state.hasRoomForEffect()) {
            state.isStarved = false;
            matcher.placeAll();
        }
        state.end();
    }

    private void dispatch(Command command) {
        switch (command) {
            case Command.Configure(var configuration) -> reconfiguration.configure(configuration);
            case Command.SignIn(var agent) -> agents.signIn(agent);
            case Command.SignOut(var agent) -> agents.signOut(agent);
            case Command.MakeReady(var agent) -> agents.makeReady(agent);
            case Command.MakeNotReady(var agent, var reason) -> agents.makeNotReady(agent, reason);
            case Command.CompleteWrapUp(var agent, var contact, var disposition) ->
                agents.completeWrapUp(agent, contact, disposition);
            case Command.Arrive(var contact, var client, var queue) -> contacts.arrive(contact, client, queue);
            case Command.Leave(var contact, var cause) -> contacts.leave(contact, cause);
            case Command.Hold(var contact) -> contacts.hold(contact);
            case Command.Resume(var contact) -> contacts.resume(contact);
            case Command.EndTalk(var contact) -> contacts.endTalk(contact);
            case Command.RenewTalk(var contact) -> contacts.renewTalk(contact);
            case Command.OfferRinging(var offer) -> offers.ringing(offer);
            case Command.OfferAnswered(var offer) -> offers.answered(offer);
            case Command.OfferDeclined(var offer) -> offers.declined(offer);
            case Command.OfferFailed(var offer) -> offers.failed(offer);
            case Command.Acknowledge(var effect) -> acknowledge(effect);
            case Command.Tick() -> expiries.tick();
            case Command.ClockJumped(var from, var to) -> {}
        }
    }

    private void acknowledge(EffectId effect) {
        long id = effect.value();
        if (state.effects.isPending(id)) {
            state.settle(id);
        } else if (id > state.effects.lastId()) {
            state.refuse(Refusal.UNKNOWN_EFFECT);
        }
    }
}
