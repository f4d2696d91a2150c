package org.kezheng.platform.packs;

import java.util.HexFormat;
import java.util.List;
import org.kezheng.security.ledger.Checkpoint;
import org.kezheng.security.ledger.Checkpoints;
import org.kezheng.security.ledger.LedgerReader;
import org.kezheng.security.ledger.SequencedEntry;
import org.kezheng.security.ledger.Subject;
import org.kezheng.security.tenancy.ClientId;

/// Takes what the audit ledger holds about a call, with proofs against one checkpoint.
final class WhoLooked {
    private final Checkpoints checkpoints;
    private final LedgerReader reader;

    WhoLooked(Checkpoints checkpoints, LedgerReader reader) {
        this.checkpoints = checkpoints;
        this.reader = reader;
    }

    /// One entry, its exact text, and the hashes that lead to the root.
    record Proved(long index, String entry, List<String> proof) {}

    /// As `data/looked.json` holds them.
    record Looked(List<Proved> entries) {}

    /// The entries, and the checkpoint's note against which they are proved.
    record Sheet(String note, List<SequencedEntry> entries, Looked looked) {}

    Sheet at(long contact, ClientId client) {
        Checkpoint checkpoint = checkpoints.now();
        List<SequencedEntry> entries = reader.allAbout(Subject.of("call", contact, client)).stream()
                .filter(entry -> entry.index() < checkpoint.size())
                .toList();
        List<Proved> proved =
                entries.stream().map(entry -> proved(entry, checkpoint.size())).toList();
        return new Sheet(checkpoint.note(), entries, new Looked(proved));
    }

    private Proved proved(SequencedEntry entry, long size) {
        List<String> path = reader.proof(entry.index(), size).path().stream()
                .map(HexFormat.of()::formatHex)
                .toList();
        return new Proved(entry.index(), entry.canonical(), path);
    }
}
