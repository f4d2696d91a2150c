package org.kezheng.acd.engine;

/// Takes the events of a command, in order, while it is applied.
@FunctionalInterface
public interface EventSink {
    void accept(Event event);
}
