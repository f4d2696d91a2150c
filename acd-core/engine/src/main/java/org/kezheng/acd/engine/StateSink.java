package org.kezheng.acd.engine;

/// Takes an engine's state, piece by piece, in an order that the engine knows.
public interface StateSink {
    void number(long value);

    /// At most 32 of `a-z`, `0-9` and `-`.
    void text(String value);
}
