package org.kezheng.security.ledger;

/// The ledger is not what it was: nothing more is signed over it. The text names the place, never a content.
public final class LedgerDamagedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LedgerDamagedException(String what) {
        super("The ledger is damaged: " + what);
    }
}
