package org.kezheng.simulation;

import java.util.ArrayList;
import java.util.List;
import org.kezheng.acd.engine.Engine;
import org.kezheng.acd.engine.StateSink;
import org.kezheng.acd.engine.StateSource;

/// An engine's state in memory.
final class SavedState implements StateSink, StateSource {
    private final List<Object> pieces = new ArrayList<>();
    private int next;

    /// An engine made from what another one saved.
    static Engine copy(Engine engine) {
        SavedState saved = new SavedState();
        engine.save(saved);
        return Engine.restore(engine.limits(), engine.configuration(), saved);
    }

    @Override
    public void number(long value) {
        pieces.add(value);
    }

    @Override
    public void text(String value) {
        pieces.add(value);
    }

    @Override
    public long number() {
        return (Long) take();
    }

    @Override
    public String text() {
        return (String) take();
    }

    private Object take() {
        if (next == pieces.size()) {
            throw new IllegalArgumentException("The state ends");
        }
        return pieces.get(next++);
    }
}
