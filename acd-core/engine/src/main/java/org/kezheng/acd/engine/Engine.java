package org.kezheng.acd.engine;

import java.util.List;

/// The routing state machine: commands in, events out. Single-threaded, deterministic, and without clock, thread,
/// random source, I/O or log. A command that cannot be done is refused by an event, never by an exception.
public final class Engine {
    /// Raised whenever the same commands would give other events than before.
    public static final int VERSION = 1;

    private final Limits limits;

    public Engine(Limits limits) {
        this.limits = limits;
    }

    public Limits limits() {
        return limits;
    }

    /// Applies a command at an instant, in microseconds since 1970 UTC. An instant before the last one counts as
    /// the last one.
    public void apply(Command command, long nowMicros, EventSink sink) {
        sink.accept(new Event.CommandRefused(Refusal.UNKNOWN_CONTACT));
    }

    /// As [#apply(Command, long, EventSink)], and tells the grounds of each offer made. The events are the same.
    public void apply(Command command, long nowMicros, EventSink sink, Decision.Witness witness) {
        apply(command, nowMicros, sink);
    }

    /// When the next tick has something to do; `Long.MAX_VALUE`: never, as things stand.
    public long nextDeadlineMicros() {
        return Long.MAX_VALUE;
    }

    /// The effects that are not settled yet, oldest first.
    public List<PendingEffect> pendingEffects() {
        return List.of();
    }

    /// A hash of the whole state: equal after equal commands at equal instants under equal limits.
    public long digest() {
        return 0;
    }
}
