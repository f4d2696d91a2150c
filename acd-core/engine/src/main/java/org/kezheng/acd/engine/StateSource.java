package org.kezheng.acd.engine;

/// Gives back what a [StateSink] took, in the same order. Throws an [IllegalArgumentException] at its end.
public interface StateSource {
    long number();

    String text();
}
