package org.kezheng.acd.engine;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The routing state machine: commands in, events out. Single-threaded, deterministic, and without clock, thread,
/// random source, I/O or log. A command that cannot be done is refused by an event, never by an exception.
///
/// A command that asks for what already is so gives no events at all. The rules stand in `docs/routing.md`.
public final class Engine {
    /// Raised whenever the same commands would give other events than before.
    public static final int VERSION = 3;

    /// Raised whenever [#save] writes otherwise than before, so that nobody restores what means something else.
    public static final int STATE_VERSION = 2;

    private final EngineState state;
    private final RecordWriter records = new RecordWriter();
    private final Explainer explainer;
    private final Matcher matcher;
    private final Reconfiguration reconfiguration;
    private final AgentCommands agents;
    private final ContactCommands contacts;
    private final OfferCommands offers;
    private final HandOvers handOvers;
    private final PassingOver passingOver;
    private final Expiries expiries;
    private int work;

    public Engine(Limits limits) {
        state = new EngineState(limits);
        AgentStates agentStates = new AgentStates(state);
        ContactStates contactStates = new ContactStates(state, agentStates);
        explainer = new Explainer(state, agentStates);
        matcher = new Matcher(state, agentStates, contactStates);
        passingOver = new PassingOver(state, matcher);
        Overflows overflows = new Overflows(state, contactStates, matcher);
        reconfiguration = new Reconfiguration(state, agentStates, contactStates, matcher);
        agents = new AgentCommands(state, agentStates, contactStates, matcher);
        contacts = new ContactCommands(state, contactStates, matcher, overflows);
        offers = new OfferCommands(state, agentStates, contactStates, matcher, passingOver);
        handOvers = new HandOvers(state, agentStates, contactStates, matcher, overflows, passingOver);
        expiries = new Expiries(state, agentStates, contactStates, offers, overflows, passingOver, matcher);
    }

    /// An engine as another one was when it was saved: it does the same from there on.
    ///
    /// @param configuration that was in force; empty: none
    /// @throws IllegalArgumentException when this is not a state of an engine of these limits and configuration
    public static Engine restore(Limits limits, Optional<Configuration> configuration, StateSource source) {
        Engine engine = new Engine(limits);
        try {
            engine.state.restore(configuration.orElse(null), source);
            engine.reconfiguration.restoreOrders();
        } catch (IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("Not the state of an engine of these limits", e);
        }
        return engine;
    }

    public Limits limits() {
        return state.limits;
    }

    /// Applies a command at an instant, in microseconds since 1970 UTC. An instant before the last one counts as
    /// the last one.
    public void apply(Command command, long nowMicros, EventSink sink) {
        apply(command, nowMicros, records.to(sink), null);
    }

    /// As [#apply(Command, long, EventSink)], and tells the grounds of each offer made, each before its event.
    /// The events are the same.
    public void apply(Command command, long nowMicros, EventSink sink, Decision.Witness witness) {
        apply(command, nowMicros, records.to(sink), witness);
    }

    /// As [#apply(Command, long, EventSink)], for who wants no object for each event.
    public void apply(Command command, long nowMicros, EventWriter writer) {
        apply(command, nowMicros, writer, null);
    }

    /// When the next tick has something to do; `Long.MAX_VALUE`: never, as things stand.
    public long nextDeadlineMicros() {
        if (!state.unlooked.isEmpty(0) && (!state.isStarved || state.hasRoomForEffect())) {
            return state.toWall(state.now);
        }
        long first = state.deadlines.firstAt();
        return first == Long.MAX_VALUE ? first : state.toWall(first);
    }

    /// Units of work of the last command, as [Limits#workPerTick] counts them; 0 for a command in which nothing was
    /// due and nobody was to be looked at.
    public int lastWork() {
        return work;
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

    /// The one in force.
    public Optional<Configuration> configuration() {
        return Optional.ofNullable(state.configuration);
    }

    /// Why a contact still waits; empty when it does not wait. Looks at everybody: for a replay, not for a live
    /// engine.
    public Optional<WaitingGrounds> whyWaiting(ContactId contact) {
        return explainer.whyWaiting(contact);
    }

    /// Everything that the engine knows, on its own clock. Copies it all: for checks, not for a live engine.
    public EngineView view() {
        return new Viewer(state).view();
    }

    /// Writes down the whole state but limits and configuration, see [#restore].
    public void save(StateSink sink) {
        state.save(sink);
    }

    /// A hash of the whole state: equal after equal commands at equal instants under equal limits.
    public long digest() {
        return state.digest();
    }

    EngineState state() {
        return state;
    }

    private void apply(Command command, long nowMicros, EventWriter writer, Decision.@Nullable Witness witness) {
        if (command instanceof Command.ClockJumped(long from, long to) && to > from) {
            state.skip(to - from);
        }
        state.begin(nowMicros, writer, witness);
        work = 0;
        dispatch(command);
        passingOver.placeEndedEarly();
        if (!state.unlooked.isEmpty(0) || state.isStarved) {
            work += matcher.lookAtAgents(state.limits.workPerTick() - work);
        }
        state.end();
    }

    private void dispatch(Command command) {
        switch (command) {
            case Command.Arrive arrival -> contacts.arrive(arrival);
            case Command.Leave leave -> contacts.leave(leave.contact(), leave.cause());
            case Command.OfferRinging ringing -> offers.ringing(ringing.offer());
            case Command.OfferAnswered answered -> offers.answered(answered.offer());
            case Command.OfferDeclined declined -> offers.declined(declined.offer());
            case Command.OfferFailed failed -> offers.failed(failed.offer());
            case Command.EndTalk end -> contacts.endTalk(end.contact());
            case Command.CompleteWrapUp done -> agents.completeWrapUp(done.agent(), done.contact(), done.disposition());
            case Command.Acknowledge acknowledged -> acknowledge(acknowledged.effect());
            case Command.Tick tick -> work = expiries.tick();
            case Command.MakeReady ready -> agents.makeReady(ready.agent());
            case Command.MakeNotReady notReady -> agents.makeNotReady(notReady.agent(), notReady.reason());
            case Command.SignIn signIn -> agents.signIn(signIn.agent());
            case Command.SignOut signOut -> agents.signOut(signOut.agent());
            case Command.ExtendWrapUp extend -> agents.extendWrapUp(extend.agent(), extend.contact());
            case Command.Hold hold -> contacts.hold(hold.contact());
            case Command.Resume resume -> contacts.resume(resume.contact());
            case Command.RenewTalk renew -> contacts.renewTalk(renew.contact());
            case Command.TakeCallback taken -> contacts.takeCallback(taken.contact(), taken.callback());
            case Command.EstimateWait asked -> contacts.estimateWait(asked.contact());
            case Command.Move move -> handOvers.move(move.contact(), move.queue());
            case Command.Assign assign -> handOvers.assign(assign.contact(), assign.agent());
            case Command.Pull pull -> handOvers.pull(pull.contact(), pull.agent());
            case Command.TransferToQueue transfer -> handOvers.transferToQueue(transfer.contact(), transfer.queue());
            case Command.TransferToAgent transfer -> handOvers.transferToAgent(transfer.contact(), transfer.agent());
            case Command.TakeOver taken -> handOvers.takeOver(taken.contact(), taken.agent());
            case Command.CallAgent call -> handOvers.callAgent(call);
            case Command.Configure configure -> reconfiguration.configure(configure.configuration());
            case Command.ClockJumped jumped -> {}
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
