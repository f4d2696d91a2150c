package org.kezheng.reference;

import java.util.ArrayList;
import java.util.List;
import org.kezheng.acd.engine.Engine;
import org.kezheng.acd.engine.StateSink;

/// An engine's state, piece by piece.
final class StateList implements StateSink {
    private final List<Object> pieces = new ArrayList<>();

    static List<Object> of(Engine engine) {
        StateList list = new StateList();
        engine.save(list);
        return list.pieces;
    }

    @Override
    public void number(long value) {
        pieces.add(value);
    }

    @Override
    public void text(String value) {
        pieces.add(value);
    }
}
