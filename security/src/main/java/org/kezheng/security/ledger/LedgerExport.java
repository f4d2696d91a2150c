package org.kezheng.security.ledger;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;

/// Writes an export: the checkpoint, and each entry's exact bytes on a line of its own.
final class LedgerExport {
    private LedgerExport() {}

    static void write(Checkpoint head, Iterator<SequencedEntry> entries, OutputStream out) throws IOException {
        String note = head.note().replace("\n", "\\n");
        line(out, "{\"format\":\"kezheng-ledger/1\",\"checkpoint\":\"" + note + "\"}");
        while (entries.hasNext()) {
            line(out, entries.next().canonical());
        }
    }

    private static void line(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.write('\n');
    }
}
