package org.kezheng.acd.engine;

/// An effect that was requested and is not settled yet.
public record PendingEffect(EffectId id, Effect effect) {}
