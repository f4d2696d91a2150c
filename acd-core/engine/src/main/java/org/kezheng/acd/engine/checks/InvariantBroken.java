package org.kezheng.acd.engine.checks;

/// An invariant does not hold: the engine is not to be trusted any more; its journal is.
public final class InvariantBroken extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Invariant invariant;

    public InvariantBroken(Invariant invariant, String what) {
        super(invariant + ": " + what);
        this.invariant = invariant;
    }

    public Invariant invariant() {
        return invariant;
    }
}
