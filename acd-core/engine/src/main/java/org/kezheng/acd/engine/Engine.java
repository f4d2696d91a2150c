package org.kezheng.acd.engine;

import java.util.List;
import java.util.Optional;

/// The routing state machine: commands in, events out. Single-threaded, deterministic, and without clock, thread,
/// random source, I/O or log. A command that cannot be done is refused by an event, never by an exception.
///
/// A command that asks for what already is so gives no events at all. The rules stand in `docs/routing.md`.
@SuppressWarnings("DoNotCallSuggester")
public final class Engine {
    /// Raised whenever the same commands would give other events than before.
    public static final int VERSION = 2;

    private final Limits limits;

    public Engine(Limits limits) {
        this.limits = limits;
    }

    /// An engine as another one was when it was saved: it does the same from there on.
    ///
    /// @param configuration that was in force; empty: none
    /// @throws IllegalArgumentException when this is not a state of an engine of these limits and configuration
    public static Engine restore(Limits limits, Optional<Configuration> configuration, StateSource source) {
        throw new UnsupportedOperationException();
    }

    public Limits limits() {
        return limits;
    }

    /// Applies a command at an instant, in microseconds since 1970 UTC. An instant before the last one counts as
    /// the last one.
    public void apply(Command command, long nowMicros, EventSink sink) {
        throw new UnsupportedOperationException();
    }

    /// As [#apply(Command, long, EventSink)], and tells the grounds of each offer made, each before its event.
    /// The events are the same.
    public void apply(Command command, long nowMicros, EventSink sink, Decision.Witness witness) {
        throw new UnsupportedOperationException();
    }

    /// When the next tick has something to do; `Long.MAX_VALUE`: never, as things stand.
    public long nextDeadlineMicros() {
        throw new UnsupportedOperationException();
    }

    /// The effects that are not settled yet, oldest first.
    public List<PendingEffect> pendingEffects() {
        throw new UnsupportedOperationException();
    }

    /// The version in force; 0 before the first configuration.
    public long configurationVersion() {
        throw new UnsupportedOperationException();
    }

    public Optional<Configuration> configuration() {
        throw new UnsupportedOperationException();
    }

    /// Writes down the whole state but limits and configuration, see [#restore].
    public void save(StateSink sink) {
        throw new UnsupportedOperationException();
    }

    /// A hash of the whole state: equal after equal commands at equal instants under equal limits.
    public long digest() {
        throw new UnsupportedOperationException();
    }
}
