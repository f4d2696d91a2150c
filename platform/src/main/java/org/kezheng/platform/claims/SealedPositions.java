package org.kezheng.platform.claims;

import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.kezheng.security.ledger.LedgerReader;
import org.kezheng.security.ledger.SequencedEntry;

/// The journal's seals in the audit ledger: at which positions it had which chain hash. Reads the ledger once, and then
/// what was added.
final class SealedPositions {
    private final LedgerReader ledger;
    private final NavigableMap<Long, String> chains = new TreeMap<>();
    private long readUpTo;

    SealedPositions(LedgerReader ledger) {
        this.ledger = ledger;
    }

    /// The chain hash by position, as far as the ledger is sequenced now. A position that was sealed twice with
    /// different hashes has one that no journal has.
    NavigableMap<Long, String> all() {
        long size = ledger.size();
        try (Stream<SequencedEntry> added = ledger.stream(readUpTo, size)) {
            added.filter(each -> each.entry().action().equals("journal.sealed")).forEach(this::take);
        }
        readUpTo = size;
        return Collections.unmodifiableNavigableMap(chains);
    }

    private void take(SequencedEntry seal) {
        long position = position(seal.entry().facts().getOrDefault("position", ""));
        String chain = seal.entry().facts().getOrDefault("chain", "");
        chains.merge(position, chain, (first, second) -> first.equals(second) ? first : "contradicted");
    }

    /// A seal of no position was not written by the platform; no journal is as it says.
    private static long position(String text) {
        try {
            long position = Long.parseLong(text);
            return position > 0 ? position : Long.MAX_VALUE;
        } catch (NumberFormatException none) {
            return Long.MAX_VALUE;
        }
    }
}
