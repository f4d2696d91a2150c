package org.kezheng.acd.journal;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kezheng.acd.engine.Configuration;
import org.kezheng.acd.engine.Engine;
import org.kezheng.acd.engine.Limits;
import org.kezheng.acd.engine.StateSink;
import org.kezheng.acd.engine.StateSource;

/// An engine's state as bytes: its numbers and texts, one behind the other.
final class StateBytes {
    private final byte[] bytes;

    StateBytes(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    static StateBytes of(Engine engine) {
        ByteWriter out = new ByteWriter();
        engine.save(new Sink(out));
        return new StateBytes(out.toBytes());
    }

    /// An engine in this state, which writes down the very same bytes.
    ///
    /// @throws IllegalArgumentException when this is not a state of an engine of these limits and configuration
    Engine restore(Limits limits, @Nullable Configuration configuration) {
        ByteReader in = new ByteReader(bytes);
        Engine engine = Engine.restore(limits, Optional.ofNullable(configuration), new Source(in));
        if (!in.isAtEnd() || !of(engine).equals(this)) {
            throw new IllegalArgumentException("An engine in this state would write another one down");
        }
        return engine;
    }

    void writeTo(ByteWriter out) {
        out.count(bytes.length).raw(bytes, 0, bytes.length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StateBytes state && Arrays.equals(bytes, state.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return bytes.length + " bytes of state";
    }

    private record Sink(ByteWriter out) implements StateSink {
        @Override
        public void number(long value) {
            out.signed(value);
        }

        @Override
        public void text(String value) {
            out.text(value);
        }
    }

    private record Source(ByteReader in) implements StateSource {
        @Override
        public long number() {
            return in.signed();
        }

        @Override
        public String text() {
            return in.text();
        }
    }
}
