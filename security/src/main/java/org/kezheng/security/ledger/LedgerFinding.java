package org.kezheng.security.ledger;

/// What the check of the whole ledger found.
public sealed interface LedgerFinding {
    /// Every leaf and every root is what the entries give.
    ///
    /// @param entries how many entries were checked
    /// @param checkpoints how many kept checkpoints were compared
    record Holds(long entries, int checkpoints) implements LedgerFinding {}

    /// The first difference.
    ///
    /// @param fault what it is
    /// @param place the index of the entry, or the size of the checkpoint
    record Differs(Fault fault, long place) implements LedgerFinding {}

    /// The ways in which a ledger can be found altered.
    enum Fault {
        /// The entry is not the one that got this leaf.
        ENTRY_ALTERED,
        /// A place in the tree has no entry any more.
        ENTRY_MISSING,
        /// A kept checkpoint states another root than the entries give.
        CHECKPOINT_CONTRADICTED,
        /// A kept checkpoint covers more entries than there are.
        ENTRIES_CUT,
        /// A kept checkpoint does not bear this installation's signature.
        CHECKPOINT_FORGED,
        /// A table or file cannot be read as what it should be.
        UNREADABLE
    }
}
